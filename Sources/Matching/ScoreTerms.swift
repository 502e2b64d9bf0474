/// A score in basis points and the terms it is the sum of, each rounded down.
public struct ScoreTerms: Hashable, Sendable {
    /// Weight × (maximum − price) / maximum; without a maximum, weight × lowest / price over the qualifying.
    public let price: UInt32
    /// Weight × min(open, available) / open.
    public let coverage: UInt32
    /// Weight × local value content.
    public let localization: UInt32

    /// The sum.
    public var score: UInt32 { price + coverage + localization }

    /// Scores an offer.
    ///
    /// - parameter price: Of a unit, in millionths of the comparison currency; 0 where it is not known.
    /// - parameter ceiling: What the price is measured against.
    /// - parameter supply: min(open, available), from 0 to `open`.
    /// - parameter open: The open quantity, > 0.
    /// - parameter lvcBasisPoints: From 0 to 10,000.
    init(
        price: Int64, against ceiling: PriceCeiling, supply: Int64, open: Int64, lvcBasisPoints: Int64,
        policy: Policy
    ) {
        self.price = ceiling.term(of: price, weight: policy.priceWeight)
        self.coverage = Self.share(policy.coverageWeight, supply, of: open)
        self.localization = Self.share(policy.localizationWeight, lvcBasisPoints, of: 10_000)
    }

    /// weight × part / whole, rounded down; `part` is brought back into 0…whole.
    fileprivate static func share(_ weight: UInt32, _ part: Int64, of whole: Int64) -> UInt32 {
        guard whole > 0 else { return 0 }
        return UInt32(Int128(weight) * Int128(min(max(part, 0), whole)) / Int128(whole))
    }
}

/// What a price is measured against.
enum PriceCeiling {
    /// The most the buyer pays, in millionths.
    case maximum(Int64)
    /// The lowest price of those that qualify, in millionths; nil where none does.
    case lowest(Int64?)

    /// The maximum where there is one, else the lowest of those that qualify.
    init(_ pricing: Pricing, lowest: @autoclosure () -> Int64?) {
        self = pricing.maximum.map { .maximum($0) } ?? .lowest(lowest())
    }

    /// What a price counts of the weight, rounded down; nothing where it is not known.
    func term(of price: Int64, weight: UInt32) -> UInt32 {
        guard price > 0 else { return 0 }
        switch self {
        case .maximum(let maximum): return ScoreTerms.share(weight, maximum - min(price, maximum), of: maximum)
        case .lowest(let lowest): return ScoreTerms.share(weight, min(lowest ?? price, price), of: price)
        }
    }
}
