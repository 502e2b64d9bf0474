public import Contracts
internal import GRDB
internal import Localization
internal import SwiftProtobuf

extension HistoryReader {
    /// What of a product originates, and what would bring it across each agreement's limit; nil where there is no such
    /// product.
    public func product(_ key: String, limits: AgreementLimits = .usual) throws -> ProductReport? {
        guard let entry = try subject(.products, key), !entry.isWithdrawn else { return nil }
        return try report(entry, limits, MetricContext(ratesOf: database))
    }

    /// The products of all firms, or of one, in the order of their keys.
    public func products(
        owner: String? = nil, after: String? = nil, limit: Int = HistoryLimits.pageRows,
        limits: AgreementLimits = .usual
    ) throws -> [ProductReport] {
        var filter = SubjectFilter()
        filter.owner = owner
        filter.after = after
        filter.limit = limit
        let context = try MetricContext(ratesOf: database)
        return try subjects(.products, filter).map { try report($0, limits, context) }
    }

    private func report(
        _ entry: SubjectEntry, _ limits: AgreementLimits, _ context: MetricContext
    ) throws -> ProductReport {
        let product = try entry.decoded(as: WireProductAccepted.self)
        // A product without a price has no ratio, in whatever currency.
        let currency = (try? Currency(code: product.fob.currencyCode)) ?? MetricsWriter.currency
        var assembly = ProductAssembly(product, currency, context)
        try forEach(.requirements, referringTo: entry.key) { line in
            assembly.add(
                try line.decoded(as: WireRequirementAccepted.self), key: line.key,
                awarded: try awarded(line.key), planned: try planned(line.key))
        }
        return assembly.report(key: entry.key, limits: limits)
    }

    private func awarded(_ requirement: String) throws -> [ProductAssembly.Part] {
        var parts: [ProductAssembly.Part] = []
        try forEach(.awards, referringTo: requirement) { entry in
            let award = try entry.decoded(as: WireAwardAccepted.self)
            guard award.published.status != .cancelled else { return }
            parts.append(
                ProductAssembly.Part(
                    capability: award.published.capability, quantity: award.quantity, price: award.unitPrice,
                    lvc: award.hasLocalContent ? award.localContent.millionths : 0))
        }
        return parts
    }

    private func planned(_ requirement: String) throws -> [ProductAssembly.Part] {
        guard let set = try matchSets(of: requirement, limit: 1).first, set.status == .open else { return [] }
        return set.plan.map { allocation in
            ProductAssembly.Part(
                capability: allocation.capability, quantity: allocation.quantity,
                price: .with {
                    $0.millionths = allocation.unitPrice
                    $0.currencyCode = set.currencyCode
                }, lvc: Int64(allocation.lvc))
        }
    }
}
