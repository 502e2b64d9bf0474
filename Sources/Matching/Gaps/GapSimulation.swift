import Localization

/// Finds what one change would unlock: it is made by every supplier whom nothing else keeps out, and plans are made anew.
///
/// Requirements are planned in the order of their keys. What a plan takes from a supplier that changed is not there for
/// the next, so that the whole of an unlock is feasible.
struct GapSimulation {
    private let demands: [Demand]
    /// By what is lacked: of which demands, by their places, and by whom.
    private let lacking: [Name: [(demand: Int, lacks: [Lack])]]
    private let policy: Policy
    private let rates: ExchangeRates

    /// An open requirement, its candidates and its plan as things stand.
    private struct Demand {
        let check: PairCheck
        let qualifying: [Candidate]
        let plan: SupplyPlan

        var requirement: Requirement { check.requirement }
        var uncovered: Int64 { plan.uncoveredQuantity }
    }

    /// What keeps a candidate from supplying more, and nothing else does.
    private struct Lack {
        let name: Name
        let candidate: Candidate
        let change: NearMiss.Change
    }

    /// What is changed: unlocks are told by it.
    private struct Name: Hashable, Comparable {
        let reason: Reason
        let subjects: [String]

        static func < (a: Name, b: Name) -> Bool {
            a.reason != b.reason ? a.reason < b.reason : a.subjects.lexicographicallyPrecedes(b.subjects)
        }
    }

    /// - parameter requirements: The open ones, each with its candidates.
    /// - parameter met: Open ones whose plan leaves nothing, so that no change unlocks anything of them.
    init(
        _ requirements: [(check: PairCheck, candidates: [Candidate])], met: [(check: PairCheck, plan: SupplyPlan)],
        policy: Policy, rates: ExchangeRates
    ) {
        self.policy = policy
        self.rates = rates
        var demands: [Demand] = []
        var lacking: [Name: [(demand: Int, lacks: [Lack])]] = [:]
        for (check, candidates) in requirements.sorted(by: { $0.check.requirement.key < $1.check.requirement.key }) {
            let evaluation = Evaluation(check, candidates: candidates, policy: policy)
            let demand = Demand(
                check: check, qualifying: candidates.filter(\.assessment.qualifies), plan: evaluation.plan)
            if demand.uncovered > 0 {
                let lacks = Self.lacks(of: evaluation, demand.qualifying, check)
                for (name, lacks) in Dictionary(grouping: lacks, by: \.name) {
                    lacking[name, default: []].append((demands.count, lacks))
                }
            }
            demands.append(demand)
        }
        self.lacking = lacking
        self.demands = demands + met.map { Demand(check: $0.check, qualifying: [], plan: $0.plan) }
    }

    private static func lacks(of evaluation: Evaluation, _ qualifying: [Candidate], _ check: PairCheck) -> [Lack] {
        let unit = [check.requirement.unitCode]
        let missing = evaluation.oneChangeAway.map { candidate, miss in
            let subjects: [String] =
                switch miss.change {
                case .moreCapacity, .lowerMinimumOrder: unit
                case .certificates(let names), .attributes(let names): names
                case .rate(let currency): [currency]
                default: []
                }
            return Lack(
                name: Name(reason: miss.reason, subjects: subjects), candidate: candidate, change: miss.change)
        }
        // Who fits and is too small lacks capacity, too.
        let small = qualifying.filter { $0.assessment.available < check.open }.map {
            Lack(name: Name(reason: .capacity, subjects: unit), candidate: $0, change: .moreCapacity(0))
        }
        return missing + small
    }

    /// What is found of a heading.
    func report(heading: HSCode, cause: MarketPosition, asOf: Int64) -> GapReport {
        var (demand, unmet) = (Tally(), Tally())
        for entry in demands {
            demand.add(value(of: entry.check.open, entry), of: entry.requirement)
            if entry.uncovered > 0 { unmet.add(value(of: entry.uncovered, entry), of: entry.requirement) }
        }
        return GapReport(
            heading: heading, cause: cause, asOf: asOf, currency: policy.reportingCurrency.code, demand: demand.part,
            unmet: unmet.part, unlocks: unlocks())
    }

    private func unlocks() -> [GapReport.Unlock] {
        let counts = lacking.mapValues { $0.reduce(0) { $0 + $1.lacks.count } }
        let names = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .prefix(MatchingLimits.gapChanges).map(\.key)
        return names.sorted().compactMap(unlock).sorted { $0.part.amount > $1.part.amount }
    }

    /// Makes one change everywhere; nil where it unlocks nothing.
    private func unlock(_ name: Name) -> GapReport.Unlock? {
        var tally = Tally()
        var suppliers: Set<Substring> = []
        var most: Int64 = 0
        var taken: [Key: [Award]] = [:]
        for (index, lacks) in lacking[name] ?? [] {
            let demand = demands[index]
            var changed: [Key: (lack: Lack, candidate: Candidate)] = [:]
            for lack in lacks {
                let key = lack.candidate.capability.key
                if let candidate = candidate(lack, demand, taken[key] ?? []) { changed[key] = (lack, candidate) }
            }
            guard !changed.isEmpty else { continue }
            let others = demand.qualifying.filter { changed[$0.capability.key] == nil }
            let candidates = others + changed.values.map(\.candidate)
            let plan = Evaluation(demand.check, candidates: candidates, policy: policy).plan
            guard plan.uncoveredQuantity < demand.uncovered else { continue }
            for allocation in plan.allocations {
                guard let lack = changed[allocation.capability]?.lack else { continue }
                let measure = measure(lack, allocation)
                // A supplier that fits and is taken as before has not changed.
                guard lack.candidate.assessment.failed != [] || measure > 0 else { continue }
                suppliers.insert(allocation.capability.owner)
                most = max(most, measure)
                taken[allocation.capability, default: []].append(award(allocation, demand.requirement))
            }
            tally.add(value(of: demand.uncovered - plan.uncoveredQuantity, demand), of: demand.requirement)
        }
        guard tally.part.requirements > 0 else { return nil }
        return GapReport.Unlock(
            reason: name.reason, subjects: name.subjects, suppliers: suppliers.count, most: most, part: tally.part)
    }

    /// The candidate with its change made, less what other plans took; nil where it still does not fit.
    private func candidate(_ lack: Lack, _ demand: Demand, _ taken: [Award]) -> Candidate? {
        let check = demand.check
        let published = lack.candidate.published
        guard let capability = published.value.changed(by: lack.change, for: check.requirement, check.pricing) else {
            return nil
        }
        var available = Int128(lack.candidate.assessment.available)
        // As much more as is asked for, for the least that would fit unlocks next to nothing.
        if case .moreCapacity(let least) = lack.change { available += Int128(max(least, demand.uncovered)) }
        for award in taken { available -= Int128(award.reserved(over: check.requirement.delivery)) }
        var examined = check.examined
        if capability.localContent != published.value.localContent { examined.statementChanged(capability.key) }
        let assessment = PairCheck(
            requirement: check.requirement, open: check.open, day: check.day, pricing: check.pricing,
            examined: examined
        ).assess(capability, available: Int64(clamping: available))
        guard assessment.qualifies else { return nil }
        return Candidate(Published(capability, version: published.version), assessment: assessment)
    }

    /// By how much a supplier changed.
    private func measure(_ lack: Lack, _ allocation: SupplyPlan.Allocation) -> Int64 {
        switch lack.change {
        case .moreCapacity: max(0, allocation.quantity - max(0, lack.candidate.assessment.available))
        case .lowerMinimumOrder(let amount), .shorterLeadTime(let amount), .moreLocalContent(let amount),
            .moreOwnership(let amount):
            amount
        case .nearer(let metres): metres ?? 0
        case .lowerPrice, .rate, .certificates, .attributes, .validity: 0
        }
    }

    /// What a plan takes, as if it were awarded.
    private func award(_ allocation: SupplyPlan.Allocation, _ requirement: Requirement) -> Award {
        Award(
            key: requirement.key, requirement: requirement.key, capability: allocation.capability,
            hsCode: requirement.hsCode, quantity: allocation.quantity, window: requirement.delivery, isActive: true)
    }

    /// A quantity at the reference price in the reporting currency's minor unit; nil where it can't be told.
    private func value(of quantity: Int64, _ demand: Demand) -> Int64? {
        guard case .success(let price) = ValueRatio.referencePrice(of: demand.plan, pricing: demand.check.pricing),
            let amount = try? Amount(
                quantity: Millionths(count: quantity), unitPrice: Millionths(count: price),
                currency: demand.check.pricing.currency)
        else { return nil }
        return rates.convert(amount, to: policy.reportingCurrency)?.minorUnits
    }
}

/// An open requirement that its plan meets.
struct MetRequirement {
    let requirement: Requirement
    let plan: SupplyPlan
}

/// Requirements and amounts as they are added up.
private struct Tally {
    private var requirements = 0
    private var firms: Set<Substring> = []
    private var amount: Int128 = 0
    private var unvalued = 0

    mutating func add(_ amount: Int64?, of requirement: Requirement) {
        requirements += 1
        firms.insert(requirement.key.owner)
        if let amount { self.amount += Int128(amount) } else { unvalued += 1 }
    }

    var part: GapReport.Part {
        GapReport.Part(
            requirements: requirements, firms: firms.count, amount: Int64(clamping: amount), unvalued: unvalued)
    }
}
