public import Localization

/// The three numbers of one group of requirements, in one currency, each as bought today, as planned, as far as the
/// plans are feasible together, and as awarded.
public struct LocalizationMetrics: Sendable, Hashable {
    /// What the group is, such as a heading, a firm or a month; empty for the whole.
    public var group: String
    /// Requirements counted.
    public var requirements = 0
    /// What is wanted, as it is bought today.
    public var demand = LocalizationShares()
    /// What the plans propose for open requirements. Plans do not reserve: what several claim counts for each.
    public var potential = LocalizationShares()
    /// The potential as far as each capability's capacity goes, the requirements in the order of their keys. What does
    /// not fit counts as uncovered.
    public var jointlyFeasible = LocalizationShares()
    /// What has been awarded.
    public var realised = LocalizationShares()
    /// Requirements and plans left out because they have no price to value them at.
    public var withoutPrice = 0
    /// Requirements, plans and awards left out because a currency has no rate on the day.
    public var withoutRate = 0
    /// Requirements, plans and awards left out because an amount does not fit.
    public var outOfRange = 0

    init(group: String) { self.group = group }

    /// The figures of sums by stage.
    init(group: String, _ sums: StageSums) {
        self.init(group: group)
        let counted = [sums.demand, sums.potential, sums.realised]
        requirements = sums.demand.entries
        withoutPrice = counted.reduce(0) { $0 + $1.withoutPrice }
        withoutRate = counted.reduce(0) { $0 + $1.withoutRate }
        outOfRange = counted.reduce(0) { $0 + $1.outOfRange }
        var feasible = sums.potential
        feasible.add(sums.cut)
        demand = shares(sums.demand)
        potential = shares(sums.potential)
        jointlyFeasible = shares(feasible)
        realised = shares(sums.realised)
    }

    /// Sums beyond about 1.7 × 10²⁶ minor units are left out, and counted.
    private mutating func shares(_ sums: MetricSums) -> LocalizationShares {
        if let shares = LocalizationShares(sums) { return shares }
        outOfRange += sums.entries
        return LocalizationShares()
    }
}
