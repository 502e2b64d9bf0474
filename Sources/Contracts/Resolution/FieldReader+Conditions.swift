internal import SwiftProtobuf

/// Fields that requirements and capabilities share: certificates, attributes, enumerations.
extension FieldReader {
    /// Refuses a word that the schema does not have, which Protobuf and JSON can carry as a number.
    func word(_ field: String, _ value: some SwiftProtobuf.Enum & CaseIterable) {
        guard !type(of: value).allCases.contains(where: { $0.rawValue == value.rawValue }) else { return }
        refuse(.unknownCode, field, "the schema has no word for the number \(value.rawValue)")
    }

    /// Refuses a word that is missing or that the schema does not have.
    func requiredWord(_ field: String, _ value: some SwiftProtobuf.Enum & CaseIterable) {
        guard value.rawValue != 0 else { return refuse(.missing, field, "it must be given") }
        word(field, value)
    }

    /// Schemes, normalised, each once.
    func schemes(_ field: String, _ published: [String]) -> [String] {
        var schemes: [String] = []
        for (index, name) in list(field, published, limit: ContractLimits.certifications).enumerated() {
            requiredText("\(field).\(index)", name, limit: ContractLimits.label)
            let scheme = CertificationScheme.normalised(name)
            if !schemes.contains(scheme) { schemes.append(scheme) }
        }
        return schemes
    }

    /// What a supplier's attributes must be.
    func attributeBounds(_ field: String, _ bounds: [WireAttributeBound]) -> [WireNumericBound] {
        var names: Set<String> = []
        return list(field, bounds, limit: ContractLimits.attributes).enumerated().map { index, bound in
            let fields = object(field, index)
            fields.attributeName(bound.name, among: &names)
            return fields.attributeBound(bound)
        }
    }

    private func attributeBound(_ bound: WireAttributeBound) -> WireNumericBound {
        var resolved = WireNumericBound()
        resolved.name = bound.name.normalisedWords
        if !bound.minimum.isEmpty, let minimum = decimal("minimum", bound.minimum) { resolved.minimum = minimum }
        if !bound.maximum.isEmpty, let maximum = decimal("maximum", bound.maximum) { resolved.maximum = maximum }
        if resolved.hasMinimum, resolved.hasMaximum, resolved.minimum > resolved.maximum {
            refuse(.outOfRange, "minimum", "the minimum is above the maximum")
        }
        for (index, word) in list("allowedValues", bound.allowedValues, limit: ContractLimits.allowedValues)
            .enumerated()
        {
            requiredText("allowedValues.\(index)", word, limit: ContractLimits.attribute)
            resolved.allowedValues.append(word.normalisedWords)
        }
        if bound.minimum.isEmpty, bound.maximum.isEmpty, bound.allowedValues.isEmpty {
            refuse(.missing, "", "a bound has a minimum, a maximum or allowed values")
        }
        return resolved
    }

    /// What a supplier's attributes are.
    func attributes(_ field: String, _ attributes: [WireAttribute]) -> [WireAttributeValue] {
        var names: Set<String> = []
        return list(field, attributes, limit: ContractLimits.attributes).enumerated().map { index, attribute in
            let fields = object(field, index)
            fields.attributeName(attribute.name, among: &names)
            return fields.attribute(attribute)
        }
    }

    private func attribute(_ attribute: WireAttribute) -> WireAttributeValue {
        var resolved = WireAttributeValue()
        resolved.name = attribute.name.normalisedWords
        text("text", attribute.text, limit: ContractLimits.attribute)
        resolved.text = attribute.text.normalisedWords
        if !attribute.number.isEmpty, let number = decimal("number", attribute.number) { resolved.number = number }
        if attribute.number.isEmpty == resolved.text.isEmpty {
            refuse(
                attribute.number.isEmpty ? .missing : .malformed, "", "an attribute has a number or a text, one of both"
            )
        }
        return resolved
    }

    private func attributeName(_ name: String, among names: inout Set<String>) {
        requiredText("name", name, limit: ContractLimits.attribute)
        guard !names.insert(name.normalisedWords).inserted, !name.isEmpty else { return }
        refuse(.duplicate, "name", "the attribute is there twice")
    }

    /// Certificates that a supplier holds, each with number and last day.
    func certificates(_ field: String, _ certificates: [WireCertification]) -> [WireCertificateHeld] {
        var seen: Set<[String]> = []
        return list(field, certificates, limit: ContractLimits.certifications).enumerated().map { index, certificate in
            let fields = object(field, index)
            let held = fields.certificate(certificate)
            if !seen.insert([held.scheme, held.number]).inserted, !held.number.isEmpty {
                fields.refuse(.duplicate, "number", "the certificate is there twice")
            }
            return held
        }
    }

    private func certificate(_ certificate: WireCertification) -> WireCertificateHeld {
        requiredText("scheme", certificate.scheme, limit: ContractLimits.label)
        requiredText("number", certificate.number, limit: ContractLimits.label)
        text("body", certificate.body, limit: ContractLimits.label)
        text("scope", certificate.scope, limit: ContractLimits.scope)
        let issued = optionalDay("issuedOn", certificate.issuedOn)
        let expires = day("expiresOn", certificate.expiresOn)
        _ = isOrdered("expiresOn", issued, expires)

        var held = WireCertificateHeld()
        held.scheme = CertificationScheme.normalised(certificate.scheme)
        held.number = certificate.number
        held.expiresOn = expires?.number ?? 0
        return held
    }
}
