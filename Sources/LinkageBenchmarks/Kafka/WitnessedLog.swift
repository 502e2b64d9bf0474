import EventLog
import Synchronization

/// A log that does what the one below it does, and notes what a group's member took and committed, and when.
final class WitnessedLog: EventLog {
    /// A commit: how many records were taken before it, and what it wrote.
    struct Transaction: Sendable {
        let inputs: Int
        let outputs: [Message]
    }

    private struct Notes {
        var began: ContinuousClock.Instant?
        var ended: ContinuousClock.Instant?
        var taken = 0
        var committed = 0
        var transactions: [Transaction] = []
    }

    private let log: any EventLog
    private let notes = Mutex(Notes())

    init(_ log: any EventLog) { self.log = log }

    /// From the first records until the last commit.
    var time: Duration {
        notes.withLock { notes in
            guard let began = notes.began, let ended = notes.ended else { return .zero }
            return ended - began
        }
    }

    /// How many records were taken and are committed.
    var committedCount: Int { notes.withLock { $0.committed } }

    /// The commits, in order.
    var transactions: [Transaction] { notes.withLock { $0.transactions } }

    fileprivate func noteTaken(_ count: Int) {
        notes.withLock { notes in
            notes.began = notes.began ?? .now
            notes.taken += count
        }
    }

    fileprivate func noteCommitted(_ outputs: [Message]) {
        notes.withLock { notes in
            guard notes.taken > notes.committed || !outputs.isEmpty else { return }
            notes.transactions.append(Transaction(inputs: notes.taken - notes.committed, outputs: outputs))
            notes.committed = notes.taken
            notes.ended = .now
        }
    }

    func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32 {
        try await log.partitionCount(of: topic)
    }

    func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64> {
        try await log.offsets(of: partition)
    }

    func publish(_ messages: [Message]) async throws(EventLogError) -> [Position] { try await log.publish(messages) }

    func read(from offsets: [TopicPartition: Int64]) async throws(EventLogError) -> any LogReader {
        try await log.read(from: offsets)
    }

    func join(group: String, topics: [Topic]) async throws(EventLogError) -> any GroupMember {
        WitnessedMember(of: self, try await log.join(group: group, topics: topics))
    }

    func committedOffset(of group: String, in partition: TopicPartition) async throws(EventLogError) -> Int64? {
        try await log.committedOffset(of: group, in: partition)
    }

    func close() async { await log.close() }
}

private struct WitnessedMember: GroupMember {
    let log: WitnessedLog
    let member: any GroupMember

    init(of log: WitnessedLog, _ member: any GroupMember) {
        self.log = log
        self.member = member
    }

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> GroupEvent {
        let event = try await member.next(limit, within: time)
        if case .records(let records) = event { log.noteTaken(records.count) }
        return event
    }

    func commit(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String
    ) async throws(EventLogError) -> [Position] {
        let written = try await member.commit(outputs, advancing: positions, as: writer)
        log.noteCommitted(outputs)
        return written
    }

    func leave() async { await member.leave() }
}
