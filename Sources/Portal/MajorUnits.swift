internal import Localization

/// A sum of any size in a currency's major unit, with its minor digits: `12.50` for 1 250 cents.
struct MajorUnits: CustomStringConvertible {
    /// Whether the sum is below zero.
    let isNegative: Bool
    /// The digits before the point.
    let whole: String
    /// The digits after it; empty where the currency has no minor unit.
    let minor: String

    /// A sum in minor units.
    init(_ minorUnits: Int128, of currency: Currency) {
        isNegative = minorUnits < 0
        let (whole, minor) = minorUnits.magnitude.quotientAndRemainder(
            dividingBy: UInt128(currency.minorUnitsPerMajor))
        self.whole = String(whole)
        let digits = String(minor)
        self.minor =
            currency.minorDigits == 0
            ? "" : String(repeating: "0", count: currency.minorDigits - digits.utf8.count) + digits
    }

    var description: String { (isNegative ? "-" : "") + whole + (minor.isEmpty ? "" : "." + minor) }
}
