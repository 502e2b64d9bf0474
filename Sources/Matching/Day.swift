/// A day in Asia/Ho_Chi_Minh, counted from 1970-01-01. Viet Nam keeps UTC+7 all year.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    public let number: Int32

    /// A day by its count.
    public init(_ number: Int32) { self.number = number }

    /// The local day of an instant, in milliseconds since 1970-01-01T00:00:00Z.
    public init(ofMilliseconds instant: Int64) {
        let perDay: Int64 = 86_400_000
        let (local, overflow) = instant.addingReportingOverflow(7 * 3_600_000)
        let quotient = (overflow ? instant : local) / perDay
        let floor = (overflow ? instant : local) < quotient * perDay ? quotient - 1 : quotient
        self.number = Int32(clamping: floor)
    }

    /// The earlier day is the smaller.
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

/// Days from the first to the last, both included.
public struct DayRange: Hashable, Sendable {
    /// The first day.
    public let first: Day
    /// The last day, not before the first.
    public let last: Day

    /// A range of days; a last day before the first makes a range of one day.
    public init(_ first: Day, _ last: Day) {
        self.first = first
        self.last = max(first, last)
    }

    /// How many days, at least 1.
    public var count: Int64 { Int64(last.number) - Int64(first.number) + 1 }

    /// How many days both ranges have.
    public func overlap(_ other: DayRange) -> Int64 {
        let first = Int64(max(self.first, other.first).number)
        let last = Int64(min(self.last, other.last).number)
        return max(0, last - first + 1)
    }

    /// Whether a day is in the range.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
