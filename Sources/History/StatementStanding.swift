internal import GRDB

/// How the cost statement of a capability stands.
public enum StatementStanding: String, Sendable, CaseIterable {
    /// None is published.
    case unstated
    /// No official has examined it.
    case unverified
    /// An official has accepted it.
    case verified
    /// An official has refused it: it counts as none.
    case refused
}

extension HistoryReader {
    /// How the cost statement that a capability publishes now stands with officials. A new statement has not been
    /// examined.
    public func statementStanding(of capability: String) throws -> StatementStanding {
        let row = try Row.fetchOne(
            database, sql: "SELECT is_accepted FROM metric_statement WHERE capability = ?", arguments: [capability])
        guard let row else { return .unstated }
        return switch row[0] as Bool? {
        case nil: .unverified
        case true?: .verified
        case false?: .refused
        }
    }
}
