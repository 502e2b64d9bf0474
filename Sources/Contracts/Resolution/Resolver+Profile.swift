extension Resolver {
    /// The id of every profile: an enterprise has one.
    public static let profileId = "profile"

    /// Resolves who an enterprise is.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(_ message: WireEnterpriseProfile) -> Result<WireProfileAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireProfileAccepted()
        fact.published = message

        if fields.key(of: .profile(message)) != nil, message.id != Self.profileId {
            fields.refuse(.malformedKey, "id", "the id of a profile is \"\(Self.profileId)\"")
        }
        fields.requiredText("name", message.name, limit: ContractLimits.name)
        fields.text("nameEnglish", message.nameEnglish, limit: ContractLimits.name)
        fields.requiredWord("kind", message.kind)
        fields.country("investorCountryCode", message.investorCountryCode)
        let ownership = fields.basisPoints("vietnameseOwnershipPercent", message.vietnameseOwnershipPercent)
        if let ownership { fact.vietnameseOwnership = ownership }
        if let ward = fields.place("place", message.place, in: reference).ward { fact.ward = ward }
        readIndustry(message, fields)
        readContact(message, fields)
        return fields.result(fact)
    }

    private func readIndustry(_ message: WireEnterpriseProfile, _ fields: FieldReader) {
        guard !message.vsicCode.isEmpty else { return }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (2...5).contains(message.vsicCode.utf8.count), message.vsicCode.utf8.allSatisfy(digits.contains) else {
            return fields.refuse(.malformed, "vsicCode", "an industry is 2 to 5 digits, such as \"26100\"")
        }
    }

    private func readContact(_ message: WireEnterpriseProfile, _ fields: FieldReader) {
        fields.text("contactName", message.contactName, limit: ContractLimits.name)
        fields.text("contactEmail", message.contactEmail, limit: ContractLimits.name)
        fields.text("contactTelephone", message.contactTelephone, limit: ContractLimits.label)
        guard !message.contactEmail.isEmpty else { return }
        let parts = message.contactEmail.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !message.contactEmail.contains(where: \.isWhitespace)
        else { return fields.refuse(.malformed, "contactEmail", "an address is name@domain") }
    }
}
