internal import GRDB
internal import GRDBSQLite

/// A row of a question that is read directly. The rows that GRDB makes take longer than SQLite, where there are hundreds of
/// thousands of them.
struct RawRow {
    private let statement: SQLiteStatement

    fileprivate init(_ statement: SQLiteStatement) { self.statement = statement }

    /// A column as a whole number; 0 where it is null.
    func integer(_ index: Int32) -> Int64 { sqlite3_column_int64(statement, index) }

    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(statement, index) == SQLITE_NULL }

    /// A column as text; empty where it is null.
    func text(_ index: Int32) -> String { String(decoding: utf8(index), as: UTF8.self) }

    /// A column as text, up to a character.
    func text(_ index: Int32, before end: UInt8) -> String {
        String(decoding: utf8(index).prefix { $0 != end }, as: UTF8.self)
    }

    private func utf8(_ index: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement, index)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, index)))
    }

    /// Calls a function with the bytes of a column, which stand until it returns.
    func withBytes<Value>(_ index: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        let start = sqlite3_column_blob(statement, index)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))))
    }
}

extension Database {
    /// Calls a function with each row of a question, which must not be asked again in its midst.
    /// - throws: `DatabaseError`.
    func read<each Value: RowValue>(
        _ sql: String, _ value: repeat each Value, row body: (RawRow) throws -> Void
    ) throws {
        try withStatement(sql, repeat each value) { statement in
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: try body(RawRow(statement))
                case SQLITE_DONE: return
                case let code: throw failure(code, sql)
                }
            }
        }
    }

    /// Runs a statement that gives no rows.
    /// - throws: `DatabaseError`.
    func write<each Value: RowValue>(_ sql: String, _ value: repeat each Value) throws {
        try withStatement(sql, repeat each value) { statement in
            let code = sqlite3_step(statement)
            guard code == SQLITE_DONE else { throw failure(code, sql) }
        }
    }

    /// Calls a function with a statement that has its values until the function returns.
    private func withStatement<each Value: RowValue>(
        _ sql: String, _ value: repeat each Value, body: (SQLiteStatement) throws -> Void
    ) throws {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(statement) }
        // One byte more, so that there is an address even where there are no bytes.
        var byteCount = 1
        for count in repeat (each value).byteCount { byteCount += count }
        try withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 1) { bytes in
            var memory = RowMemory(bytes)
            var index: Int32 = 0
            for value in repeat each value {
                index += 1
                value.bind(to: statement, at: index, in: &memory)
            }
            precondition(index == sqlite3_bind_parameter_count(statement), "each place of \(sql) has a value")
            try body(statement)
        }
    }

    private func failure(_ code: Int32, _ sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)),
            sql: sql)
    }
}
