internal import Localization

extension FieldReader {
    /// A currency that must be given.
    func currency(_ field: String, _ code: String) -> Currency? {
        guard !code.isEmpty else {
            refuse(.missing, field, "a currency must be given, such as \"VND\" or \"USD\"")
            return nil
        }
        do {
            return try Currency(code: code)
        } catch {
            refuse(.unknownCurrency, field, "a currency is a code of ISO 4217, such as \"VND\" or \"USD\"")
            return nil
        }
    }

    /// The price of one unit as published, above zero; missing is refused.
    func price(_ field: String, _ money: WireMoney) -> WirePrice? {
        guard money != WireMoney() else {
            refuse(.missing, field, "a price must be given, with currency and value")
            return nil
        }
        let fields = object(field)
        let currency = fields.currency("currencyCode", money.currencyCode)
        let value = fields.positive("value", money.value)
        guard let currency, let value else { return nil }
        return WirePrice(currency: currency, millionths: value)
    }

    /// The price of one of the base unit, from a price of one published unit.
    func price(_ field: String, _ money: WireMoney, per scale: UnitScale?) -> WirePrice? {
        guard var price = price(field, money), let scale else { return nil }
        guard let perBase = scale.pricePerBaseUnit(price.millionths) else {
            object(field).refuse(
                .notExactInBaseUnit, "value",
                "the price of one \(scale.baseCode), \(scale.factor) to the unit, is not exact to six decimals")
            return nil
        }
        price.millionths = perBase
        return price
    }

    /// Refuses a quantity that costs more than an amount can hold.
    func amount(_ field: String, quantity: Int64?, price: WirePrice?) {
        guard let quantity, let price, let currency = try? Currency(code: price.currencyCode) else { return }
        let (units, unitPrice) = (Millionths(count: quantity), Millionths(count: price.millionths))
        guard (try? Amount(quantity: units, unitPrice: unitPrice, currency: currency)) == nil else { return }
        refuse(.outOfRange, field, "quantity × price is beyond 9223372036854775807 of the currency's minor unit")
    }
}

extension WirePrice {
    /// A price of one unit, in millionths of the currency's major unit.
    init(currency: Currency, millionths: Int64) {
        self.init()
        self.currencyCode = currency.code
        self.millionths = millionths
    }
}
