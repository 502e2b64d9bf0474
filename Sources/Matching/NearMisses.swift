/// Candidates that fail for exactly one reason: what is closest to fitting.
public struct NearMisses: Hashable, Sendable {
    /// How many fail for only that reason, in the order of the reasons; none with 0.
    public let counts: [Count]
    /// The best ten that one change would make fit, by the score they would have, then the key. A candidate is counted
    /// but not listed where no change of that one thing suffices: more capacity below the minimum order, say.
    public let best: [NearMiss]

    /// How many candidates fail for only one reason.
    public struct Count: Hashable, Sendable {
        /// The reason.
        public let reason: Reason
        /// Candidates, at least 1.
        public let candidates: Int
    }
}

/// A candidate that one change would make fit.
public struct NearMiss: Hashable, Sendable {
    /// The capability.
    public let capability: Key
    /// The only reason for which it fails.
    public let reason: Reason
    /// The smallest change that would make it fit.
    public let change: Change
    /// The score it would have.
    public let score: UInt32

    /// What would have to change, and by how much.
    public enum Change: Hashable, Sendable {
        /// So much more capacity over the window, in millionths of the unit.
        case moreCapacity(Int64)
        /// So much less as the minimum order, in millionths of the unit.
        case lowerMinimumOrder(Int64)
        /// So much less a unit, in millionths of the comparison currency.
        case lowerPrice(Int64)
        /// A rate of this currency, to compare the price; it may then still be too dear.
        case rate(of: String)
        /// So many days less.
        case shorterLeadTime(days: Int64)
        /// Certificates of these schemes, valid to the end of the window.
        case certificates([String])
        /// So much more local value, in millionths of a share.
        case moreLocalContent(Int64)
        /// So much more Vietnamese ownership, in basis points.
        case moreOwnership(Int64)
        /// So many metres nearer; nil where a place is not known.
        case nearer(metres: Int64?)
        /// These attributes within their bounds.
        case attributes([String])
        /// An offer that stands on the first and on the second day.
        case validity(from: Day, to: Day)
    }
}
