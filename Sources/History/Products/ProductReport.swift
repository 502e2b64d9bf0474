public import Contracts
public import Localization

/// What of a product originates, as it is bought for today, with the awards given, and with the plans; and what would
/// bring it across each agreement's limit. Unit prices are in the currency of its FOB price, at the latest rates.
public struct ProductReport: Sendable {
    /// `owner/id`.
    public let key: String
    /// As it was published.
    public let product: WireProduct
    /// The currency of the FOB price.
    public let currency: Currency
    /// The bill of materials: the requirements that name the product, in the order of their keys.
    public let lines: [Line]
    /// As everything is bought today.
    public let today: Outcome
    /// With what has been awarded.
    public let realised: Outcome
    /// With what has been awarded and what the plans propose for the rest.
    public let potential: Outcome
    /// What each agreement asks.
    public let agreements: [Agreement]

    /// The value, or why there is none.
    public typealias Outcome = Result<ProductValue, StatementRefusal>

    /// A requirement, as far as one unit of the product takes it.
    public struct Line: Sendable, Hashable {
        /// `owner/id`.
        public let requirement: String
        /// In the requirement's unit.
        public let quantityPerUnit: Millionths
        /// As it is bought today.
        public internal(set) var today = ProductValue.Purchase(value: 0, originating: 0)
        /// With what has been awarded.
        public internal(set) var realised = ProductValue.Purchase(value: 0, originating: 0)
        /// With what has been awarded and planned.
        public internal(set) var potential = ProductValue.Purchase(value: 0, originating: 0)
        /// Why the line is not counted, so that its value is of unknown origin; nil where it is.
        public internal(set) var leftOut: LeftOut?
    }

    /// Why a line is not counted.
    public enum LeftOut: String, Error, Sendable, CaseIterable {
        /// It has neither a current price nor a maximum.
        case noPrice
        /// A currency has no rate.
        case noRate
        /// A value does not fit.
        case outOfRange
        /// It does not say how much of it a unit of the product takes.
        case noQuantity
    }

    /// What an agreement asks, and what the product has.
    public struct Agreement: Sendable {
        /// The limit.
        public let threshold: Threshold
        /// As everything is bought today.
        public let today: Standing
        /// With what has been awarded.
        public let realised: Standing
        /// With what has been awarded and planned.
        public let potential: Standing
        /// The fewest awards that bring it across the limit, given those there are; none where it is across, nil where the
        /// plans can't.
        public let firstAwards: FirstAwards?
    }

    /// A ratio and whether it keeps the limit, or why there is no ratio.
    public typealias Standing = Result<(ratio: Ratio, passes: Bool), StatementRefusal>
}
