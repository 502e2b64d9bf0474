/// How many suppliers qualify for a requirement and which are the best, without plan, ratio or near misses.
public struct Ranking: Sendable {
    /// Suppliers of which a capability qualifies.
    public private(set) var qualifyingSuppliers = 0
    /// Capabilities with the requirement's code and unit, and another owner.
    public private(set) var candidates = 0
    /// The best suppliers, best first.
    public private(set) var entries: [Entry] = []

    /// A supplier's best capability.
    public struct Entry: Sendable {
        /// The number of the capability in its engine; see `ColumnarEngine.capability`.
        public let number: UInt32
        /// How it scores.
        public let terms: ScoreTerms
        /// Millionths of the comparison currency.
        public let unitPrice: Int64
    }

    /// Nothing ranked yet.
    public init() {}

    mutating func set(_ inquiry: Inquiry) {
        qualifyingSuppliers = inquiry.qualifyingSuppliers
        candidates = inquiry.candidates
        entries.removeAll(keepingCapacity: true)
        for listed in inquiry.shortlist.entries {
            entries.append(Entry(number: listed.slot, terms: listed.terms, unitPrice: listed.price))
        }
    }
}
