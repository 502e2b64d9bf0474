extension Resolver {
    /// Resolves a product that requirements belong to.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(_ message: WireProduct) -> Result<WireProductAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireProductAccepted()
        fact.published = message

        _ = fields.key(of: .product(message))
        fields.requiredText("name", message.name, limit: ContractLimits.name)
        fact.commodity = fields.commodity("hsCode", message.hsCode, digits: [6], in: reference) ?? .init()
        let fob = message.hasFob ? fields.price("fob", message.fob) : nil
        if let fob { fact.fob = fob }
        if message.hasExw, let exw = inCurrency(of: fob, "exw", message.exw, message, fields) { fact.exw = exw }
        if message.hasOwnDomesticValue,
            let value = inCurrency(of: fob, "ownDomesticValue", message.ownDomesticValue, message, fields)
        {
            fact.ownDomesticValue = value
            if let fob, value.currencyCode == fob.currencyCode, value.millionths > fob.millionths {
                fields.refuse(.outOfRange, "ownDomesticValue.value", "it exceeds the FOB price")
            }
        }
        return fields.result(fact)
    }

    /// A price that must be in the currency of the FOB price.
    private func inCurrency(
        of fob: WirePrice?, _ field: String, _ money: WireMoney, _ message: WireProduct, _ fields: FieldReader
    ) -> WirePrice? {
        let price = fields.price(field, money)
        guard message.hasFob else {
            fields.refuse(.missing, "fob", "\(field) needs the FOB price")
            return price
        }
        if let fob, let price, price.currencyCode != fob.currencyCode {
            fields.refuse(
                .mixedCurrencies, "\(field).currencyCode", "it must be in \(fob.currencyCode), as the FOB price")
        }
        return price
    }
}
