internal import Localization

extension Resolver {
    /// Resolves what a currency costs.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(_ message: WireExchangeRate) -> Result<WireExchangeRateAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireExchangeRateAccepted()
        fact.published = message

        _ = fields.key(of: .rate(message))
        if let currency = fields.currency("currencyCode", message.currencyCode) {
            if currency.code == "VND" {
                fields.refuse(.notSupported, "currencyCode", "rates are in dong; one of the dong itself is not taken")
            }
            if message.id != currency.code {
                fields.refuse(.malformedKey, "id", "the id of a rate is its currency, \"\(currency.code)\"")
            }
        }
        fact.dongPerUnit = fields.positive("dongPerUnit", message.dongPerUnit) ?? 0
        fact.day = fields.day("day", message.day)?.number ?? 0
        return fields.result(fact)
    }
}
