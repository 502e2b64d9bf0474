import Dispatch
import EventLog
import GRDB
import Synchronization

/// One SQLite connection with one serial queue; its work never runs on the cooperative pool.
final class Connection: Sendable {
    /// What a connection is for.
    enum Role: Sendable {
        /// Appends and commits.
        case writer
        /// Reads, so that readers do not wait for a writer's flush.
        case reader
        /// Is asked whether others have written; never writes itself.
        case watch
    }

    /// The database file.
    let path: String
    private let queue: DatabaseQueue
    private let isClosed = Mutex(false)

    /// Opens the file, which the writer creates when it is missing.
    init(path: String, role: Role) throws(EventLogError) {
        self.path = path
        var configuration = Configuration()
        configuration.label = "linkage.log.\(role)"
        configuration.busyMode = .timeout(EmbeddedLogLimits.busySeconds)
        configuration.foreignKeysEnabled = false
        // GRDB would trap if a rollback failed; `schedule` cleans up instead.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in try db.prepareLog(role: role, path: path) }
        let opened = Result { try DatabaseQueue(path: path, configuration: configuration) }
        do { queue = try opened.get() } catch { throw EventLogError(error, path: path) }
    }

    /// Runs `body` on the connection's queue and waits for it without holding a thread. Not cancelled by the task.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(EventLogError) -> Value {
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Value, EventLogError>, _>) in
            schedule { db in continuation.resume(returning: self.attempt(db, body)) }
        }
        return try result.get()
    }

    /// Runs `body` on the connection's queue, later; it is given nil once the connection is closed.
    func schedule(_ body: @escaping @Sendable (Database?) -> Void) {
        queue.asyncWriteWithoutTransaction { db in
            guard !self.isClosed.withLock({ $0 }) else { return body(nil) }
            body(db)
            if !self.isClosed.withLock({ $0 }), db.isInsideTransaction { try? db.rollback() }
        }
    }

    /// Runs `body` at once, on a queue of the caller's that may block.
    func runBlocking<Value>(_ body: (Database) throws -> Value) throws(EventLogError) -> Value {
        let result: Result<Value, EventLogError> = queue.unsafeRead { db in
            guard !isClosed.withLock({ $0 }) else { return .failure(.closed) }
            do { return .success(try body(db)) } catch { return .failure(describe(error, db)) }
        }
        return try result.get()
    }

    /// Calls `body`, describing what it throws.
    func attempt<Value>(_ db: Database?, _ body: (Database) throws -> Value) -> Result<Value, EventLogError> {
        guard let db else { return .failure(.closed) }
        do { return .success(try body(db)) } catch { return .failure(describe(error, db)) }
    }

    /// Says what went wrong on this connection.
    func describe(_ error: any Error, _ db: Database) -> EventLogError {
        EventLogError(error, path: path, errorNumber: db.lastErrorNumber)
    }

    /// Waits for what is queued by now.
    func settle() async {
        await withCheckedContinuation { continuation in schedule { _ in continuation.resume() } }
    }

    /// Closes the file after what is queued by now; what comes later is given no database.
    func close() async {
        await withCheckedContinuation { continuation in
            schedule { _ in
                self.isClosed.withLock { $0 = true }
                // GRDB closes by waiting for its queue, so from another one.
                DispatchQueue.global().async {
                    try? self.queue.close()
                    continuation.resume()
                }
            }
        }
    }
}

extension Database {
    fileprivate func prepareLog(role: Connection.Role, path: String) throws {
        // Before anything is written: a file of somebody else stays as it is.
        try requireLog(path: path)
        try execute(sql: "PRAGMA temp_store = MEMORY")
        guard !isFileReadOnly else {
            throw EventLogError.readOnly("\(path): allow this user to write the file and its directory")
        }
        guard role == .writer else { return try execute(sql: "PRAGMA query_only = 1") }
        guard try String.fetchOne(self, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw EventLogError.failed("\(path): the file system can't hold a write-ahead log; use a local disk")
        }
        try execute(sql: "PRAGMA synchronous = FULL")
        try execute(sql: "PRAGMA journal_size_limit = \(EmbeddedLogLimits.writeAheadLogBytesKept)")
        try execute(sql: "PRAGMA wal_autocheckpoint = \(EmbeddedLogLimits.checkpointPages)")
    }
}
