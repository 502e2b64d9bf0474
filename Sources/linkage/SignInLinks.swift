import Contracts
import EventLog
import Foundation
import History
import Pipeline
import Portal

/// A link for each role by which whoever started the portal can sign in, on standard error.
struct SignInLinks {
    let signIn: SignIn
    let log: any EventLog
    let cache: HistoryCache
    let address: String

    private static let seconds = 86_400
    /// Speaks for a role of which there is no enterprise yet.
    private static let nobody = "0000000000"

    func tell() async {
        do {
            // The recorder may only have begun: what the log has is there in a moment.
            _ = try await Patience(limit: .seconds(5)).sees { try await isReady() }
            standardError("Sign in within a day, on this machine or where its address is reached:")
            for role in Role.allCases {
                let link = try await signIn.link(
                    to: address, role: role, organisation: try organisation(for: role), lasting: Self.seconds)
                standardError("  \(role.rawValue): \(link)")
            }
        } catch {
            standardError("no sign-in links can be made: \(error); see `linkage token issue --invite`")
        }
    }

    /// Whether the cache has somebody of each kind, or the log has nobody to wait for.
    private func isReady() async throws -> Bool {
        let requirements = TopicPartition(Subject.requirements.topic, 0)
        guard try await !log.offsets(of: requirements).isEmpty else { return true }
        return try Role.allCases.allSatisfy { try organisation(for: $0) != Self.nobody }
    }

    /// Somebody of that kind who is there; the first by code.
    private func organisation(for role: Role) throws -> String {
        let subjects: [Subject] =
            switch role {
            case .fdi: [.requirements]
            case .supplier: [.subscriptions, .capabilities]
            case .official, .operator: [.rates]
            }
        var filter = HistoryReader.SubjectFilter()
        filter.limit = 1
        let first = try cache.read { [filter] reader in
            try subjects.compactMap { try reader.subjects($0, filter).first }.first
        }
        return first.map { String($0.key.prefix { $0 != "/" }) } ?? Self.nobody
    }
}
