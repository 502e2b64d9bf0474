/// What keeps the open demand of a heading from being met, and what one change would unlock.
///
/// Amounts are in the minor unit of the reporting currency, at the latest rates. Unlocks of different changes overlap:
/// each is found with nothing else changed, and they are never added.
public struct GapReport: Hashable, Sendable {
    /// The code of the heading.
    public let heading: HSCode
    /// The market record after which it was computed.
    public let cause: MarketPosition
    /// `acceptedAt` of that record.
    public let asOf: Int64
    /// ISO 4217 code of the reporting currency.
    public let currency: String
    /// What is open.
    public let demand: Part
    /// What no plan covers.
    public let unmet: Part
    /// What one change would cover, largest amount first.
    public let unlocks: [Unlock]

    /// A part of the demand.
    public struct Part: Hashable, Sendable {
        /// How many requirements it is of.
        public let requirements: Int
        /// How many firms asked.
        public let firms: Int
        /// The quantities at their reference prices.
        public let amount: Int64
        /// How many of the requirements have no reference price, or no rate, and are not in the amount.
        public let unvalued: Int
    }

    /// One change, made by every supplier whom nothing else keeps out.
    public struct Unlock: Hashable, Sendable {
        /// What the suppliers lack.
        public let reason: Reason
        /// What the change is about: the missing schemes, the attributes, the unit of a quantity; else empty.
        public let subjects: [String]
        /// Suppliers whom the plans would then take.
        public let suppliers: Int
        /// The most that one of them would have to change: days, metres, millionths of the unit or of a share of value,
        /// basis points of ownership. 0 where there is no measure, and for a price, which would tell a maximum.
        public let most: Int64
        /// What would be covered that is not now.
        public let part: Part
    }
}
