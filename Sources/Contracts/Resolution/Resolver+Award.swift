internal import Localization

extension Resolver {
    /// The requirement that an award names, by which it is held as pending where it is not known yet.
    ///
    /// - Returns: refusals of what is wrong whatever the requirement says.
    public func awaited(by message: WireAward) -> Result<BusinessKey, Refusals> {
        let fields = FieldReader()
        let requirement = readReferences(message, fields)
        readOwnFields(message, fields)
        _ = fields.positive("quantity", message.quantity)
        _ = fields.price("unitPrice", message.unitPrice)
        if message.hasWindow { _ = fields.window("window", message.window) }
        return fields.result(naming: requirement)
    }

    /// Resolves what a buyer decided. Local content, ownership and the rate are frozen as they stand when it is first
    /// awarded: to confirm, complete or cancel it later changes none of them.
    ///
    /// - Parameters:
    ///   - before: what its key said last; nil where it is new, or was withdrawn.
    ///   - requirement: the requirement that it names.
    ///   - capability: the capability that it names; nil where it is not known, which is flagged and accepted.
    ///   - dongPerUnit: the current rate of a currency, in millionths of a dong; nil where there is none. Not asked for
    ///     VND.
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(
        _ message: WireAward, after before: WireAwardAccepted? = nil, requirement: RequirementSummary,
        capability: CapabilitySummary?, dongPerUnit: (_ currencyCode: String) -> Int64?
    ) -> Result<WireAwardAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireAwardAccepted()
        fact.published = message
        fact.hsCode = requirement.hsCode

        if let named = readReferences(message, fields), named != requirement.key {
            fields.refuse(.unknownReference, "requirement", "it is not \(requirement.key)")
        }
        readOwnFields(message, fields)
        let before = before.flatMap { $0.isOfSamePair(as: message) ? $0 : nil }
        if let before, before.published.isOfSameTerms(as: message) {
            // The requirement may be asked for in another unit since.
            fact.quantity = before.quantity
            fact.unitPrice = before.unitPrice
        } else {
            let quantity = fields.quantity("quantity", message.quantity, in: requirement.scale)
            let price = fields.price("unitPrice", message.unitPrice, per: requirement.scale)
            fields.amount("quantity", quantity: quantity, price: price)
            fact.quantity = quantity ?? 0
            if let price { fact.unitPrice = price }
        }
        let currency = fact.unitPrice.currencyCode
        let rateBefore = before.flatMap { $0.unitPrice.currencyCode == currency ? $0.dongPerUnit : nil } ?? 0
        fact.dongPerUnit =
            currency == "VND" ? Millionths.perOne : rateBefore > 0 ? rateBefore : dongPerUnit(currency) ?? 0
        if message.hasWindow {
            fact.window = fields.window("window", message.window) ?? .init()
        } else if let before, !before.published.hasWindow {
            fact.window = before.window
        } else {
            fact.window = requirement.delivery
        }
        if let before {
            fact.capabilityNotACandidate = before.capabilityNotACandidate
            if before.hasLocalContent { fact.localContent = before.localContent }
            fact.vietnameseOwnership = before.vietnameseOwnership
        } else {
            freeze(capability, for: requirement, into: &fact)
        }
        return fields.result(fact)
    }

    private func readReferences(_ message: WireAward, _ fields: FieldReader) -> BusinessKey? {
        _ = fields.key(of: .award(message))
        let requirement = fields.reference("requirement", message.requirement)
        if let requirement, requirement.owner != message.owner {
            fields.refuse(
                .foreignOwner, "requirement", "an award is for a requirement of its own owner, \(message.owner)")
        }
        _ = fields.reference("capability", message.capability)
        return requirement
    }

    private func readOwnFields(_ message: WireAward, _ fields: FieldReader) {
        fields.word("status", message.status)
        fields.text("reason", message.reason, limit: ContractLimits.note)
    }

    private func freeze(
        _ capability: CapabilitySummary?, for requirement: RequirementSummary, into fact: inout WireAwardAccepted
    ) {
        fact.capabilityNotACandidate = !(capability?.isOfMarket(of: requirement) ?? false)
        guard let capability else { return }
        if let content = capability.localContent { fact.localContent = content }
        fact.vietnameseOwnership = capability.vietnameseOwnership
    }
}

extension WireAwardAccepted {
    fileprivate func isOfSamePair(as message: WireAward) -> Bool {
        published.requirement == message.requirement && published.capability == message.capability
    }
}

extension WireAward {
    fileprivate func isOfSameTerms(as other: WireAward) -> Bool {
        quantity == other.quantity && unitPrice == other.unitPrice
    }
}

extension CapabilitySummary {
    /// Whether heading and unit are the requirement's.
    fileprivate func isOfMarket(of requirement: RequirementSummary) -> Bool {
        unitCode == requirement.unitCode
            && HSHeading.heading(of: hsCode) == HSHeading.heading(of: requirement.hsCode)
    }
}
