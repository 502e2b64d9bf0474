/// The prices of a capability by quantity: in one currency, for growing quantities.
struct PriceTiers {
    /// In the base unit; as many as were published, unless some were refused.
    private(set) var tiers: [WireTier] = []
    /// The one currency of all prices.
    private(set) var currencyCode = ""

    private static let field = "unitPriceTiers"

    init(_ published: [WirePriceTier], _ fields: FieldReader, _ scale: UnitScale?) {
        guard !published.isEmpty else {
            fields.refuse(.missing, Self.field, "at least one price must be given")
            return
        }
        var lastMinimum: Int64?
        for (index, tier) in fields.list(Self.field, published, limit: ContractLimits.tiers).enumerated() {
            let reader = fields.object(Self.field, index)
            let minimum = reader.naturalQuantity("minimumQuantity", tier.minimumQuantity, in: scale)
            let price = reader.price("unitPrice", tier.unitPrice, per: scale)
            if let minimum { refuseUnlessIncreasing(minimum, after: lastMinimum, reader) }
            if let price { refuseAnotherCurrency(price, reader) }
            lastMinimum = minimum ?? lastMinimum
            guard let minimum, let price else { continue }
            var resolved = WireTier()
            resolved.minimumQuantity = minimum
            resolved.unitPrice = price.millionths
            tiers.append(resolved)
        }
    }

    private func refuseUnlessIncreasing(_ minimum: Int64, after last: Int64?, _ reader: FieldReader) {
        guard let last, minimum <= last else { return }
        reader.refuse(.tiersNotIncreasing, "minimumQuantity", "it must be above that of the tier before")
    }

    private mutating func refuseAnotherCurrency(_ price: WirePrice, _ reader: FieldReader) {
        if currencyCode.isEmpty { currencyCode = price.currencyCode }
        guard price.currencyCode != currencyCode else { return }
        reader.refuse(.mixedCurrencies, "unitPrice.currencyCode", "all tiers must be in \(currencyCode)")
    }
}
