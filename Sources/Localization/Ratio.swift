/// An exact, non-negative ratio of two amounts, in lowest terms.
///
/// Tests compare it exactly; only what people read is rounded (Circular 05/2018/TT-BCT declares whole per cents,
/// rounded down).
///
///     let ratio = Ratio(11, over: 30)
///     ratio?.millionths                            // 366 666
///     ratio?.declaredPercent(rounding: .down)      // 36
public struct Ratio: Hashable, Sendable {
    /// The upper part, ≥ 0.
    public let numerator: Int128
    /// The lower part, > 0.
    public let denominator: Int128

    /// The largest numerator or denominator, about 1.7 × 10³²: a million times it still fits 128 bits.
    public static let largestTerm: Int128 = .max / Int128(Millionths.perOne)

    /// The quotient of two amounts in one unit, in lowest terms.
    ///
    /// - Returns: `nil` when the denominator is not positive, the numerator is negative, or a term is beyond
    ///   ``largestTerm`` even in lowest terms.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard numerator >= 0, denominator > 0 else { return nil }
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        let (upper, lower) = (numerator / divisor, denominator / divisor)
        guard upper <= Self.largestTerm, lower <= Self.largestTerm else { return nil }
        self.init(lowestTerms: upper, lower)
    }

    /// A ratio published in millionths: 300 000 is 0.3. `nil` when negative.
    public init?(millionths: Int64) {
        self.init(Int128(millionths), over: Int128(Millionths.perOne))
    }

    /// A ratio given in per cent: 40 is 2/5. `nil` when negative.
    public init?(percent: Millionths) {
        self.init(Int128(percent.count), over: Self.percentMillionthsPerOne)
    }

    private init(lowestTerms numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Nothing.
    public static let zero = Ratio(lowestTerms: 0, 1)
    /// The whole, 100 %.
    public static let one = Ratio(lowestTerms: 1, 1)

    private static let percentMillionthsPerOne = 100 * Int128(Millionths.perOne)

    private static func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

// MARK: - Exact tests

extension Ratio: Comparable {
    /// Whether the first ratio is the smaller, exactly: terms are cross-multiplied at full width.
    public static func < (first: Ratio, second: Ratio) -> Bool {
        isProduct(first.numerator, second.denominator, lessThan: second.numerator, first.denominator)
    }

    /// Whether the exact ratio is at least a minimum in per cent. A minimum equal to the ratio is met.
    public func meets(minimumPercent: Millionths) -> Bool {
        !isBelow(percent: minimumPercent)
    }

    /// Whether the exact ratio is at most a maximum in per cent. A maximum equal to the ratio is kept.
    public func keeps(maximumPercent: Millionths) -> Bool {
        !Self.isProduct(
            Int128(maximumPercent.count), denominator, lessThan: numerator, Self.percentMillionthsPerOne)
    }

    private func isBelow(percent: Millionths) -> Bool {
        Self.isProduct(numerator, Self.percentMillionthsPerOne, lessThan: Int128(percent.count), denominator)
    }

    private static func isProduct(_ a: Int128, _ b: Int128, lessThan c: Int128, _ d: Int128) -> Bool {
        let (left, leftOverflow) = a.multipliedReportingOverflow(by: b)
        let (right, rightOverflow) = c.multipliedReportingOverflow(by: d)
        guard leftOverflow || rightOverflow else { return left < right }
        let (wideLeft, wideRight) = (a.multipliedFullWidth(by: b), c.multipliedFullWidth(by: d))
        return (wideLeft.high, wideLeft.low) < (wideRight.high, wideRight.low)
    }
}

// MARK: - Rounded forms

extension Ratio {
    /// The ratio in millionths, rounded down; at most `Int64.max`.
    public var millionths: Int64 { parts(perOne: Int128(Millionths.perOne), rounding: .down) }

    /// The ratio in hundredths of a per cent, rounded down; at most `Int64.max`.
    public var basisPoints: Int64 { parts(perOne: 10_000, rounding: .down) }

    /// The whole per cent a producer declares: down for a minimum (40.6 → 40, Circular 05/2018/TT-BCT), up for a
    /// maximum such as MaxNOM; at most `Int64.max`.
    public func declaredPercent(rounding: Rounding) -> Int64 {
        parts(perOne: 100, rounding: rounding)
    }

    /// The part of an amount that the ratio takes, rounded down. `nil` when the amount is negative or the part does
    /// not fit.
    func portion(of amount: Int128) -> Int128? {
        guard amount >= 0 else { return nil }
        let product = amount.magnitude.multipliedFullWidth(by: numerator.magnitude)
        guard product.high < denominator.magnitude else { return nil }
        return Int128(exactly: denominator.magnitude.dividingFullWidth(product).quotient)
    }

    /// Terms are limited so that the product fits for every `perOne` up to a million.
    private func parts(perOne: Int128, rounding: Rounding) -> Int64 {
        let parts = (numerator * perOne).divided(by: denominator, rounding: rounding)
        return Int64(clamping: parts ?? .max)
    }
}

extension Ratio: CustomStringConvertible {
    /// The terms, `11/30`.
    public var description: String { "\(numerator)/\(denominator)" }
}
