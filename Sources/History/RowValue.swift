internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// What a column of a row that is written can hold.
///
/// Values are bound directly. A recorder writes some thirty rows a requirement, and the boxes that GRDB puts around their
/// values take longer than SQLite.
protocol RowValue {
    /// Binds the value to a place of a statement, which copies it.
    func bind(to statement: SQLiteStatement, at index: Int32)
}

extension Database {
    /// Runs a statement that gives no rows.
    /// - throws: `DatabaseError`.
    func write<each Value: RowValue>(_ sql: String, _ value: repeat each Value) throws {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(statement) }
        var index: Int32 = 0
        func bind(_ value: some RowValue) {
            index += 1
            value.bind(to: statement, at: index)
        }
        repeat bind(each value)
        precondition(index == sqlite3_bind_parameter_count(statement), "each place of \(sql) has a value")
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)),
                sql: sql)
        }
    }
}

extension RowValue where Self: BinaryInteger {
    func bind(to statement: SQLiteStatement, at index: Int32) { sqlite3_bind_int64(statement, index, Int64(self)) }
}

extension Int64: RowValue {}
extension Int32: RowValue {}
extension Int: RowValue {}

extension Bool: RowValue {
    func bind(to statement: SQLiteStatement, at index: Int32) { sqlite3_bind_int64(statement, index, self ? 1 : 0) }
}

extension String: RowValue {
    func bind(to statement: SQLiteStatement, at index: Int32) {
        var text = self
        text.withUTF8 { utf8 in
            // An empty text has no address, and would be bound as NULL.
            guard let start = utf8.baseAddress, !utf8.isEmpty else {
                sqlite3_bind_text(statement, index, "", 0, nil)
                return
            }
            start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                _ = sqlite3_bind_text(statement, index, $0, Int32(utf8.count), copied)
            }
        }
    }
}

extension Data: RowValue {
    func bind(to statement: SQLiteStatement, at index: Int32) {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                sqlite3_bind_zeroblob(statement, index, 0)
                return
            }
            sqlite3_bind_blob(statement, index, start, Int32(bytes.count), copied)
        }
    }
}

extension Optional: RowValue where Wrapped: RowValue {
    func bind(to statement: SQLiteStatement, at index: Int32) {
        guard let self else {
            sqlite3_bind_null(statement, index)
            return
        }
        self.bind(to: statement, at: index)
    }
}

/// Says that SQLite is to copy what is bound (SQLITE_TRANSIENT, which Swift can't import).
private nonisolated(unsafe) let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
