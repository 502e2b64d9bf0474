public import Contracts
internal import Foundation
internal import GRDB
internal import SwiftProtobuf

/// Reads one consistent state of the cache.
public struct HistoryReader {
    let database: Database

    init(_ database: Database) { self.database = database }

    /// A question, prepared once for each connection: to parse it takes longer than to answer it. It must be answered
    /// before it is asked again, so one whose rows are handed to a caller's function is prepared anew.
    func statement(_ sql: String) throws -> Statement { try database.cachedStatement(sql: sql) }

    // MARK: - Positions and submissions

    /// How far each partition of the log has been recorded, by topic and partition.
    public func positions() throws -> [(topic: String, partition: Int32, nextOffset: Int64)] {
        try Row.fetchAll(statement("SELECT topic, partition, next_offset FROM position ORDER BY topic, partition"))
            .map { ($0[0], $0[1], $0[2]) }
    }

    /// How many records have been recorded: it is another number whenever anything else is another.
    public func recordedCount() throws -> Int64 {
        try Int64.fetchOne(statement("SELECT sum(next_offset) FROM position")) ?? 0
    }

    /// Whether a record of the log, and so what came of it in that topic, has been recorded.
    public func hasRecorded(topic: String, partition: Int32, offset: Int64) throws -> Bool {
        let next = try Int64.fetchOne(
            statement("SELECT next_offset FROM position WHERE topic = ? AND partition = ?"),
            arguments: [topic, partition])
        return (next ?? 0) > offset
    }

    /// The time of a partition of the market and the policy that holds there.
    public func marketTime(partition: Int32) throws -> (acceptedAt: Int64, policy: WirePolicySet?) {
        let row = try Row.fetchOne(
            statement("SELECT accepted_at, policy FROM market_time WHERE partition = ?"), arguments: [partition])
        guard let row else { return (0, nil) }
        return (row[0], try (row[1] as Data?).map { try WirePolicySet(serializedBytes: $0) })
    }

    /// What one unit of each currency costs where prices are compared, in millionths of a dong; in the order of the codes.
    public func ratesInForce() throws -> [(currency: String, dongPerUnit: Int64)] {
        try Row.fetchAll(
            statement("SELECT currency, dong_per_unit FROM rate_in_force WHERE dong_per_unit > 0 ORDER BY currency")
        ).map { ($0[0], $0[1]) }
    }

    /// What became of a public record; nil while intake has not come to it.
    public func submission(topic: String, partition: Int32, offset: Int64) throws -> Submission? {
        let row = try Row.fetchOne(
            statement("SELECT outcome, key, version FROM submission WHERE topic = ? AND partition = ? AND offset = ?"),
            arguments: [topic, partition, offset])
        guard let row, let outcome = Submission.Outcome(rawValue: row[0]) else { return nil }
        let refusals =
            outcome == .refused ? try deadLetter(topic: topic, partition: partition, offset: offset)?.refusals : nil
        return Submission(
            topic: topic, partition: partition, offset: offset, outcome: outcome, key: row[1],
            version: UInt64(row[2] as Int64), refusals: refusals ?? [])
    }

    private func deadLetter(topic: String, partition: Int32, offset: Int64) throws -> WireDeadLetter? {
        try Data.fetchOne(
            statement("SELECT message FROM dead_letter WHERE topic = ? AND partition = ? AND offset = ?"),
            arguments: [topic, partition, offset]
        ).map { try WireDeadLetter(serializedBytes: $0) }
    }

    /// How many records were refused, of all owners or of one.
    public func deadLetterCount(owner: String? = nil) throws -> Int {
        try Int.fetchOne(
            statement("SELECT count(*) FROM dead_letter WHERE ?1 IS NULL OR owner = ?1"), arguments: [owner]) ?? 0
    }

    /// The newest refused records first.
    /// - parameter owner: Only those whose key has this enterprise code.
    public func deadLetters(owner: String? = nil, limit: Int = HistoryLimits.pageRows) throws -> [WireDeadLetter] {
        try Data.fetchAll(
            statement(
                """
                SELECT message FROM dead_letter WHERE ?1 IS NULL OR owner = ?1
                ORDER BY refused_at DESC, topic, partition, offset DESC LIMIT ?2
                """), arguments: [owner, limit]
        ).map { try WireDeadLetter(serializedBytes: $0) }
    }
}
