public import Localization

extension WireLocalContent {
    /// The exact ratio; nil where there is none.
    public var ratio: Ratio? { Ratio(Int128(numerator), over: Int128(denominator)) }
}
