internal import Localization

extension Resolver {
    /// Resolves a thing that a supplier makes.
    ///
    /// A line of the cost statement that names a capability carries that capability's local content as it stands now;
    /// where the capability is not known, or states none, the line counts as its own origin says.
    ///
    /// - Parameter capabilities: what is known of other capabilities, and of this key's earlier statements.
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(
        _ message: WireCapability, capabilities: CapabilityLookup = .empty
    ) -> Result<WireCapabilityAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireCapabilityAccepted()
        fact.published = message

        let key = fields.key(of: .capability(message))
        fact.commodity = fields.commodity("hsCode", message.hsCode, digits: [4, 6], in: reference) ?? .init()
        fields.text("description", message.description_p, limit: ContractLimits.description)
        fact.attributes = fields.attributes("attributes", message.attributes)
        readQuantitiesAndPrices(message, fields, into: &fact)
        fields.atMost("leadTimeDays", message.leadTimeDays, ContractLimits.leadTimeDays)
        fact.certifications = fields.certificates("certifications", message.certifications)
        fact.vietnameseOwnership =
            fields.basisPoints("vietnameseOwnershipPercent", message.vietnameseOwnershipPercent) ?? 0
        let place = fields.place("place", message.place, in: reference)
        if let ward = place.ward { fact.ward = ward }
        if let point = place.point { fact.point = point }
        readStatement(message, key, fields, capabilities, into: &fact)
        readValidity(message, fields, into: &fact)
        return fields.result(fact)
    }

    /// The local content that a statement comes to alone: lines that name a capability count by their own origin. Nil
    /// where it has none, or does not add up.
    public func localContent(of statement: WireCostStatement) -> WireLocalContent? {
        let fields = FieldReader()
        var reader = StatementReader(fields.object("costStatement"), of: nil, .empty)
        let content = reader.localContent(statement)
        return (try? fields.result(content).get()) ?? nil
    }

    private func readQuantitiesAndPrices(
        _ message: WireCapability, _ fields: FieldReader, into fact: inout WireCapabilityAccepted
    ) {
        let unit = fields.unit("unitCode", message.unitCode, in: reference)
        fact.unit = unit?.label ?? .init()
        fact.unitCode = unit?.scale.baseCode ?? ""
        fact.capacityPerMonth = fields.quantity("capacityPerMonth", message.capacityPerMonth, in: unit?.scale) ?? 0
        fact.minimumOrder = fields.naturalQuantity("minimumOrder", message.minimumOrder, in: unit?.scale) ?? 0
        let tiers = PriceTiers(message.unitPriceTiers, fields, unit?.scale)
        fact.tiers = tiers.tiers
        fact.currencyCode = tiers.currencyCode
    }

    private func readStatement(
        _ message: WireCapability, _ key: BusinessKey?, _ fields: FieldReader, _ capabilities: CapabilityLookup,
        into fact: inout WireCapabilityAccepted
    ) {
        guard message.hasCostStatement else { return }
        var statement = StatementReader(fields.object("costStatement"), of: key, capabilities)
        if let content = statement.localContent(message.costStatement) { fact.localContent = content }
        fact.carried = statement.carried
    }

    private func readValidity(
        _ message: WireCapability, _ fields: FieldReader, into fact: inout WireCapabilityAccepted
    ) {
        let valid = fields.object("valid")
        let first = valid.optionalDay("firstDay", message.valid.firstDay)
        let last = valid.optionalDay("lastDay", message.valid.lastDay)
        guard valid.isOrdered("lastDay", first, last) else { return }
        if let first { fact.validFirst = first.number }
        if let last { fact.validLast = last.number }
    }
}
