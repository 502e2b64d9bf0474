internal import Contracts
internal import Localization

/// Adds requirements, their plans and their awards up by group.
struct MetricsTally {
    private let grouping: MetricGrouping?
    private let rates: DongRates
    private let currency: Currency
    private var byGroup: [String: LocalizationMetrics] = [:]

    init(grouping: MetricGrouping?, rates: DongRates, currency: Currency) {
        self.grouping = grouping
        self.rates = rates
        self.currency = currency
    }

    /// The groups in the order of their names; without grouping one group, be it empty.
    var groups: [LocalizationMetrics] {
        if grouping == nil { return [byGroup[""] ?? LocalizationMetrics(group: "")] }
        return byGroup.values.sorted { $0.group < $1.group }
    }

    mutating func count(
        _ requirement: WireRequirementAccepted, key: String, plan: PlannedValue?,
        allocations: [(allocation: PlannedAllocation, ownership: Int)], awards: [WireAwardAccepted]
    ) {
        let name = group(of: requirement, key: key)
        var metrics = byGroup[name] ?? LocalizationMetrics(group: name)
        metrics.requirements += 1
        countDemand(requirement, &metrics)
        if let plan { countPlan(plan, allocations, &metrics) }
        for award in awards { countAward(award, &metrics) }
        byGroup[name] = metrics
    }

    private func group(of requirement: WireRequirementAccepted, key: String) -> String {
        switch grouping {
        case nil: ""
        case .heading: String(requirement.published.hsCode.prefix(4))
        case .firm: owner(of: key)
        case .ward: requirement.published.place.wardCode.isEmpty ? "–" : requirement.published.place.wardCode
        case .month: String(requirement.published.delivery.firstDay.prefix(7))
        }
    }

    // MARK: - As bought today

    private func countDemand(_ requirement: WireRequirementAccepted, _ metrics: inout LocalizationMetrics) {
        let price =
            requirement.hasCurrentUnitPrice
            ? requirement.currentUnitPrice
            : requirement.hasMaximumUnitPrice ? requirement.maximumUnitPrice : nil
        guard let price else { return metrics.withoutPrice += 1 }
        guard let amount = amount(requirement.quantity, price, &metrics) else { return }
        let sourcing = requirement.published.currentSourcing.kind
        add(
            &metrics.demand, amount, isInCountry: sourcing == .fdiInVietnam || sourcing == .domestic,
            ownership: sourcing == .domestic ? 10_000 : 0, lvc: Int64(requirement.currentLvc), &metrics.outOfRange)
    }

    // MARK: - As planned

    private func countPlan(
        _ plan: PlannedValue, _ allocations: [(allocation: PlannedAllocation, ownership: Int)],
        _ metrics: inout LocalizationMetrics
    ) {
        guard plan.hasRatio, let from = try? Currency(code: plan.currency) else { return }
        var shares = LocalizationShares()
        for (allocation, ownership) in allocations {
            guard let amount = rates.convert(allocation.amount, from: from, to: currency) else {
                return metrics.withoutRate += 1
            }
            add(&shares, amount, isInCountry: true, ownership: ownership, lvc: allocation.lvc, &metrics.outOfRange)
        }
        guard let uncovered = rates.convert(plan.uncoveredAmount, from: from, to: currency) else {
            return metrics.withoutRate += 1
        }
        add(&shares, uncovered, isInCountry: false, ownership: 0, lvc: 0, &metrics.outOfRange)
        if (try? metrics.potential.add(shares)) == nil { metrics.outOfRange += 1 }
    }

    // MARK: - As awarded

    private func countAward(_ award: WireAwardAccepted, _ metrics: inout LocalizationMetrics) {
        let frozen = award.dongPerUnit > 0 ? award.dongPerUnit : nil
        guard let amount = amount(award.quantity, award.unitPrice, at: frozen, &metrics) else { return }
        add(
            &metrics.realised, amount, isInCountry: true, ownership: Int(award.vietnameseOwnership),
            lvc: award.hasLocalContent ? share(award.localContent) : 0, &metrics.outOfRange)
    }

    private func share(_ content: WireLocalContent) -> Int64 {
        Ratio(Int128(content.numerator), over: Int128(content.denominator))?.millionths ?? 0
    }

    // MARK: - Amounts

    /// Quantity × price in the reporting currency's minor unit; nil, and counted, where there is none.
    private func amount(
        _ quantity: Int64, _ price: WirePrice, at frozen: Int64? = nil, _ metrics: inout LocalizationMetrics
    ) -> Int64? {
        guard let from = try? Currency(code: price.currencyCode),
            let amount = try? Amount(
                quantity: Millionths(count: quantity), unitPrice: Millionths(count: price.millionths), currency: from)
        else {
            metrics.outOfRange += 1
            return nil
        }
        guard let converted = rates.convert(amount.minorUnits, from: from, to: currency, at: frozen) else {
            metrics.withoutRate += 1
            return nil
        }
        return converted
    }

    private func add(
        _ shares: inout LocalizationShares, _ amount: Int64, isInCountry: Bool, ownership: Int, lvc: Int64,
        _ outOfRange: inout Int
    ) {
        do {
            try shares.add(
                amount: amount, isInCountry: isInCountry, domesticOwnershipBasisPoints: ownership, lvcMillionths: lvc)
        } catch {
            outOfRange += 1
        }
    }
}
