import EventLog
import GRDB
import GRDBSQLite

import struct EventLog.Record

/// The records of one topic, read and written without a copy in between.
///
/// The rest of the module speaks to SQLite through GRDB; here, where every record passes, blobs are bound and
/// read in place.
struct RecordTable {
    /// The topic's number in the file.
    let topicNumber: Int64
    /// The topic's only partition.
    let partition: TopicPartition

    /// Appends messages from `offset` on, in order.
    func append(
        _ messages: ArraySlice<Message>, from offset: Int64, timestamp: Int64, in db: Database
    ) throws {
        let table = Schema.recordTable(topicNumber)
        let sql = "INSERT INTO \(table) (record_offset, timestamp, key, value, headers) VALUES (?, ?, ?, ?, ?)"
        let statement = try db.cachedStatement(sql: sql)
        var offset = offset
        for message in messages {
            try append(message, at: offset, timestamp: timestamp, with: statement, in: db)
            offset += 1
        }
    }

    private func append(
        _ message: Message, at offset: Int64, timestamp: Int64, with statement: Statement, in db: Database
    ) throws {
        let insert = statement.sqliteStatement
        // The bytes are borrowed for the step only.
        defer {
            sqlite3_reset(insert)
            sqlite3_clear_bindings(insert)
        }
        sqlite3_bind_int64(insert, 1, offset)
        sqlite3_bind_int64(insert, 2, timestamp)
        let code = bind(message.key, to: insert, at: 3) {
            bind(message.value, to: insert, at: 4) {
                bind(HeaderCoding.encode(message.headers), to: insert, at: 5) { sqlite3_step(insert) }
            }
        }
        guard code == SQLITE_DONE else { throw db.lastError(code) }
    }

    /// Reads records from `offset` on until the limit is reached.
    func read(from offset: Int64, limit: BatchLimit, in db: Database) throws -> [Record] {
        let table = Schema.recordTable(topicNumber)
        let sql = """
            SELECT record_offset, timestamp, key, value, headers FROM \(table)
            WHERE record_offset >= ? ORDER BY record_offset LIMIT ?
            """
        let select = try db.cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(select) }
        sqlite3_bind_int64(select, 1, offset)
        sqlite3_bind_int64(select, 2, Int64(limit.records))
        var records: [Record] = []
        var bytes = 0
        while bytes < limit.bytes {
            let code = sqlite3_step(select)
            if code == SQLITE_DONE { break }
            guard code == SQLITE_ROW else { throw db.lastError(code) }
            let record = try record(select)
            bytes += record.byteCount
            records.append(record)
        }
        return records
    }

    private func record(_ row: SQLiteStatement) throws -> Record {
        let offset = sqlite3_column_int64(row, 0)
        guard let headers = withColumn(row, 4, { $0.map(HeaderCoding.decode) ?? [] }) else {
            throw FileDamage(what: "the headers of \(partition)/\(offset) can't be read")
        }
        return Record(
            position: Position(partition, offset: offset),
            timestamp: sqlite3_column_int64(row, 1),
            key: withColumn(row, 2) { $0.map { Array($0) } },
            value: withColumn(row, 3) { $0.map { Array($0) } },
            headers: headers)
    }
}

extension Record {
    /// What the record counts against a reader's limit, in bytes.
    var byteCount: Int {
        (key?.count ?? 0) + (value?.count ?? 0)
            + headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.count }
    }
}

extension Database {
    fileprivate func lastError(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
    }
}

/// Binds bytes, calls `body` while they are borrowed.
private func bind(
    _ bytes: [UInt8]?, to statement: SQLiteStatement, at index: Int32, _ body: () -> Int32
) -> Int32 {
    guard let bytes else {
        sqlite3_bind_null(statement, index)
        return body()
    }
    return bytes.withUnsafeBytes { buffer in
        // A blob of no bytes needs its own call: a nil pointer would bind NULL, which is a tombstone.
        let code =
            buffer.isEmpty
            ? sqlite3_bind_zeroblob(statement, index, 0)
            : sqlite3_bind_blob64(statement, index, buffer.baseAddress, UInt64(buffer.count), nil)
        return code == SQLITE_OK ? body() : code
    }
}

/// Lends the bytes of a column, nil for NULL.
private func withColumn<Value>(
    _ row: SQLiteStatement, _ column: Int32, _ body: (UnsafeRawBufferPointer?) -> Value
) -> Value {
    guard sqlite3_column_type(row, column) != SQLITE_NULL else { return body(nil) }
    let start = sqlite3_column_blob(row, column)
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(row, column))
    return body(UnsafeRawBufferPointer(start: start, count: count))
}
