import Localization

/// How prices are compared for one requirement: in which currency, at which rates, up to which maximum.
struct Pricing {
    /// The maximum's currency, else the current price's, else the reporting currency.
    let currency: Currency
    /// Millionths; nil without a maximum.
    let maximum: Int64?
    private let current: Price?
    private let rates: ExchangeRates

    init(for requirement: Requirement, rates: ExchangeRates, policy: Policy) {
        self.currency =
            requirement.maximumUnitPrice?.currency ?? requirement.currentUnitPrice?.currency
            ?? policy.reportingCurrency
        self.maximum = requirement.maximumUnitPrice?.millionths
        self.current = requirement.currentUnitPrice
        self.rates = rates
    }

    /// A capability's price of a unit at a quantity, in millionths of `currency`; nil without a rate, or where it does
    /// not fit.
    func unitPrice(of capability: Capability, at quantity: Int64) -> Int64? {
        capability.unitPrice(at: quantity).flatMap { rates.convert($0, to: currency)?.millionths }
    }

    /// The currencies that lack a rate by which a capability's prices could be compared.
    func missingRates(of capability: Capability) -> [Currency] {
        guard capability.currency != currency else { return [] }
        return [capability.currency, currency].filter { rates.dongPerUnit(of: $0) == nil }
    }

    /// Whether a price does not exceed the maximum.
    func isAcceptable(_ price: Int64) -> Bool { maximum.map { price <= $0 } ?? true }

    /// What a unit that no one supplies is valued at, in millionths of `currency`.
    var reference: Reference {
        if let current {
            return rates.convert(current, to: currency).map { .price($0.millionths) } ?? .noRate
        }
        return maximum.map { .price($0) } ?? .none
    }

    /// The current unit price, else the maximum, else none.
    enum Reference {
        case price(Int64)
        case noRate
        case none
    }
}
