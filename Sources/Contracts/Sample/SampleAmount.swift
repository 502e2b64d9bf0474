import SwiftProtobuf

/// Amounts and quantities of sample data, in millionths.
enum SampleAmount {
    static let one: Int64 = 1_000_000

    /// A decimal string without trailing zeros.
    static func text(_ millionths: Int64) -> String {
        let (whole, fraction) = millionths.quotientAndRemainder(dividingBy: one)
        guard fraction != 0 else { return "\(whole)" }
        var digits = String(fraction)
        digits = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }

    /// The text of a number, with zeros before it.
    static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// A whole number of which all but the first two digits are zero; at least 1.
    static func rounded(_ value: Int64) -> Int64 {
        var step: Int64 = 1
        while value / step >= 100 { step *= 10 }
        return max(1, value / step * step)
    }

    static func money(_ currency: String, _ millionths: Int64) -> WireMoney {
        .with {
            $0.currencyCode = currency
            $0.value = text(millionths)
        }
    }
}
