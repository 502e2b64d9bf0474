public import Localization

/// The three numbers of one group of requirements, in one currency, each as bought today, as planned and as awarded.
public struct LocalizationMetrics: Sendable, Hashable {
    /// What the group is: a heading, a firm, a ward or a month; empty for the whole.
    public var group: String
    /// Requirements counted.
    public var requirements = 0
    /// What is wanted, as it is bought today.
    public var demand = LocalizationShares()
    /// What the plans propose for open requirements. Plans do not reserve: what several claim counts for each.
    public var potential = LocalizationShares()
    /// What has been awarded.
    public var realised = LocalizationShares()
    /// Requirements left out because they have no price to value them at.
    public var withoutPrice = 0
    /// Requirements and awards left out because a currency has no rate.
    public var withoutRate = 0
    /// Requirements and awards left out because an amount does not fit.
    public var outOfRange = 0

    init(group: String) { self.group = group }
}

/// How requirements are grouped.
public enum MetricGrouping: String, Sendable, CaseIterable {
    /// By the first four digits of the HS code.
    case heading
    /// By the buyer's enterprise code.
    case firm
    /// By the ward of delivery.
    case ward
    /// By the month in which delivery begins.
    case month
}
