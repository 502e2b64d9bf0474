public import EventLog
import Foundation
import GRDB
import Synchronization

/// A log in one SQLite file, for one machine: nothing to install, durable, safe to restart.
///
/// A call returns once its records are in SQLite's write-ahead log and that is flushed (`synchronous=FULL`).
/// Calls that come together share a flush. Every topic has one partition, offsets have no gaps, and nothing is
/// ever removed. Several processes may open one directory; of a group's members on the machine, one is active and
/// the others stand by.
///
/// ```swift
/// let log = try await EmbeddedLog(directory: "linkage-data", topics: [Topic("orders")])
/// try await log.publish([Message(to: Topic("orders"), key: Array("7".utf8), value: Array("{}".utf8))])
/// let reader = try await log.read(from: [TopicPartition(Topic("orders")): 0])
/// let records = try await reader.next(BatchLimit(), within: .seconds(1))
/// await log.close()
/// ```
public final class EmbeddedLog: EventLog {
    /// The name of the database file in the directory.
    public static let fileName = "log.sqlite"

    /// The database file.
    public var path: String { writer.path }

    let writer: Connection
    let reader: Connection
    let topics = Topics()
    let writes: WriteQueue
    let onStep: (@Sendable (WriteStep) -> Void)?
    var wakeups: Wakeups { watch.wakeups }

    private let directory: String
    private let watch: FileWatch
    private let locks = Mutex<[ObjectIdentifier: WeakLock]>([:])

    /// Opens the log in a directory, creating what is missing: the directory (for its owner only), the file and
    /// the topics.
    ///
    /// A topic once created stays, also when a later call does not name it.
    /// - parameter directory: A directory on a local disk.
    /// - throws: `EventLogError.unreachable` when the directory can't be used, `.readOnly` when it can't be
    ///   written, `.storageFull`, `.damaged` when the file is no log or a newer one, `.failed` for a topic name
    ///   that is empty, over 249 bytes or holds a NUL.
    public convenience init(directory: String, topics: [Topic]) async throws(EventLogError) {
        try await self.init(directory: directory, topics: topics, onStep: nil)
    }

    /// Opens a log that tells a test each step of its writes, on the writing queue.
    package init(
        directory: String, topics: [Topic], onStep: (@Sendable (WriteStep) -> Void)?
    ) async throws(EventLogError) {
        for topic in topics { try Self.checkName(topic.name, of: "a topic") }
        let files = try await LogFiles.open(directory: directory, topics: topics)
        self.directory = directory
        self.onStep = onStep
        writer = files.writer
        reader = files.reader
        watch = FileWatch(files.watch)
        writes = WriteQueue(files.writer, topics: self.topics, wakeups: watch.wakeups, onStep: onStep)
    }

    /// Reads back from SQLite what an acknowledgement means.
    public func durability() async throws(EventLogError) -> Durability {
        try await writer.run { try $0.durability() }
    }

    /// How many calls wait for a transaction that is under way.
    package var waitingCalls: Int { writes.waitingCalls }

    // MARK: EventLog

    public func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32 {
        try await reader.run { db in
            _ = try self.topics.table(of: topic, in: db)
            return 1
        }
    }

    public func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64> {
        try await reader.run { db in
            let table = try self.topics.table(of: partition.topic, partition: partition.partition, in: db)
            return 0..<(try db.endOffset(topicNumber: table.topicNumber))
        }
    }

    @discardableResult
    public func publish(_ messages: [Message]) async throws(EventLogError) -> [Position] {
        try await writes.write(messages)
    }

    public func read(from offsets: [TopicPartition: Int64]) async throws(EventLogError) -> any LogReader {
        EmbeddedLogReader(self, at: try await reader.run { try Cursors(offsets, topics: self.topics, in: $0) })
    }

    public func join(group name: String, topics: [Topic]) async throws(EventLogError) -> any GroupMember {
        try Self.checkName(name, of: "a group")
        let group = try await writer.run { db in
            for topic in topics { _ = try self.topics.table(of: topic, in: db) }
            return try Group.named(name, in: db)
        }
        let lock = GroupLock(path: "\(directory)/group-\(group.number).lock")
        locks.withLock { $0[ObjectIdentifier(lock)] = WeakLock(lock: lock) }
        return EmbeddedGroupMember(self, group: group, topics: topics, lock: lock)
    }

    public func committedOffset(
        of group: String, in partition: TopicPartition
    ) async throws(EventLogError) -> Int64? {
        try await reader.run { db in
            let table = try self.topics.table(of: partition.topic, partition: partition.partition, in: db)
            return try Int64.fetchOne(
                db,
                sql: """
                    SELECT p.next_offset FROM position p JOIN consumer_group g ON g.number = p.group_number
                    WHERE g.name = ? AND p.topic_number = ?
                    """, arguments: [group, table.topicNumber])
        }
    }

    public func close() async {
        await writes.close()
        await watch.close()
        await reader.close()
        // Only now: no commit of ours can come after another process has taken over.
        let held = locks.withLock { locks in
            defer { locks = [:] }
            return locks.values.compactMap(\.lock)
        }
        for lock in held { lock.release() }
    }

    // MARK: For readers and members

    /// The end of a wait that begins now.
    static func deadline(_ time: Duration) -> ContinuousClock.Instant {
        .now + min(max(time, .zero), EmbeddedLogLimits.longestWait)
    }

    /// Throws unless a name can be kept in the file as it is.
    static func checkName(_ name: String, of what: String) throws(EventLogError) {
        guard !name.isEmpty, name.utf8.count <= EmbeddedLogLimits.nameBytes, !name.utf8.contains(0) else {
            throw .failed("\(what) needs a name of 1 to \(EmbeddedLogLimits.nameBytes) bytes without NUL, got \(name)")
        }
    }

    /// A member has left.
    func forget(_ lock: GroupLock) {
        _ = locks.withLock { $0.removeValue(forKey: ObjectIdentifier(lock)) }
    }
}

/// A lock that its member may have dropped.
private struct WeakLock: Sendable {
    weak let lock: GroupLock?
}
