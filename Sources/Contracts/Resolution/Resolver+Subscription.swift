extension Resolver {
    /// Resolves what a supplier wants to hear of.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(_ message: WireSubscription) -> Result<WireSubscriptionAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireSubscriptionAccepted()
        fact.published = message

        _ = fields.key(of: .subscription(message))
        let prefixes = fields.list("hsPrefixes", message.hsPrefixes, limit: ContractLimits.prefixes)
        for (index, prefix) in prefixes.enumerated() {
            _ = fields.commodity("hsPrefixes.\(index)", prefix, digits: [2, 4, 6], in: reference)
        }
        for (index, ward) in fields.list("wardCodes", message.wardCodes, limit: ContractLimits.wards).enumerated() {
            if ward.isEmpty { fields.refuse(.missing, "wardCodes.\(index)", "a ward's code must be given") }
            _ = fields.ward("wardCodes.\(index)", ward, in: reference)
        }
        return fields.result(fact)
    }
}
