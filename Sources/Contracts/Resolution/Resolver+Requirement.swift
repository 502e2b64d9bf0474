extension Resolver {
    /// Resolves an item that a firm buys.
    ///
    /// Quantities and prices enter in the base unit of the unit's family. A missing closing day is the last day of
    /// delivery; a later one is refused, since nothing offered then could still be delivered.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(_ message: WireRequirement) -> Result<WireRequirementAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireRequirementAccepted()
        fact.published = message

        let key = fields.key(of: .requirement(message))
        fact.commodity = fields.commodity("hsCode", message.hsCode, digits: [6], in: reference) ?? .init()
        fields.text("description", message.description_p, limit: ContractLimits.description)
        let unit = fields.unit("unitCode", message.unitCode, in: reference)
        let quantity = fields.quantity("quantity", message.quantity, in: unit?.scale)
        readUnit(unit, quantity, into: &fact)
        readDays(message, fields, into: &fact)
        readPlace(message, fields, into: &fact)
        readPrices(message, fields, unit?.scale, quantity, into: &fact)
        readConditions(message, fields, into: &fact)
        readProduct(message, fields, unit?.scale, into: &fact)
        if message.anonymous, let key { fact.publicID = publicId(of: key) }
        return fields.result(fact)
    }

    private func readUnit(
        _ unit: (label: WireCodeLabel, scale: UnitScale)?, _ quantity: Int64?, into fact: inout WireRequirementAccepted
    ) {
        guard let unit else { return }
        fact.unit = unit.label
        fact.unitCode = unit.scale.baseCode
        fact.quantity = quantity ?? 0
    }

    private func readDays(_ message: WireRequirement, _ fields: FieldReader, into fact: inout WireRequirementAccepted) {
        let delivery = fields.window("delivery", message.delivery)
        let closing = fields.optionalDay("closingDay", message.closingDay)
        guard let delivery else { return }
        fact.delivery = delivery
        fact.closingDay = closing?.number ?? delivery.last
        if fact.closingDay > delivery.last {
            fields.refuse(.outOfRange, "closingDay", "it must not be after the last day of delivery")
        }
    }

    private func readPlace(_ message: WireRequirement, _ fields: FieldReader, into fact: inout WireRequirementAccepted)
    {
        let place = fields.place("place", message.place, in: reference)
        if let ward = place.ward { fact.ward = ward }
        if let point = place.point { fact.point = point }
        guard message.hasMaximumDistanceMetres else { return }
        fields.atMost("maximumDistanceMetres", message.maximumDistanceMetres, ContractLimits.distanceMetres)
        let hasPlace = !message.place.wardCode.isEmpty || message.place.hasLatitude || message.place.hasLongitude
        if !hasPlace { fields.refuse(.missing, "place", "a maximum distance needs a ward or a point") }
    }

    private func readPrices(
        _ message: WireRequirement, _ fields: FieldReader, _ scale: UnitScale?, _ quantity: Int64?,
        into fact: inout WireRequirementAccepted
    ) {
        if message.hasMaximumUnitPrice,
            let price = fields.price("maximumUnitPrice", message.maximumUnitPrice, per: scale)
        {
            fact.maximumUnitPrice = price
            fields.amount("maximumUnitPrice.value", quantity: quantity, price: price)
        }
        let sourcing = fields.object("currentSourcing")
        sourcing.word("kind", message.currentSourcing.kind)
        if message.currentSourcing.hasUnitPrice,
            let price = sourcing.price("unitPrice", message.currentSourcing.unitPrice, per: scale)
        {
            fact.currentUnitPrice = price
            sourcing.amount("unitPrice.value", quantity: quantity, price: price)
        }
        if let lvc = sourcing.share("lvcPercent", message.currentSourcing.lvcPercent) { fact.currentLvc = lvc }
    }

    private func readConditions(
        _ message: WireRequirement, _ fields: FieldReader, into fact: inout WireRequirementAccepted
    ) {
        fields.atMost("maximumLeadTimeDays", message.maximumLeadTimeDays, ContractLimits.leadTimeDays)
        fact.requiredCertifications = fields.schemes("requiredCertifications", message.requiredCertifications)
        fact.minimumLvc = fields.share("minimumLvcPercent", message.minimumLvcPercent) ?? 0
        fact.minimumVietnameseOwnership =
            fields.basisPoints("minimumVietnameseOwnershipPercent", message.minimumVietnameseOwnershipPercent) ?? 0
        fact.attributeBounds = fields.attributeBounds("attributeBounds", message.attributeBounds)
    }

    private func readProduct(
        _ message: WireRequirement, _ fields: FieldReader, _ scale: UnitScale?, into fact: inout WireRequirementAccepted
    ) {
        guard message.hasProduct else { return }
        let line = fields.object("product")
        let isId = BusinessKey("0000000000/" + message.product.id) != nil
        if !isId { line.refuse(.malformedReference, "id", "it must be the id of a product of the same owner") }
        fact.quantityPerProduct = line.quantity("quantityPerUnit", message.product.quantityPerUnit, in: scale) ?? 0
    }
}
