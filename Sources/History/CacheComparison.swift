internal import GRDB

/// How two caches differ, table by table.
public struct CacheComparison: Sendable {
    /// A table that does not hold the same rows in both.
    public struct Difference: Sendable, CustomStringConvertible {
        /// The table.
        public let table: String
        /// Rows that only the first has.
        public let onlyInFirst: Int
        /// Rows that only the second has.
        public let onlyInSecond: Int
        /// The first few of these rows, as SQLite shows them.
        public let examples: [String]

        public var description: String {
            "\(table): \(onlyInFirst) rows only in the first, \(onlyInSecond) only in the second"
        }
    }

    /// Rows compared.
    public let rows: Int
    /// Empty when both are equal.
    public let differences: [Difference]

    /// Compares every derived row of two cache files.
    /// - throws: `HistoryError` where a file can't be read.
    public init(_ first: String, _ second: String) throws {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(HistoryLimits.busySeconds)
            let queue = try DatabaseQueue(path: first, configuration: configuration)
            defer { try? queue.close() }
            (rows, differences) = try queue.inDatabase { database in
                try database.execute(sql: "ATTACH DATABASE ? AS other", arguments: [second])
                defer { try? database.execute(sql: "DETACH DATABASE other") }
                var rows = 0
                let differences = try Schema.derivedTables.compactMap { table -> Difference? in
                    rows += try Int.fetchOne(database, sql: "SELECT count(*) FROM main.\(table)") ?? 0
                    return try Self.difference(of: table, database)
                }
                return (rows, differences)
            }
        } catch let error as DatabaseError {
            throw HistoryError(error, path: first)
        }
    }

    private static func difference(of table: String, _ database: Database) throws -> Difference? {
        func only(_ one: String, _ other: String) -> String {
            "SELECT * FROM \(one).\(table) EXCEPT SELECT * FROM \(other).\(table)"
        }
        func count(_ sql: String) throws -> Int {
            try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(sql))") ?? 0
        }
        let first = only("main", "other")
        let second = only("other", "main")
        let (onlyInFirst, onlyInSecond) = (try count(first), try count(second))
        guard onlyInFirst + onlyInSecond > 0 else { return nil }
        let examples = try [first, second].flatMap {
            try Row.fetchAll(database, sql: $0 + " LIMIT 2").map(\.description)
        }
        return Difference(
            table: table, onlyInFirst: onlyInFirst, onlyInSecond: onlyInSecond, examples: examples)
    }
}
