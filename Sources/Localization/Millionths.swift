/// A decimal number with up to six decimals, held exactly as a count of millionths.
///
/// Quantities, unit prices and per cents come in this form; the unit is the caller's (a currency's major unit,
/// a unit of measure, a per cent).
///
///     let price = try Millionths("12.50")   // count 12_500_000, description "12.5"
public struct Millionths: Hashable, Sendable {
    /// How many millionths: 12.5 has 12 500 000.
    public let count: Int64

    /// The number of millionths given.
    public init(count: Int64) {
        self.count = count
    }

    /// Nothing.
    public static let zero = Millionths(count: 0)

    /// Millionths in a whole one.
    public static let perOne: Int64 = 1_000_000

    /// The sum, or `nil` when it does not fit 64 bits.
    public func adding(_ other: Millionths) -> Millionths? {
        let (sum, overflow) = count.addingReportingOverflow(other.count)
        return overflow ? nil : Millionths(count: sum)
    }

    /// The difference, or `nil` when it does not fit 64 bits.
    public func subtracting(_ other: Millionths) -> Millionths? {
        let (difference, overflow) = count.subtractingReportingOverflow(other.count)
        return overflow ? nil : Millionths(count: difference)
    }
}

extension Millionths: Comparable {
    /// Whether the first number is the smaller.
    public static func < (first: Millionths, second: Millionths) -> Bool {
        first.count < second.count
    }
}
