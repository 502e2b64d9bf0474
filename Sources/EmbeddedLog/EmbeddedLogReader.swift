import EventLog
import Synchronization

/// A reader of given partitions; see `EmbeddedLog.read(from:)`.
final class EmbeddedLogReader: LogReader {
    private let log: EmbeddedLog
    private let cursors: Mutex<Cursors?>

    init(_ log: EmbeddedLog, at cursors: Cursors) {
        self.log = log
        self.cursors = Mutex(cursors)
    }

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> [Record] {
        let deadline = EmbeddedLog.deadline(time)
        while true {
            let seen = log.wakeups.count
            let records = try await read(limit)
            if !records.isEmpty || ContinuousClock.now >= deadline || Task.isCancelled { return records }
            await log.wakeups.wait(after: seen, until: deadline)
        }
    }

    private func read(_ limit: BatchLimit) async throws(EventLogError) -> [Record] {
        // The reading connection is serial: nobody moves the cursors between the two locks.
        try await log.reader.run { db in
            guard var cursors = self.cursors.withLock({ $0 }) else { throw EventLogError.closed }
            let records = try cursors.read(limit, in: db)
            self.cursors.withLock { if $0 != nil { $0 = cursors } }
            return records
        }
    }

    func positions() async throws(EventLogError) -> [TopicPartition: Int64] {
        guard let cursors = cursors.withLock({ $0 }) else { throw .closed }
        return cursors.positions
    }

    func close() async {
        cursors.withLock { $0 = nil }
        log.wakeups.signal()
    }
}
