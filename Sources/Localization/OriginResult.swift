/// A ratio with everything needed to defend it: the formula, what went in, what to know, and the article.
public struct OriginResult: Hashable, Sendable {
    /// The formula used.
    public let method: OriginMethod
    /// The exact ratio; tests use this one.
    public let ratio: Ratio
    /// What went into the formula, in its order; amounts in the statement's currency per unit of product.
    public let inputs: [Input]
    /// What a reader should know, in a fixed order.
    public let flags: [StatementFlag]

    /// A labelled amount.
    public struct Input: Hashable, Sendable {
        /// Which part of the cost model.
        public let part: CostPart
        /// Its value.
        public let amount: Millionths
    }

    /// The figure a producer declares, in whole per cent: rounded down, MaxNOM up.
    public var declaredPercent: Int64 { ratio.declaredPercent(rounding: method.declaredRounding) }

    /// The article that gives the formula.
    public var source: String { method.source }

    /// Whether the exact ratio passes, equality included.
    ///
    /// - Returns: `nil` when the threshold is set for another method and says nothing about this ratio.
    public func passes(_ threshold: Threshold) -> Bool? {
        guard threshold.method == method else { return nil }
        return threshold.isMaximum
            ? ratio.keeps(maximumPercent: threshold.percent) : ratio.meets(minimumPercent: threshold.percent)
    }
}
