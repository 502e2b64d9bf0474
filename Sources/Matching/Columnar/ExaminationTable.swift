/// What officials found of certificates and cost statements, for those that are published and those that will be.
struct ExaminationTable {
    private var certificates: [Key: [ExaminedCertificate]] = [:]
    private var statements: [Key: Bool] = [:]

    private struct ExaminedCertificate {
        let scheme: String
        let number: String
        let accepted: Bool
    }

    mutating func setCertificate(of key: Key, scheme: String, number: String, accepted: Bool) {
        certificates[key, default: []].removeAll { $0.scheme == scheme && $0.number == number }
        certificates[key, default: []].append(
            ExaminedCertificate(scheme: scheme, number: number, accepted: accepted))
    }

    mutating func setStatement(of key: Key, accepted: Bool) { statements[key] = accepted }

    /// A new statement has not been examined.
    mutating func forgetStatement(of key: Key) {
        guard !statements.isEmpty else { return }
        statements[key] = nil
    }

    func isStatementRefused(of key: Key) -> Bool { !statements.isEmpty && statements[key] == false }

    func standing(of certificate: Certificate, of key: Key) -> HeldCertificate.Standing {
        guard !certificates.isEmpty,
            let found = certificates[key]?.first(where: {
                $0.scheme == certificate.scheme && $0.number == certificate.number
            })
        else { return .unverified }
        return found.accepted ? .accepted : .refused
    }

    /// The facts that said so of some capabilities, in the order of the keys.
    func events(of isWanted: (Key) -> Bool) -> [Fact.Event] {
        certificates.keys.filter(isWanted).sorted().flatMap { key in
            (certificates[key] ?? []).map {
                Fact.Event.certificateExamined(
                    capability: key, scheme: $0.scheme, number: $0.number, accepted: $0.accepted)
            }
        }
            + statements.keys.filter(isWanted).sorted().compactMap { key in
                statements[key].map { .statementExamined(capability: key, accepted: $0) }
            }
    }
}
