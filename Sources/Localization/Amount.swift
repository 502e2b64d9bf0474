/// A sum of money in a currency's minor unit: what a quantity costs, and totals of that.
///
///     let total = try Amount(quantity: Millionths("1000"), unitPrice: Millionths("0.1255"), currency: dollar)
///     total.minorUnits   // 12 550 cents
public struct Amount: Hashable, Sendable {
    /// The currency of the sum.
    public let currency: Currency
    /// The sum in the currency's minor unit: dong for VND, cents for USD.
    public let minorUnits: Int64

    /// Why a sum cannot be formed.
    public enum Refusal: String, Error, Hashable, Sendable {
        /// The result does not fit 64 bits of minor units.
        case outOfRange
        /// The amounts are in different currencies; no rate is applied here.
        case differentCurrencies
    }

    /// A sum known in minor units.
    public init(minorUnits: Int64, currency: Currency) {
        self.currency = currency
        self.minorUnits = minorUnits
    }

    /// Quantity × unit price from the exact 128-bit product, rounded half-even to the minor unit once.
    ///
    /// - Parameter unitPrice: in the currency's major unit.
    /// - Throws: `outOfRange`.
    public init(quantity: Millionths, unitPrice: Millionths, currency: Currency) throws(Refusal) {
        let product = Int128(quantity.count) * Int128(unitPrice.count)
        let productsPerMajor = Int128(Millionths.perOne) * Int128(Millionths.perOne)
        let productsPerMinor = productsPerMajor / Int128(currency.minorUnitsPerMajor)
        guard let rounded = product.divided(by: productsPerMinor, rounding: .halfEven),
            let minorUnits = Int64(exactly: rounded)
        else { throw .outOfRange }
        self.init(minorUnits: minorUnits, currency: currency)
    }

    /// The sum of both.
    ///
    /// - Throws: `differentCurrencies`, `outOfRange`.
    public func adding(_ other: Amount) throws(Refusal) -> Amount {
        guard currency == other.currency else { throw .differentCurrencies }
        let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
        guard !overflow else { throw .outOfRange }
        return Amount(minorUnits: sum, currency: currency)
    }

    /// The sum in another currency, rounded half-even to its minor unit once.
    ///
    /// - Parameters:
    ///   - from: what one major unit of this currency costs in a third one.
    ///   - to: what one of the other currency costs in it, > 0.
    /// - Throws: `outOfRange`.
    public func converted(to other: Currency, at from: Int64, over to: Int64) throws(Refusal) -> Amount {
        let (product, overflow) = (Int128(minorUnits) * Int128(from))
            .multipliedReportingOverflow(by: Int128(other.minorUnitsPerMajor))
        guard !overflow,
            let quotient = product.divided(by: Int128(to) * Int128(currency.minorUnitsPerMajor), rounding: .halfEven),
            let converted = Int64(exactly: quotient)
        else { throw .outOfRange }
        return Amount(minorUnits: converted, currency: other)
    }

    /// The sum in the major unit with all its minor digits, as `Money.value` has it: `12.50` for 1 250 cents,
    /// `1250` for 1 250 dong.
    public var majorText: String {
        let perMajor = UInt64(currency.minorUnitsPerMajor)
        let (whole, minor) = minorUnits.magnitude.quotientAndRemainder(dividingBy: perMajor)
        let sign = minorUnits < 0 ? "-" : ""
        guard currency.minorDigits > 0 else { return "\(sign)\(whole)" }
        let decimals = String(minor)
        let padding = String(repeating: "0", count: currency.minorDigits - decimals.utf8.count)
        return "\(sign)\(whole).\(padding)\(decimals)"
    }
}

extension Sequence where Element == Amount {
    /// The sum of all in one currency; of none, zero.
    ///
    /// - Throws: `differentCurrencies`; `outOfRange` when the final sum does not fit, whatever the order.
    public func sum(in currency: Currency) throws(Amount.Refusal) -> Amount {
        var sum: Int128 = 0
        for amount in self {
            guard amount.currency == currency else { throw .differentCurrencies }
            sum += Int128(amount.minorUnits)
        }
        guard let minorUnits = Int64(exactly: sum) else { throw .outOfRange }
        return Amount(minorUnits: minorUnits, currency: currency)
    }
}
