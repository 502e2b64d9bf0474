internal import Contracts
internal import Localization

/// Writes numbers, money, shares and times as people of a language read them: `1.234,5` in Vietnamese, `1,234.5` in
/// English. Nothing else does.
struct Figures: Sendable {
    let language: Language

    /// Where there is nothing to write.
    static let nothing = "–"

    private var thousands: String { language == .vietnamese ? "." : "," }
    private var point: String { language == .vietnamese ? "," : "." }

    /// A count.
    func count(_ number: Int) -> String { (number < 0 ? "-" : "") + grouped(String(number.magnitude)) }

    /// Millionths as a decimal, without trailing zeros.
    func decimal(_ millionths: Int64) -> String {
        let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: UInt64(Millionths.perOne))
        var text = (millionths < 0 ? "-" : "") + grouped(String(whole))
        guard fraction > 0 else { return text }
        let digits = String(fraction)
        var decimals = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        while decimals.last == "0" { decimals.removeLast() }
        text += point + decimals
        return text
    }

    /// A decimal text of a published record, `12.50`; as it is where it is no number.
    func decimal(_ text: String) -> String { (try? Millionths(text)).map { decimal($0.count) } ?? text }

    /// A share in millionths as per cent with one decimal, rounded down.
    func percent(_ millionths: Int64?) -> String {
        guard let millionths else { return Self.nothing }
        let tenths = max(0, millionths) / 1_000
        return "\(grouped(String(tenths / 10)))\(point)\(tenths % 10)%"
    }

    /// Degrees of latitude or longitude, to four decimals: ten metres.
    func degrees(_ degrees: Double) -> String {
        guard degrees.isFinite else { return Self.nothing }
        return decimal(Int64((max(-180, min(180, degrees)) * 10_000).rounded()) * 100) + "°"
    }

    /// A sum in minor units, with the currency's code.
    func amount(_ minorUnits: Int128, _ currency: Currency) -> String {
        let sum = MajorUnits(minorUnits, of: currency)
        let minor = sum.minor.isEmpty ? "" : point + sum.minor
        return "\(sum.isNegative ? "-" : "")\(grouped(sum.whole))\(minor) \(currency.code)"
    }

    /// A sum in minor units of the currency a code names.
    func amount(_ minorUnits: Int64, _ code: String) -> String {
        guard let currency = try? Currency(code: code) else { return Self.nothing }
        return amount(Int128(minorUnits), currency)
    }

    /// A published price, with the currency's code.
    func money(_ money: WireMoney) -> String { "\(decimal(money.value)) \(money.currencyCode)" }

    /// An instant in Viet Nam, which keeps UTC+7 all year, to the second.
    func instant(_ milliseconds: Int64) -> String {
        let local = CalendarDay.timestamp(milliseconds: milliseconds + 7 * 3_600_000)
        return "\(day(String(local.prefix(10)))) \(local.dropFirst(11).prefix(8))"
    }

    /// A day of a published record, `2026-03-01`; as it is where it is no day.
    func day(_ text: String) -> String {
        guard language == .vietnamese, CalendarDay(text) != nil else { return text }
        return text.split(separator: "-").reversed().joined(separator: "/")
    }

    private func grouped(_ digits: String) -> String {
        let ends = stride(from: digits.count, to: 0, by: -3)
        return ends.map { String(digits.prefix($0).suffix(3)) }.reversed().joined(separator: thousands)
    }
}

extension Figures {
    /// Minor units × a share in millionths, brought to whole minor units and rounded down.
    func added(_ minorUnitMillionths: Int128, _ code: String) -> String {
        guard let currency = try? Currency(code: code) else { return Self.nothing }
        return amount(minorUnitMillionths / Int128(Millionths.perOne), currency)
    }
}
