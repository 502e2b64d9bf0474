import Foundation
import GRDBSQLite
import History

/// The baseline: the rows of a cache, written into an empty one of the same tables by prepared statements and nothing
/// else, in the order in which their requirements came, about as many in a transaction as the recorder has.
struct BareTableLoop {
    private let source: OpaquePointer?
    private let target: OpaquePointer?

    private static let transactionRows = 20_000

    init(from path: String, to copy: String) throws {
        source = try Self.open(path)
        target = try Self.open(copy)
        try run(
            target,
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
            PRAGMA cache_size = -\(HistoryLimits.writerCacheKibibytes)
            """)
        try run(
            source,
            """
            CREATE TEMP TABLE arrival (requirement TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
            INSERT INTO arrival SELECT requirement, market_offset FROM match_set
            """)
        for sql in try texts("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'") {
            try run(target, sql)
        }
    }

    /// How many rows a cache has.
    static func count(_ path: String) throws -> Int {
        let loop = BareTableLoop(source: try open(path))
        defer { sqlite3_close(loop.source) }
        return try loop.tables.reduce(0) { count, table in
            count + (Int(try loop.texts("SELECT count(*) FROM \(table)").first ?? "") ?? 0)
        }
    }

    private init(source: OpaquePointer?) {
        self.source = source
        target = nil
    }

    /// Copies everything.
    /// - returns: The rows, and the seconds of writing alone.
    func run() throws -> (rows: Int, seconds: Double) {
        defer {
            sqlite3_close(source)
            sqlite3_close(target)
        }
        var (rows, seconds) = (0, 0.0)
        for table in try tables {
            let (copied, time) = try copy(table)
            rows += copied
            seconds += time
        }
        return (rows, seconds)
    }

    private var tables: [String] {
        get throws {
            try texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        }
    }

    private func copy(_ table: String) throws -> (rows: Int, seconds: Double) {
        let select = try prepare(source, try inOrderOfArrival(table))
        defer { sqlite3_finalize(select) }
        let columns = sqlite3_column_count(select)
        let marks = repeatElement("?", count: Int(columns)).joined(separator: ", ")
        let insert = try prepare(target, "INSERT INTO \(table) VALUES (\(marks))")
        defer { sqlite3_finalize(insert) }
        var (rows, seconds) = (0, 0.0)
        var isAtEnd = false
        while !isAtEnd {
            // Read first, so that only writing is measured.
            var values: [OpaquePointer?] = []
            while values.count < Self.transactionRows * Int(columns) {
                guard sqlite3_step(select) == SQLITE_ROW else {
                    isAtEnd = true
                    break
                }
                for column in 0..<columns { values.append(sqlite3_value_dup(sqlite3_column_value(select, column))) }
            }
            let began = Stopwatch.ofProcess
            try run(target, "BEGIN")
            for first in stride(from: 0, to: values.count, by: Int(columns)) {
                for column in 0..<columns { sqlite3_bind_value(insert, column + 1, values[first + Int(column)]) }
                guard sqlite3_step(insert) == SQLITE_DONE else { throw BareTableError(message: Self.message(target)) }
                sqlite3_reset(insert)
                rows += 1
            }
            try run(target, "COMMIT")
            seconds += (Stopwatch.ofProcess - began).nanoseconds / 1e9
            for value in values { sqlite3_value_free(value) }
        }
        return (rows, seconds)
    }

    /// A recorder meets requirements in the order in which they were published, not in that of their keys.
    private func inOrderOfArrival(_ table: String) throws -> String {
        let columns = try texts("SELECT name FROM pragma_table_info('\(table)')")
        if columns.contains("requirement") {
            return """
                SELECT t.* FROM \(table) t LEFT JOIN arrival a ON a.requirement = t.requirement ORDER BY a.place
                """
        }
        return "SELECT * FROM \(table)" + (columns.contains("market_offset") ? " ORDER BY market_offset" : "")
    }

    // MARK: - SQLite

    private static func open(_ path: String) throws -> OpaquePointer? {
        var database: OpaquePointer?
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw BareTableError(message: message(database)) }
        return database
    }

    private func prepare(_ database: OpaquePointer?, _ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
            throw BareTableError(message: Self.message(database))
        }
        return statement
    }

    private func run(_ database: OpaquePointer?, _ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw BareTableError(message: Self.message(database))
        }
    }

    private func texts(_ sql: String) throws -> [String] {
        let statement = try prepare(source, sql)
        defer { sqlite3_finalize(statement) }
        var texts: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
        }
        return texts
    }

    private static func message(_ database: OpaquePointer?) -> String { String(cString: sqlite3_errmsg(database)) }
}

/// What SQLite said.
struct BareTableError: Error {
    let message: String
}
