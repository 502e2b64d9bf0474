public import Contracts
internal import Foundation
internal import GRDB
internal import SwiftProtobuf

/// The newest match set of a requirement, as a listing shows it.
public struct CurrentMatchSet: Sendable, Hashable {
    /// The requirement, `owner/id`.
    public let requirement: String
    /// When it was evaluated, in milliseconds since 1970-01-01T00:00:00Z.
    public let asOf: Int64
    /// The stage of the requirement.
    public let status: WireMatchSet.Status
    /// Suppliers that qualified then.
    public let qualifyingSuppliers: Int
    /// Capabilities that were examined.
    public let candidates: Int
    /// The localization value ratio in millionths; nil where there is none.
    public let ratio: Int?
    /// Why there is no ratio.
    public let absentReason: String
    /// The best match's capability and score in basis points; nil where none qualifies.
    public let best: Best?

    /// The best match.
    public struct Best: Sendable, Hashable {
        /// `owner/id`.
        public let capability: String
        /// Basis points.
        public let score: Int
    }
}

extension HistoryReader {
    /// The match sets of a requirement over time, newest first.
    public func matchSets(of requirement: String, limit: Int = HistoryLimits.pageRows) throws -> [WireMatchSet] {
        try Data.fetchAll(
            statement(
                """
                SELECT message FROM match_set WHERE requirement = ?
                ORDER BY market_partition DESC, market_offset DESC LIMIT ?
                """), arguments: [requirement, limit]
        ).map { try WireMatchSet(serializedBytes: $0) }
    }

    /// The stage of a requirement in its current match set; nil where it has none yet.
    public func currentStatus(of requirement: String) throws -> WireMatchSet.Status? {
        try Int.fetchOne(
            statement("SELECT status FROM current_match_set WHERE requirement = ?"), arguments: [requirement]
        ).flatMap { WireMatchSet.Status(rawValue: $0) }
    }

    /// In which order current match sets are listed.
    public enum MatchSetOrder: Sendable {
        /// Newest first; the cursor is not used.
        case newest
        /// By the requirement's key, after the given one.
        case key(after: String?)
    }

    /// The newest match set of each requirement.
    /// - parameter owner: Only of this buyer.
    /// - parameter supplier: Only those that rank this supplier.
    public func currentMatchSets(
        _ order: MatchSetOrder, owner: String? = nil, supplier: String? = nil, limit: Int = HistoryLimits.pageRows
    ) throws -> [CurrentMatchSet] {
        let (condition, orderBy, after): (String, String, String?) =
            switch order {
            case .newest: ("TRUE", "s.as_of DESC, s.requirement", nil)
            case .key(let after): ("(:after IS NULL OR s.requirement > :after)", "s.requirement", after)
            }
        var arguments: StatementArguments = [
            "ownerFrom": owner.map { $0 + "/" }, "ownerTo": owner.map { $0 + "0" }, "supplier": supplier,
            "limit": limit,
        ]
        if case .key = order { arguments += ["after": after] }
        return try Row.fetchAll(
            statement(
                """
                SELECT s.requirement, s.as_of, s.status, s.qualifying_suppliers, s.candidates, s.ratio, s.absent_reason,
                    m.capability, m.score
                FROM current_match_set s LEFT JOIN current_match m ON m.requirement = s.requirement AND m.rank = 1
                WHERE \(condition)
                    AND (:ownerFrom IS NULL OR (s.requirement >= :ownerFrom AND s.requirement < :ownerTo))
                    AND (:supplier IS NULL OR s.requirement IN
                        (SELECT requirement FROM current_match WHERE supplier = :supplier))
                ORDER BY \(orderBy) LIMIT :limit
                """), arguments: arguments
        ).map { row in
            CurrentMatchSet(
                requirement: row[0], asOf: row[1], status: WireMatchSet.Status(rawValue: row[2]) ?? .unspecified,
                qualifyingSuppliers: row[3], candidates: row[4], ratio: row[5], absentReason: row[6],
                best: (row[7] as String?).map { CurrentMatchSet.Best(capability: $0, score: row[8]) })
        }
    }

    /// How much the cache holds.
    public func counts() throws -> Counts {
        var counts = Counts()
        let subjects = try Row.fetchCursor(
            statement("SELECT kind, count(*) FROM subject WHERE NOT is_withdrawn GROUP BY kind"))
        while let row = try subjects.next() {
            if let subject = Subject(rawValue: row[0]) { counts.subjects[subject] = row[1] }
        }
        counts.openRequirements = try count(
            "SELECT count(*) FROM current_match_set WHERE status = \(WireMatchSet.Status.open.rawValue)")
        counts.matchedRequirements = try count(
            """
            SELECT count(*) FROM current_match_set
            WHERE status = \(WireMatchSet.Status.open.rawValue) AND qualifying_suppliers > 0
            """)
        counts.matchSets = try count("SELECT count(*) FROM match_set")
        counts.deadLetters = try count("SELECT count(*) FROM dead_letter")
        counts.opportunities = try count("SELECT count(*) FROM opportunity")
        counts.pending = try count("SELECT count(*) FROM submission WHERE outcome = 'pending'")
        return counts
    }

    private func count(_ sql: String) throws -> Int { try Int.fetchOne(statement(sql)) ?? 0 }

    /// How much of each thing there is.
    public struct Counts: Sendable, Hashable {
        /// Keys that are not withdrawn, by subject; a subject without any is missing.
        public internal(set) var subjects: [Subject: Int] = [:]
        /// Requirements that can be matched.
        public internal(set) var openRequirements = 0
        /// Of these, requirements for which a supplier qualifies.
        public internal(set) var matchedRequirements = 0
        /// Match sets in the history.
        public internal(set) var matchSets = 0
        /// Refused records.
        public internal(set) var deadLetters = 0
        /// Pairs of supplier and requirement that were told.
        public internal(set) var opportunities = 0
        /// Records that wait for what they name.
        public internal(set) var pending = 0
    }
}
