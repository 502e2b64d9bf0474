public import Localization

/// The latest dong rate of each currency.
public struct ExchangeRates: Hashable, Sendable {
    /// Millionths of a dong for one major unit, by currency; dong itself is not in it.
    private var dongPerUnit: [Currency: Int64] = [:]

    private static let dong = "VND"

    /// No rates but that of dong to itself.
    public init() {}

    /// Sets what one major unit of a currency costs, in millionths of a dong, > 0. Dong itself always costs one.
    ///
    /// - returns: Whether that changed anything.
    public mutating func set(_ currency: Currency, dongPerUnit rate: Int64) -> Bool {
        currency.code != Self.dong && dongPerUnit.updateValue(rate, forKey: currency) != rate
    }

    /// Forgets a currency's rate.
    ///
    /// - returns: Whether there was one.
    public mutating func remove(_ currency: Currency) -> Bool { dongPerUnit.removeValue(forKey: currency) != nil }

    /// Millionths of a dong for one major unit, or nil where no rate is known.
    public func dongPerUnit(of currency: Currency) -> Int64? {
        currency.code == Self.dong ? Millionths.perOne : dongPerUnit[currency]
    }

    /// A price in another currency, rounded up to the next millionth; nil without a rate, or where it does not fit.
    public func convert(_ price: Price, to currency: Currency) -> Price? {
        guard price.currency != currency else { return price }
        guard let from = dongPerUnit(of: price.currency), let to = dongPerUnit(of: currency),
            let converted = (Int128(price.millionths) * Int128(from)).divided(by: Int128(to), rounding: .up),
            let millionths = Int64(exactly: converted)
        else { return nil }
        return Price(millionths, currency)
    }

    /// A sum in another currency, rounded half-even to its minor unit; nil without a rate, or where it does not fit.
    public func convert(_ amount: Amount, to currency: Currency) -> Amount? {
        guard amount.currency != currency else { return amount }
        guard let from = dongPerUnit(of: amount.currency), let to = dongPerUnit(of: currency) else { return nil }
        return try? amount.converted(to: currency, at: from, over: to)
    }

    /// The rates in the order of the currency codes.
    public var all: [(currency: Currency, dongPerUnit: Int64)] {
        dongPerUnit.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
