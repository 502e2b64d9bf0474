extension Resolver {
    /// The requirement that a quote names, by which it is held as pending where it is not known yet.
    ///
    /// - Returns: refusals of what is wrong whatever the requirement says.
    public func awaited(by message: WireQuote) -> Result<BusinessKey, Refusals> {
        let fields = FieldReader()
        let requirement = readReferences(message, fields)
        _ = readOwnFields(message, fields)
        _ = fields.positive("quantity", message.quantity)
        _ = fields.price("unitPrice", message.unitPrice)
        return fields.result(naming: requirement)
    }

    /// Resolves a supplier's offer for a requirement.
    ///
    /// - Parameter requirement: the requirement that it names.
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(
        _ message: WireQuote, requirement: RequirementSummary
    ) -> Result<WireQuoteAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireQuoteAccepted()
        fact.published = message

        if let named = readReferences(message, fields), named != requirement.key {
            fields.refuse(.unknownReference, "requirement", "it is not \(requirement.key)")
        }
        let quantity = fields.quantity("quantity", message.quantity, in: requirement.scale)
        let price = fields.price("unitPrice", message.unitPrice, per: requirement.scale)
        fields.amount("quantity", quantity: quantity, price: price)
        fact.unitCode = requirement.unitCode
        fact.quantity = quantity ?? 0
        if let price { fact.unitPrice = price }
        fact.validUntil = readOwnFields(message, fields)?.number ?? 0
        return fields.result(fact)
    }

    private func readReferences(_ message: WireQuote, _ fields: FieldReader) -> BusinessKey? {
        _ = fields.key(of: .quote(message))
        let requirement = fields.reference("requirement", message.requirement)
        if let capability = fields.reference("capability", message.capability), capability.owner != message.owner {
            fields.refuse(.foreignOwner, "capability", "a quote is for a capability of its own owner, \(message.owner)")
        }
        return requirement
    }

    private func readOwnFields(_ message: WireQuote, _ fields: FieldReader) -> CalendarDay? {
        fields.atMost("leadTimeDays", message.leadTimeDays, ContractLimits.leadTimeDays)
        fields.text("note", message.note, limit: ContractLimits.note)
        return fields.day("validUntil", message.validUntil)
    }
}
