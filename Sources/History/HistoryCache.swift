internal import GRDB

/// The local SQLite cache of what happened and what came of it.
///
/// One process writes it (the recorder); any number on the same machine read it while it does.
///
///     let cache = try HistoryCache(path: "linkage-data/cache.sqlite")
///     try cache.read { try $0.matchSets(of: "0101234567/PCB-1") }
public struct HistoryCache: Sendable {
    private let pool: DatabasePool
    /// The file.
    public let path: String
    /// What suppliers are told, as this process records or hears it.
    public let news = OpportunityNews()

    /// Opens the cache, making its tables first.
    /// - parameter mayErase: Whether a cache of another version is emptied. Only whoever records may: another would take
    ///   from a recorder what it has recorded already.
    /// - throws: `HistoryError`.
    public init(path: String, mayErase: Bool = false) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(HistoryLimits.busySeconds)
        configuration.maximumReaderCount = HistoryLimits.readers
        configuration.prepareDatabase { database in
            // What a batch touches is all over the tables: with SQLite's 2 MB it is written and read again in its midst.
            guard !database.configuration.readonly else { return }
            try database.execute(sql: "PRAGMA cache_size = -\(HistoryLimits.writerCacheKibibytes)")
        }
        self.path = path
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            guard try Schema.prepare(pool, mayErase: mayErase) else {
                throw HistoryError(
                    description: "the cache \(path) is of another version: `linkage up` makes it anew from the log")
            }
        } catch let error as DatabaseError {
            throw HistoryError(error, path: path)
        }
    }

    /// Runs a read on one consistent state of the cache.
    public func read<Value: Sendable>(_ body: @Sendable (HistoryReader) throws -> Value) throws -> Value {
        try pool.read { try body(HistoryReader($0)) }
    }

    /// Runs a read on one consistent state of the cache, off the caller's thread.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (HistoryReader) throws -> Value
    ) async throws -> Value {
        try await pool.read { try body(HistoryReader($0)) }
    }

    /// Writes a batch and the positions it reaches in one transaction.
    /// - throws: `HistoryError`; then nothing of the batch is there.
    public func record(_ body: @escaping @Sendable (HistoryWriter) throws -> Void) async throws {
        try await record(keepingNumbers: true, body)
    }

    /// As `record`; without the three numbers, to measure what they cost.
    package func record(
        keepingNumbers: Bool, _ body: @escaping @Sendable (HistoryWriter) throws -> Void
    ) async throws {
        do {
            news.tell(
                try await pool.write { database in
                    let writer = HistoryWriter(database, keepingNumbers: keepingNumbers)
                    try body(writer)
                    try writer.finish()
                    return writer.told
                })
        } catch let error as DatabaseError {
            throw HistoryError(error, path: path)
        }
    }

    /// Closes the file. Later calls throw.
    public func close() throws { try pool.close() }
}

/// The limits the cache keeps.
public enum HistoryLimits {
    /// How long a lock held by another process is waited for, in seconds.
    public static let busySeconds = 10.0
    /// The pages the writer keeps in memory, in KiB.
    public static let writerCacheKibibytes = 32_768
    /// Readers at once.
    public static let readers = 8
    /// The most news of a supplier that are remembered until they are told a second time.
    public static let rememberedNews = 10_000
    /// The most rows a page of a listing has.
    public static let pageRows = 500
}

/// Why the cache could not be used.
public struct HistoryError: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    public let description: String

    init(description: String) { self.description = description }

    init(_ error: DatabaseError, path: String) {
        let why = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        description =
            switch error.resultCode {
            case .SQLITE_FULL: "no space is left for the cache \(path): free some and start again"
            case .SQLITE_READONLY, .SQLITE_CANTOPEN: "the cache \(path) can't be written: \(why)"
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                "the cache \(path) is damaged (\(why)): delete it, it is rebuilt from the log"
            default: "the cache \(path) failed: \(why)"
            }
    }
}
