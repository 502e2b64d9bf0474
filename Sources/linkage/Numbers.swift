import Contracts
import Localization

/// Numbers as people read them.
enum Numbers {
    /// Millionths as a decimal, `12.5`.
    static func decimal(_ millionths: Int64) -> String { Millionths(count: millionths).description }

    /// A share in millionths as per cent with one decimal, rounded down: `36.6 %`.
    static func percent(_ millionths: Int64) -> String {
        let tenths = millionths / 1_000
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// A ratio as per cent, or a dash where there is none.
    static func percent(_ ratio: Ratio?) -> String { ratio.map { percent($0.millionths) } ?? "–" }

    /// Minor units of a currency in its major unit, with the code: `12.50 USD`.
    static func amount(_ minorUnits: Int64, _ currency: String) -> String {
        guard let currency = try? Currency(code: currency) else { return "\(minorUnits) \(currency)" }
        return "\(Amount(minorUnits: minorUnits, currency: currency).majorText) \(currency.code)"
    }

    /// A sum in minor units, thousands apart: `12,345,678`.
    static func grouped(_ number: Int128) -> String {
        let digits = String(number.magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            String(digits.dropLast(digits.count - end).suffix(3))
        }
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }

    /// An instant as RFC 3339.
    static func instant(_ milliseconds: Int64) -> String { CalendarDay.timestamp(milliseconds: milliseconds) }
}
