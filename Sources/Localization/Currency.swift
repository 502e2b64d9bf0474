/// A currency of ISO 4217 in which something can be priced, with the digits of its minor unit.
///
///     let dong = try Currency(code: "VND")   // minorDigits 0
public struct Currency: Hashable, Sendable {
    /// Three capital letters, such as `VND`.
    public let code: String
    /// Decimals of the minor unit: 0 for VND and JPY, 2 for USD, 3 for KWD (ISO 4217 list one).
    public let minorDigits: Int

    /// Why a code is not a currency.
    public enum Refusal: String, Error, Hashable, Sendable {
        /// Not three capital letters.
        case malformed
        /// No active currency, or one without a minor unit (gold, test codes, drawing rights).
        case unknown
    }

    /// The currency a code names. Codes withdrawn from ISO 4217 are unknown.
    public init(code: String) throws(Refusal) {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard code.utf8.count == 3, code.utf8.allSatisfy(capitals.contains) else { throw .malformed }
        guard let minorDigits = Self.activeMinorDigits[code] else { throw .unknown }
        self.code = code
        self.minorDigits = minorDigits
    }

    /// Minor units in one major unit: 1 for VND, 100 for USD.
    public var minorUnitsPerMajor: Int64 {
        var units: Int64 = 1
        for _ in 0..<minorDigits { units *= 10 }
        return units
    }
}

extension Currency: Comparable {
    /// Alphabetical order of the codes.
    public static func < (first: Currency, second: Currency) -> Bool {
        first.code < second.code
    }
}

extension Currency: CustomStringConvertible {
    /// The code.
    public var description: String { code }
}
