public import EventLog
internal import Foundation
internal import Synchronization

/// A log in memory that behaves as Kafka does, and as badly as a simulation wants it to.
///
/// It has transactions whose records are written before they are decided, writers that fence their predecessors, and
/// groups that give everything back before it is dealt anew. Without a simulation it keeps every promise of an
/// `EventLog`.
///
///     let log = SimulatedLog(topics: [.market: 6, .matches: 6])
///     let connection = log.connect()
public final class SimulatedLog: Sendable {
    let storage: Mutex<LogStorage>
    private let now: @Sendable () -> Int64

    /// An empty log.
    /// - parameter topics: The partitions of each topic.
    /// - parameter leavesMarks: Whether the end of a transaction takes an offset.
    public convenience init(topics: [Topic: Int32], leavesMarks: Bool = true) {
        self.init(topics: topics, leavesMarks: leavesMarks) { Int64(Date().timeIntervalSince1970 * 1_000) }
    }

    init(
        topics: [Topic: Int32], leavesMarks: Bool, tellsWhenCertain: Bool = true,
        now: @escaping @Sendable () -> Int64
    ) {
        storage = Mutex(LogStorage(topics, leavesMarks: leavesMarks, tellsWhenCertain: tellsWhenCertain))
        self.now = now
    }

    /// Opens the log in real time and without faults.
    public func connect() -> any EventLog { connect(FreePace()) }

    func connect(_ pace: any Pace) -> SimulatedConnection { SimulatedConnection(self, pace) }

    /// Does something with what the log holds, at the log's time.
    func change<Value: Sendable>(
        _ body: @Sendable (inout LogStorage, Int64) throws(EventLogError) -> Value
    ) throws(EventLogError) -> Value {
        let time = now()
        return try storage.withLock { storage throws(EventLogError) in try body(&storage, time) }
    }

    /// Every record of a partition that may be read.
    func records(of partition: TopicPartition) -> [Record] {
        storage.withLock { $0.partitions[partition]?.records ?? [] }
    }

    /// Every record of a topic that may be read, partition by partition.
    func records(of topic: Topic) -> [Record] {
        storage.withLock { storage in
            ((try? storage.partitions(of: topic)) ?? []).flatMap { storage.partitions[$0]?.records ?? [] }
        }
    }
}
