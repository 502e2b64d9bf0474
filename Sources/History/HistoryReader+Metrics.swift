internal import Contracts
internal import Foundation
internal import GRDB
public import Localization
internal import SwiftProtobuf

extension HistoryReader {
    /// The three numbers over all requirements that are not withdrawn.
    /// - parameter grouping: How to group them; nil for one group of all.
    /// - parameter currency: In which currency, at the latest rates.
    public func metrics(by grouping: MetricGrouping?, in currency: Currency) throws -> [LocalizationMetrics] {
        var tally = MetricsTally(grouping: grouping, rates: try DongRates(self), currency: currency)
        let suppliers = try ownershipOfCapabilities()
        let allocations = try currentAllocations()
        let awards = try activeAwards()
        let sets = try currentValues()
        try forEach(.requirements) { entry in
            let requirement = try entry.decoded(as: WireRequirementAccepted.self)
            tally.count(
                requirement, key: entry.key, plan: sets[entry.key],
                allocations: (allocations[entry.key] ?? []).map { ($0, suppliers[$0.capability] ?? 0) },
                awards: awards[entry.key] ?? [])
        }
        return tally.groups
    }

    /// The latest dong rate of each currency.
    fileprivate func latestRates() throws -> [String: Int64] {
        var rates: [String: Int64] = [:]
        try forEach(.rates) { entry in
            let rate = try entry.decoded(as: WireExchangeRateAccepted.self)
            rates[rate.published.currencyCode] = rate.dongPerUnit
        }
        return rates
    }

    private func ownershipOfCapabilities() throws -> [String: Int] {
        var ownership: [String: Int] = [:]
        let needed = try Set(String.fetchAll(database, sql: "SELECT DISTINCT capability FROM current_allocation"))
        for key in needed {
            guard let entry = try subject(.capabilities, key) else { continue }
            ownership[key] = Int(try entry.decoded(as: WireCapabilityAccepted.self).vietnameseOwnership)
        }
        return ownership
    }

    private func currentAllocations() throws -> [String: [PlannedAllocation]] {
        var allocations: [String: [PlannedAllocation]] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT requirement, capability, amount, lvc FROM current_allocation ORDER BY requirement, sequence")
        while let row = try rows.next() {
            allocations[row[0], default: []].append(
                PlannedAllocation(capability: row[1], amount: row[2], lvc: row[3]))
        }
        return allocations
    }

    private func currentValues() throws -> [String: PlannedValue] {
        var values: [String: PlannedValue] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT requirement, currency, uncovered_amount, ratio FROM current_match_set WHERE status = ?",
            arguments: [WireMatchSet.Status.open.rawValue])
        while let row = try rows.next() {
            values[row[0]] = PlannedValue(
                currency: row[1], uncoveredAmount: row[2], hasRatio: row.hasNull(atIndex: 3) == false)
        }
        return values
    }

    private func activeAwards() throws -> [String: [WireAwardAccepted]] {
        var awards: [String: [WireAwardAccepted]] = [:]
        try forEach(.awards) { entry in
            let award = try entry.decoded(as: WireAwardAccepted.self)
            if award.published.status != .cancelled { awards[award.published.requirement, default: []].append(award) }
        }
        return awards
    }
}

/// What a plan takes from one supplier.
struct PlannedAllocation {
    let capability: String
    let amount: Int64
    let lvc: Int64
}

/// What a plan leaves uncovered.
struct PlannedValue {
    let currency: String
    let uncoveredAmount: Int64
    let hasRatio: Bool
}

/// Converts amounts between currencies through dong, at the latest rates.
struct DongRates {
    private let dongPerUnit: [String: Int64]

    init(_ reader: HistoryReader) throws { dongPerUnit = try reader.latestRates() }

    /// Millionths of a dong for one major unit; nil where no rate is known.
    func rate(of currency: Currency) -> Int64? {
        currency.code == "VND" ? Millionths.perOne : dongPerUnit[currency.code]
    }

    /// An amount in another currency's minor unit, rounded half-even once; nil without a rate, or where it does not
    /// fit.
    func convert(_ minorUnits: Int64, from: Currency, to: Currency, at frozen: Int64? = nil) -> Int64? {
        guard from != to else { return minorUnits }
        guard let source = frozen ?? rate(of: from), let target = rate(of: to) else { return nil }
        let (product, overflow) = (Int128(minorUnits) * Int128(source))
            .multipliedReportingOverflow(by: Int128(to.minorUnitsPerMajor))
        guard !overflow else { return nil }
        return product.divided(by: Int128(target) * Int128(from.minorUnitsPerMajor), rounding: .halfEven)
            .flatMap { Int64(exactly: $0) }
    }
}
