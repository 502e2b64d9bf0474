import Foundation
import GRDB
import History
import Testing

/// A cache of another version is emptied by whoever records into it, and by nobody else.
@Suite struct CacheVersionTests {
    @Test func `Only who records empties a cache of another version`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("cache-\(UUID().uuidString).sqlite")
            .path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        try HistoryCache(path: path).close()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "UPDATE grdb_migrations SET identifier = '0 another'") }
        try queue.close()
        #expect {
            try HistoryCache(path: path)
        } throws: { error in
            "\(error)".contains("of another version: `linkage up`")
        }
        let cache = try HistoryCache(path: path, mayErase: true)
        #expect(try cache.read { try $0.positions().isEmpty })
        try cache.close()
        try HistoryCache(path: path).close()
    }
}
