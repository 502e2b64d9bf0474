/// A code of the Harmonized System 2022: a heading of four digits or a subheading of six.
public struct HSCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The digits as a number: 8534 or 853400.
    public let number: UInt32
    /// Whether there are six digits.
    public let isSubheading: Bool

    /// Reads four or six digits; nil for any other text.
    public init?(_ digits: some StringProtocol) {
        let bytes = digits.utf8
        guard bytes.count == 4 || bytes.count == 6, bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        self.number = bytes.reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
        self.isSubheading = bytes.count == 6
    }

    /// The code of the heading.
    public var headingCode: HSCode { HSCode(number: heading, isSubheading: false) }

    private init(number: UInt32, isSubheading: Bool) {
        self.number = number
        self.isSubheading = isSubheading
    }

    /// The first four digits, by which the market is partitioned.
    public var heading: UInt32 { isSubheading ? number / 100 : number }

    /// Whether a capability of this code can make what a requirement of the other names: the same subheading, or its
    /// heading.
    public func covers(_ required: HSCode) -> Bool {
        isSubheading ? self == required : heading == required.heading
    }

    /// As their digits: a heading comes before its subheadings.
    public static func < (a: HSCode, b: HSCode) -> Bool { a.description < b.description }

    /// The four or six digits.
    public var description: String {
        let digits = String(number)
        return String(repeating: "0", count: (isSubheading ? 6 : 4) - digits.utf8.count) + digits
    }
}
