/// What officials found of certificates and cost statements.
struct Examinations {
    private var certificates: [Subject: Bool] = [:]
    private var statements: [Key: Bool] = [:]

    private struct Subject: Hashable {
        let capability: Key
        let scheme: String
        let number: String
    }

    /// How a required scheme stands with a supplier.
    enum Standing {
        case accepted, unverified, missing
    }

    mutating func certificateExamined(_ capability: Key, scheme: String, number: String, accepted: Bool) {
        certificates[Subject(capability: capability, scheme: scheme, number: number)] = accepted
    }

    mutating func statementExamined(_ capability: Key, accepted: Bool) { statements[capability] = accepted }

    /// A new statement has not been examined.
    mutating func statementChanged(_ capability: Key) { statements[capability] = nil }

    /// The best standing of the certificates that answer for a scheme and are valid until a day. A refused one does
    /// not count.
    func standing(of scheme: String, in capability: Capability, until day: Day) -> Standing {
        var standing = Standing.missing
        for certificate in capability.certificates
        where certificate.answers(for: scheme) && certificate.expiresOn >= day {
            let subject = Subject(
                capability: capability.key, scheme: certificate.scheme, number: certificate.number)
            switch certificates[subject] {
            case true?: return .accepted
            case false?: continue
            case nil: standing = .unverified
            }
        }
        return standing
    }

    /// The local content that counts: nil where unstated or refused.
    func localContent(of capability: Capability) -> LocalContent? {
        statements[capability.key] == false ? nil : capability.localContent
    }
}
