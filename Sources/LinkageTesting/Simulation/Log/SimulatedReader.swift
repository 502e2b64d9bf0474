internal import EventLog
internal import Synchronization

/// A reader of a simulated log.
final class SimulatedReader: LogReader {
    private let connection: SimulatedConnection
    private let cursors: Mutex<[TopicPartition: Int64]?>

    init(_ connection: SimulatedConnection, from offsets: [TopicPartition: Int64]) {
        self.connection = connection
        cursors = Mutex(offsets)
    }

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> [Record] {
        let deadline = ContinuousClock.now + time
        while true {
            if Task.isCancelled, !connection.isClosed { return [] }
            guard let before = cursors.withLock({ $0 }) else { throw .closed }
            let (records, after) = try await connection.perform(.readerNext) {
                storage, turn, _ throws(EventLogError) in
                var cursors = before
                guard turn.records > 0 else { return ([Record](), before) }
                let limit = BatchLimit(records: min(limit.records, turn.records), bytes: limit.bytes)
                return (try storage.read(&cursors, limit, first: turn.first), cursors)
            }
            cursors.withLock { if $0 != nil { $0 = after } }
            if !records.isEmpty { return records }
            guard await connection.pace.looksAgain(until: deadline) else { return [] }
        }
    }

    func positions() async throws(EventLogError) -> [TopicPartition: Int64] {
        guard let cursors = cursors.withLock({ $0 }) else { throw .closed }
        return try await connection.perform(.readerPositions) { _, _, _ throws(EventLogError) in cursors }
    }

    func close() async { cursors.withLock { $0 = nil } }
}
