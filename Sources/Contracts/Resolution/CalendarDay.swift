/// A day of the Gregorian calendar in Asia/Ho_Chi_Minh, counted from 1970-01-01.
///
///     CalendarDay("2026-03-01")?.number   // 20 513
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int32

    /// A day by its count.
    public init(number: Int32) { self.number = number }

    /// The day of an instant, seven hours before UTC.
    ///
    /// - Parameter instant: milliseconds since 1970-01-01T00:00:00Z.
    public init(ofMilliseconds instant: Int64) {
        let (local, overflow) = instant.addingReportingOverflow(7 * 3_600_000)
        number = Int32(clamping: Self.split(overflow ? instant : local).days)
    }

    /// Reads `YYYY-MM-DD` of a day that exists; nil for any other text.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10]), year >= 1, (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.number = Self.count(year: year, month: month, day: day)
    }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// The year, from 1 on for days that a text can say.
    public var year: Int32 { Int32(clamping: parts.year) }

    /// Reads what `timestamp(milliseconds:)` wrote; nil for any other text.
    public static func milliseconds(timestamp text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, let day = CalendarDay(String(text.prefix(10))),
            let hours = number(bytes[11..<13]), let minutes = number(bytes[14..<16]),
            let seconds = number(bytes[17..<19]), let thousandths = number(bytes[20..<23])
        else { return nil }
        let within = ((Int64(hours) * 60 + Int64(minutes)) * 60 + Int64(seconds)) * 1_000 + Int64(thousandths)
        let instant = Int64(day.number) * 86_400_000 + within
        return timestamp(milliseconds: instant) == text ? instant : nil
    }

    /// An instant as RFC 3339 in UTC with milliseconds.
    ///
    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
    public static func timestamp(milliseconds: Int64) -> String {
        let (days, within) = split(milliseconds)
        let (hours, minutes) = (within / 3_600_000, within / 60_000 % 60)
        let (seconds, thousandths) = (within / 1_000 % 60, within % 1_000)
        let time = "\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2)).\(padded(thousandths, 3))"
        return "\(CalendarDay(number: Int32(clamping: days)))T\(time)Z"
    }
}

extension CalendarDay {
    /// Whole days, and the milliseconds into the next one.
    private static func split(_ milliseconds: Int64) -> (days: Int64, within: Int64) {
        let perDay: Int64 = 86_400_000
        let (days, within) = milliseconds.quotientAndRemainder(dividingBy: perDay)
        return within < 0 ? (days - 1, within + perDay) : (days, within)
    }

    /// Days from the civil date, with years that begin in March (H. Hinnant, "chrono-compatible low-level date
    /// algorithms").
    private static func count(year: Int64, month: Int64, day: Int64) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(clamping: era * 146_097 + dayOfEra - 719_468)
    }

    private var parts: (year: Int64, month: Int64, day: Int64) {
        let shifted = Int64(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        var number: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        return number
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }
}
