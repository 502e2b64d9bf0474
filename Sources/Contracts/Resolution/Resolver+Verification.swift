extension Resolver {
    /// Resolves what an official found.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func resolve(_ message: WireVerification) -> Result<WireVerificationAccepted, Refusals> {
        let fields = FieldReader()
        var fact = WireVerificationAccepted()
        fact.published = message

        _ = fields.key(of: .verification(message))
        switch message.subject {
        case .certificate(let certificate):
            fact.scheme = CertificationScheme.normalised(certificate.scheme)
            readCertificate(certificate, fields.object("certificate"))
        case .statement(let capability): _ = fields.reference("statement", capability)
        case .profile(let owner) where !BusinessKey.isEnterpriseCode(owner):
            fields.refuse(.malformedReference, "profile", "an enterprise code is 10 digits, or 10-3 digits")
        case .profile: break
        case nil: fields.refuse(.missing, "certificate", "name a certificate, a statement or a profile")
        }
        fields.requiredWord("decision", message.decision)
        fields.requiredText("evidence", message.evidence, limit: ContractLimits.note)
        fields.requiredText("official", message.official, limit: ContractLimits.name)
        return fields.result(fact)
    }

    private func readCertificate(_ certificate: WireCertificateSubject, _ fields: FieldReader) {
        _ = fields.reference("capability", certificate.capability)
        fields.requiredText("scheme", certificate.scheme, limit: ContractLimits.label)
        fields.requiredText("number", certificate.number, limit: ContractLimits.label)
    }
}
