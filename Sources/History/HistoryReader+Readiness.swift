internal import Contracts
internal import GRDB
internal import SwiftProtobuf

/// How far a supplier is: what it has published, and what of it officials have accepted.
public struct SupplierReadiness: Sendable, Hashable {
    /// How its profile stands.
    public internal(set) var profile = VerificationStanding.unstated
    /// Its capabilities, and those of them that state their cost.
    public internal(set) var capabilities = 0, statements = 0
    /// Statements that officials have accepted.
    public internal(set) var verifiedStatements = 0
    /// The certificates of its capabilities, and those of them that officials have accepted.
    public internal(set) var certificates = 0, verifiedCertificates = 0

    /// How many of the three steps it has taken: the profile, every cost statement, every certificate.
    public var steps: Int {
        (profile == .verified ? 1 : 0) + (capabilities > 0 && verifiedStatements == capabilities ? 1 : 0)
            + (certificates > 0 && verifiedCertificates == certificates ? 1 : 0)
    }
}

extension HistoryReader {
    /// How far a supplier is.
    public func readiness(of supplier: String) throws -> SupplierReadiness {
        var readiness = SupplierReadiness()
        readiness.profile = try profileStanding(of: supplier)
        for (key, capability) in try capabilities(of: supplier) {
            readiness.capabilities += 1
            let statement = try statementStanding(of: key)
            if statement != .unstated { readiness.statements += 1 }
            if statement == .verified { readiness.verifiedStatements += 1 }
            for certificate in capability.published.certifications {
                readiness.certificates += 1
                let standing = try certificateStanding(
                    of: key, scheme: certificate.scheme, number: certificate.number)
                if standing == .verified { readiness.verifiedCertificates += 1 }
            }
        }
        return readiness
    }

    /// How many of the three steps suppliers have taken, by enterprise code; those that have taken none are missing.
    ///
    /// Every decision is read once, and not for each supplier anew.
    public func readinessSteps() throws -> [String: Int] {
        var steps: [String: Int] = [:]
        let capabilities = try counts(of: .capabilities)
        let accepted = try String.fetchAll(statement("SELECT capability FROM metric_statement WHERE is_accepted"))
        for (supplier, statements) in Dictionary(grouping: accepted, by: owner(of:))
        where statements.count == capabilities[supplier] { steps[supplier, default: 0] += 1 }

        let decisions = try lastDecisions()
        for supplier in decisions.profiles where capabilities[supplier] != nil {
            if try profileStanding(of: supplier) == .verified { steps[supplier, default: 0] += 1 }
        }
        for supplier in Set(decisions.certificates.map { owner(of: $0.capability) }) {
            var (hasCertificates, isComplete) = (false, true)
            for (key, capability) in try self.capabilities(of: supplier) {
                for certificate in capability.published.certifications where isComplete {
                    hasCertificates = true
                    isComplete = decisions.certificates.contains(
                        NamedCertificate(
                            capability: key, scheme: CertificationScheme.normalised(certificate.scheme),
                            number: certificate.number))
                }
            }
            if hasCertificates && isComplete { steps[supplier, default: 0] += 1 }
        }
        return steps
    }

    private struct NamedCertificate: Hashable {
        let capability, scheme, number: String
    }

    /// The certificates and the enterprises' profiles that officials accepted when they last decided.
    private func lastDecisions() throws -> (certificates: Set<NamedCertificate>, profiles: Set<String>) {
        var (certificates, profiles): (Set<NamedCertificate>, Set<String>) = ([], [])
        func decide<Item>(_ item: Item, _ isAccepted: Bool, _ items: inout Set<Item>) {
            if isAccepted { items.insert(item) } else { items.remove(item) }
        }
        let rows = try Row.fetchCursor(
            statement(
                """
                SELECT message FROM subject WHERE kind = ? AND NOT is_withdrawn ORDER BY accepted_at, market_offset
                """), arguments: [Subject.verifications.rawValue])
        while let row = try rows.next() {
            let message: Blob = row[0]
            let decision = try WireVerificationAccepted(serializedBytes: message)
            let isAccepted = decision.published.decision == .accepted
            switch decision.published.subject {
            case .certificate(let certificate):
                let named = NamedCertificate(
                    capability: certificate.capability, scheme: decision.scheme, number: certificate.number)
                decide(named, isAccepted, &certificates)
            case .profile(let supplier): decide(supplier, isAccepted, &profiles)
            case .statement, nil: break
            }
        }
        return (certificates, profiles)
    }
}
