internal import GRDB
internal import GRDBSQLite

/// What a column of a row that is written can hold.
///
/// Values are bound directly. A recorder writes some twenty rows a requirement, and the boxes that GRDB puts around their
/// values take longer than SQLite; so do the copies that SQLite would make, each in memory of its own.
protocol RowValue {
    /// How many bytes of its own it has, besides those of a number.
    var byteCount: Int { get }

    /// Binds the value to a place of a statement. Bytes are copied to memory that stands until the statement has run.
    func bind(to statement: SQLiteStatement, at index: Int32, in memory: inout RowMemory)
}

/// Memory for the bytes of a row.
struct RowMemory {
    private var rest: UnsafeMutableRawBufferPointer

    init(_ memory: UnsafeMutableRawBufferPointer) { rest = memory }

    /// Copies bytes.
    /// - returns: Where they are; not nil, even if there are none, since SQLite takes that for NULL.
    mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer? {
        rest.copyMemory(from: bytes)
        defer { rest = UnsafeMutableRawBufferPointer(rebasing: rest[bytes.count...]) }
        return rest.baseAddress
    }
}

extension RowValue where Self: BinaryInteger {
    var byteCount: Int { 0 }

    func bind(to statement: SQLiteStatement, at index: Int32, in memory: inout RowMemory) {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Int64: RowValue {}
extension Int32: RowValue {}
extension Int: RowValue {}

extension Bool: RowValue {
    var byteCount: Int { 0 }

    func bind(to statement: SQLiteStatement, at index: Int32, in memory: inout RowMemory) {
        sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
}

extension String: RowValue {
    var byteCount: Int { utf8.count }

    func bind(to statement: SQLiteStatement, at index: Int32, in memory: inout RowMemory) {
        var text = self
        text.withUTF8 { utf8 in
            let copy = memory.copy(UnsafeRawBufferPointer(utf8))?.assumingMemoryBound(to: CChar.self)
            _ = sqlite3_bind_text(statement, index, copy, Int32(utf8.count), nil)
        }
    }
}

extension [UInt8]: RowValue {
    var byteCount: Int { count }

    func bind(to statement: SQLiteStatement, at index: Int32, in memory: inout RowMemory) {
        withUnsafeBytes { _ = sqlite3_bind_blob(statement, index, memory.copy($0), Int32($0.count), nil) }
    }
}

extension Optional: RowValue where Wrapped: RowValue {
    var byteCount: Int { self?.byteCount ?? 0 }

    func bind(to statement: SQLiteStatement, at index: Int32, in memory: inout RowMemory) {
        guard let self else {
            sqlite3_bind_null(statement, index)
            return
        }
        self.bind(to: statement, at: index, in: &memory)
    }
}
