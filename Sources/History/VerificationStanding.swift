public import Contracts
internal import GRDB
internal import SwiftProtobuf

/// How something that officials examine stands: a cost statement, a certificate or a profile.
public enum VerificationStanding: String, Sendable, CaseIterable {
    /// None is published.
    case unstated
    /// No official has examined it.
    case unverified
    /// An official has accepted it.
    case verified
    /// An official has refused it: it counts as none.
    case refused

    fileprivate init(accepted: Bool?) {
        self =
            switch accepted {
            case nil: .unverified
            case true?: .verified
            case false?: .refused
            }
    }
}

/// How what the suppliers of match sets say of themselves stands with officials. What certificates a match needs that are
/// unverified is in the match.
public struct MatchStandings: Sendable {
    /// Of cost statements, by capability.
    public var statements: [String: VerificationStanding] = [:]
    /// Of profiles, by enterprise code.
    public var profiles: [String: VerificationStanding] = [:]

    /// Of nothing.
    public init() {}

    /// Of the profile of a capability's supplier.
    public func profile(ofSupplierOf capability: String) -> VerificationStanding? { profiles[owner(of: capability)] }
}

extension HistoryReader {
    /// How what the ranked suppliers of match sets say of themselves stands now.
    public func standings(of sets: [WireMatchSet]) throws -> MatchStandings {
        var standings = MatchStandings()
        for capability in Set(sets.flatMap(\.matches).map(\.capability)) {
            standings.statements[capability] = try statementStanding(of: capability)
        }
        for supplier in Set(standings.statements.keys.map { owner(of: $0) }) {
            standings.profiles[supplier] = try profileStanding(of: supplier)
        }
        return standings
    }

    /// How the cost statement that a capability publishes now stands with officials. A new statement has not been
    /// examined.
    public func statementStanding(of capability: String) throws -> VerificationStanding {
        let row = try Row.fetchOne(
            statement("SELECT is_accepted FROM metric_statement WHERE capability = ?"), arguments: [capability])
        return row.map { VerificationStanding(accepted: $0[0]) } ?? .unstated
    }

    /// How a capability's certificate stands, as the engine has it: by the last decision on the scheme and the number.
    /// - parameter scheme: As it was published.
    public func certificateStanding(
        of capability: String, scheme: String, number: String
    ) throws -> VerificationStanding {
        let scheme = CertificationScheme.normalised(scheme)
        return VerificationStanding(
            accepted: try lastDecision(on: capability) { accepted in
                guard case .certificate(let certificate) = accepted.published.subject else { return false }
                return accepted.scheme == scheme && certificate.number == number
            })
    }

    /// How the profile of an enterprise stands. What was decided before the profile last changed, or was withdrawn,
    /// counts no more.
    public func profileStanding(of owner: String) throws -> VerificationStanding {
        let since = try Int64.fetchOne(
            statement("SELECT max(accepted_at) FROM subject WHERE owner = ? AND kind = ? AND NOT is_withdrawn"),
            arguments: [owner, Subject.profiles.rawValue])
        guard let since else { return .unstated }
        return VerificationStanding(
            accepted: try lastDecision(on: owner, since: since) { accepted in
                if case .profile = accepted.published.subject { true } else { false }
            })
    }

    /// The last decision that is about something; nil where there is none.
    private func lastDecision(
        on key: String, since: Int64 = .min, _ isMeant: (WireVerificationAccepted) -> Bool
    ) throws -> Bool? {
        let rows = try Row.fetchCursor(
            statement(
                """
                SELECT message FROM subject
                WHERE refers_to <> '' AND refers_to = ? AND kind = ? AND NOT is_withdrawn AND accepted_at >= ?
                ORDER BY accepted_at DESC, market_offset DESC
                """), arguments: [key, Subject.verifications.rawValue, since])
        while let row = try rows.next() {
            let message: Blob = row[0]
            let accepted = try WireVerificationAccepted(serializedBytes: message)
            if isMeant(accepted) { return accepted.published.decision == .accepted }
        }
        return nil
    }
}
