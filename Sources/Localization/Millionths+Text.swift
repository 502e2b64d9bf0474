extension Millionths {
    /// Why a text is not a number of this kind.
    public enum TextRefusal: String, Error, Hashable, Sendable {
        /// Not `-`? digits (`.` digits)?: an exponent, `+`, a comma, a space, a leading or trailing dot, or nothing.
        case malformed
        /// More than six digits after the dot, even if they are zeros.
        case tooManyDecimals
        /// Outside ±9 223 372 036 854.775807.
        case outOfRange
    }

    /// The number a decimal text says, such as `12.50` or `-3`. ASCII digits only; leading zeros are read as such.
    ///
    /// - Throws: the first of `malformed`, `tooManyDecimals`, `outOfRange` that applies to the whole text.
    public init(_ text: String) throws(TextRefusal) {
        let digits = try DecimalDigits(text)
        guard digits.decimals <= 6 else { throw .tooManyDecimals }
        guard let count = digits.count else { throw .outOfRange }
        self.init(count: count)
    }
}

extension Millionths: CustomStringConvertible {
    /// The canonical text: no trailing zeros after the dot, no dot without decimals. Reading it gives the number back.
    public var description: String {
        let (whole, fraction) = count.magnitude.quotientAndRemainder(dividingBy: UInt64(Self.perOne))
        let sign = count < 0 ? "-" : ""
        guard fraction != 0 else { return "\(sign)\(whole)" }
        var decimals = String(fraction)
        decimals = String(repeating: "0", count: 6 - decimals.utf8.count) + decimals
        while decimals.last == "0" { decimals.removeLast() }
        return "\(sign)\(whole).\(decimals)"
    }
}

/// What a decimal text is made of, read once from left to right.
private struct DecimalDigits {
    private var isNegative = false
    /// All digits as one number; held at the limit once it is beyond any 64-bit count.
    private var magnitude: Int128 = 0
    private(set) var decimals = 0

    private static let dot = UInt8(ascii: ".")
    private static let minus = UInt8(ascii: "-")
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    private static let limit = Int128(Int64.max) * 10

    init(_ text: String) throws(Millionths.TextRefusal) {
        var wholeDigits = 0
        var hasDot = false
        for (offset, byte) in text.utf8.enumerated() {
            switch byte {
            case Self.minus where offset == 0:
                isNegative = true
            case Self.dot where !hasDot:
                hasDot = true
            case Self.digits:
                append(byte - Self.digits.lowerBound)
                if hasDot { decimals += 1 } else { wholeDigits += 1 }
            default:
                throw .malformed
            }
        }
        guard wholeDigits > 0, !hasDot || decimals > 0 else { throw .malformed }
    }

    private mutating func append(_ digit: UInt8) {
        magnitude = min(magnitude * 10 + Int128(digit), Self.limit)
    }

    /// The number in millionths, if it fits; asked only when there are at most six decimals.
    var count: Int64? {
        var scaled = magnitude
        for _ in decimals..<6 { scaled *= 10 }
        return Int64(exactly: isNegative ? -scaled : scaled)
    }
}
