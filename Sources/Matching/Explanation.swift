/// Why a capability fits a requirement or does not: what was asked, what is offered, and how it was scored. It is made
/// by the same check that made the match set.
public struct Explanation: Hashable, Sendable {
    /// The requirement.
    public let requirement: Key
    /// The capability.
    public let capability: Key
    /// Why the capability is not examined at all; empty for a candidate.
    public let exclusions: [Exclusion]
    /// One for each reason, in their order.
    public let findings: [Finding]
    /// How it scores; nil where it does not qualify.
    public let terms: ScoreTerms?
    /// The place of its supplier in the ranking, from 1; nil where it does not qualify or another capability of the
    /// supplier ranks before it.
    public let rank: Int?
    /// The change that would make it fit, where one reason fails and one change suffices.
    public let nearMiss: NearMiss?
    /// The currency in which prices were compared.
    public let currency: String

    /// Why a pair is no candidate.
    public enum Exclusion: String, Sendable, CaseIterable {
        /// The capability's code does not cover the requirement's.
        case otherCode
        /// The units are of different families.
        case otherUnit
        /// Buyer and supplier are one enterprise.
        case sameOwner
        /// The requirement is not open.
        case notOpen
    }

    /// What was asked and what is offered.
    public struct Finding: Hashable, Sendable {
        /// The reason code.
        public let reason: Reason
        /// Whether it holds.
        public let holds: Bool
        /// What the buyer asks; nil where it asks nothing.
        public let asked: Value?
        /// What the supplier offers; nil where it says nothing, or it was not tested.
        public let offered: Value?
    }

    /// A value with its unit.
    public enum Value: Hashable, Sendable {
        /// Millionths of the requirement's unit.
        case quantity(Int64)
        /// Millionths of the comparison currency, for a unit.
        case price(Int64)
        /// A currency that has no rate.
        case noRate(String)
        /// Days from order to delivery.
        case days(Int64)
        /// Millionths of a share.
        case share(Int64)
        /// Metres, rounded up; for what is asked, the most allowed.
        case metres(Int64)
        /// Schemes or attribute names.
        case names([String])
        /// From and to; nil is open.
        case validity(from: Day?, to: Day?)
    }
}
