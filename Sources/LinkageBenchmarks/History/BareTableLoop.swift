import Foundation
import GRDBSQLite
import History

/// The baseline: the rows of a cache, written into an empty one of the same tables by prepared statements and nothing
/// else, in the order in which their requirements came, in as many transactions as the recorder has.
struct BareTableLoop {
    private let source: OpaquePointer?
    private let target: OpaquePointer?

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
            INSERT INTO arrival SELECT requirement, min(market_offset) FROM match_set GROUP BY requirement
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
    /// - parameter batches: In how many transactions.
    /// - returns: The rows, and the seconds of writing alone.
    func run(batches: Int) throws -> (rows: Int, seconds: Double) {
        defer {
            sqlite3_close(source)
            sqlite3_close(target)
        }
        let copies = try tables.map(copy)
        defer {
            for copy in copies {
                sqlite3_finalize(copy.select)
                sqlite3_finalize(copy.insert)
            }
        }
        var (rows, seconds) = (0, 0.0)
        for batch in 1...batches {
            // Read first, so that only writing is measured.
            let values = copies.map { copy in
                let count = copy.rows * batch / batches - copy.rows * (batch - 1) / batches
                return read(count, of: copy)
            }
            let began = Stopwatch.ofProcess
            try run(target, "BEGIN")
            for (copy, values) in zip(copies, values) { rows += try write(values, copy) }
            try run(target, "COMMIT")
            seconds += (Stopwatch.ofProcess - began).nanoseconds / 1e9
            for value in values.joined() { sqlite3_value_free(value) }
        }
        return (rows, seconds)
    }

    private var tables: [String] {
        get throws {
            try texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        }
    }

    /// A table that is copied.
    private struct Copy {
        let select: OpaquePointer?
        let insert: OpaquePointer?
        let columns: Int32
        let rows: Int
    }

    private func copy(_ table: String) throws -> Copy {
        let select = try prepare(source, try inOrderOfArrival(table))
        let columns = sqlite3_column_count(select)
        let marks = repeatElement("?", count: Int(columns)).joined(separator: ", ")
        return Copy(
            select: select, insert: try prepare(target, "INSERT INTO \(table) VALUES (\(marks))"), columns: columns,
            rows: Int(try texts("SELECT count(*) FROM \(table)").first ?? "") ?? 0)
    }

    private func read(_ count: Int, of copy: Copy) -> [OpaquePointer?] {
        var values: [OpaquePointer?] = []
        for _ in 0..<count {
            guard sqlite3_step(copy.select) == SQLITE_ROW else { break }
            for column in 0..<copy.columns {
                values.append(sqlite3_value_dup(sqlite3_column_value(copy.select, column)))
            }
        }
        return values
    }

    private func write(_ values: [OpaquePointer?], _ copy: Copy) throws -> Int {
        for first in stride(from: 0, to: values.count, by: Int(copy.columns)) {
            for column in 0..<copy.columns { Self.bind(values[first + Int(column)], copy.insert, column + 1) }
            guard sqlite3_step(copy.insert) == SQLITE_DONE else { throw BareTableError(message: Self.message(target)) }
            sqlite3_reset(copy.insert)
        }
        return values.count / Int(copy.columns)
    }

    /// Binds a value that stands until the transaction ends; `sqlite3_bind_value` would copy it.
    private static func bind(_ value: OpaquePointer?, _ insert: OpaquePointer?, _ place: Int32) {
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: sqlite3_bind_int64(insert, place, sqlite3_value_int64(value))
        case SQLITE_TEXT:
            let text = UnsafeRawPointer(sqlite3_value_text(value))?.assumingMemoryBound(to: CChar.self)
            sqlite3_bind_text(insert, place, text, sqlite3_value_bytes(value), nil)
        case SQLITE_BLOB:
            let count = sqlite3_value_bytes(value)
            guard count > 0 else {
                sqlite3_bind_zeroblob(insert, place, 0)
                return
            }
            sqlite3_bind_blob(insert, place, sqlite3_value_blob(value), count, nil)
        default: sqlite3_bind_null(insert, place)
        }
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
