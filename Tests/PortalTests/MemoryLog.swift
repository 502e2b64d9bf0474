import EventLog
import Synchronization

/// A log that only takes records, in memory, and fails as it is told to.
final class MemoryLog: EventLog {
    private let state = Mutex(State())

    private struct State {
        var messages: [Message] = []
        var next: [TopicPartition: Int64] = [:]
        var failure: EventLogError?
    }

    /// What was published, in order.
    var published: [Message] { state.withLock { $0.messages } }

    /// From now on every call fails so; nil ends it.
    func fail(_ failure: EventLogError?) { state.withLock { $0.failure = failure } }

    func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32 {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return 1
    }

    func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64> {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return 0..<(state.withLock { $0.next[partition] ?? 0 })
    }

    func publish(_ messages: [Message]) async throws(EventLogError) -> [Position] {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return state.withLock { state in
            messages.map { message in
                let partition = TopicPartition(message.topic, message.partition ?? 0)
                let offset = state.next[partition] ?? 0
                state.next[partition] = offset + 1
                state.messages.append(message)
                return Position(partition, offset: offset)
            }
        }
    }

    func read(from offsets: [TopicPartition: Int64]) async throws(EventLogError) -> any LogReader {
        throw .failed("a log of a test is not read")
    }

    func join(group: String, topics: [Topic]) async throws(EventLogError) -> any GroupMember {
        throw .failed("a log of a test has no groups")
    }

    func committedOffset(of group: String, in partition: TopicPartition) async throws(EventLogError) -> Int64? { nil }

    func close() async {}
}
