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
            object(field, index).requiredText("", name, limit: ContractLimits.label)
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
            return fields.attributeBound(bound, name: fields.attributeName(bound.name, among: &names))
        }
    }

    private func attributeBound(_ bound: WireAttributeBound, name: String) -> WireNumericBound {
        var resolved = WireNumericBound()
        resolved.name = name
        if !bound.minimum.isEmpty, let minimum = decimal("minimum", bound.minimum) { resolved.minimum = minimum }
        if !bound.maximum.isEmpty, let maximum = decimal("maximum", bound.maximum) { resolved.maximum = maximum }
        if resolved.hasMinimum, resolved.hasMaximum, resolved.minimum > resolved.maximum {
            refuse(.outOfRange, "minimum", "the minimum is above the maximum")
        }
        for (index, word) in list("allowedValues", bound.allowedValues, limit: ContractLimits.allowedValues)
            .enumerated()
        {
            object("allowedValues", index).requiredText("", word, limit: ContractLimits.attribute)
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
            return fields.attribute(attribute, name: fields.attributeName(attribute.name, among: &names))
        }
    }

    private func attribute(_ attribute: WireAttribute, name: String) -> WireAttributeValue {
        var resolved = WireAttributeValue()
        resolved.name = name
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

    /// The name in the words by which attributes are compared; one that is among the names is refused.
    private func attributeName(_ name: String, among names: inout Set<String>) -> String {
        requiredText("name", name, limit: ContractLimits.attribute)
        let words = name.normalisedWords
        if !names.insert(words).inserted, !name.isEmpty {
            refuse(.duplicate, "name", "the attribute is there twice")
        }
        return words
    }

    /// Certificates that a supplier holds, each with number and last day.
    func certificates(_ field: String, _ certificates: [WireCertification]) -> [WireCertificateHeld] {
        var seen: [WireCertificateHeld] = []
        return list(field, certificates, limit: ContractLimits.certifications).enumerated().map { index, certificate in
            let fields = object(field, index)
            let held = fields.certificate(certificate)
            if !held.number.isEmpty, seen.contains(where: { $0.number == held.number && $0.scheme == held.scheme }) {
                fields.refuse(.duplicate, "number", "the certificate is there twice")
            }
            seen.append(held)
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
