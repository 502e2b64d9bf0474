internal import EventLog
internal import Synchronization

/// One process's way to a simulated log.
final class SimulatedConnection: EventLog {
    private struct State {
        var isClosed = false
        var members: [Int] = []
    }

    let log: SimulatedLog
    let pace: any Pace
    private let state = Mutex(State())

    init(_ log: SimulatedLog, _ pace: any Pace) {
        self.log = log
        self.pace = pace
    }

    /// The members that joined groups through it.
    var members: [Int] { state.withLock { $0.members } }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Ends the process: from now on every call is refused at once, and its seats stay taken until somebody notices.
    func die() {
        let members = state.withLock { state in
            state.isClosed = true
            return state.members
        }
        log.storage.withLock { storage in
            for member in members { storage.memberships[member]?.isAlive = false }
        }
    }

    /// Notes that a member has heard that its commit is decided.
    func acknowledge(_ writer: String, by member: Int) {
        log.storage.withLock { $0.acknowledge(writer, by: member) }
    }

    /// Does a call when its turn has come, and lets happen to it what is to happen.
    func perform<Value: Sendable>(
        _ call: LogCall, _ body: @Sendable (inout LogStorage, Turn, Int64) throws(EventLogError) -> Value
    ) async throws(EventLogError) -> Value {
        guard !isClosed else { throw .closed }
        let turn = await pace.turn(for: call)
        guard !isClosed else { throw .closed }
        switch turn.fate {
        case .failsBefore: throw .unreachable("\(call.rawValue) was not done")
        case .diesBefore:
            die()
            throw .closed
        case .succeeds, .failsAfter, .diesAfter: break
        }
        let value = try log.change { storage, time throws(EventLogError) in try body(&storage, turn, time) }
        switch turn.fate {
        case .failsAfter: throw .unreachable("\(call.rawValue) was done")
        case .diesAfter:
            die()
            throw .closed
        case .succeeds, .failsBefore, .diesBefore: return value
        }
    }

    // MARK: - EventLog

    func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32 {
        try await perform(.partitionCount) { storage, _, _ throws(EventLogError) in
            try storage.partitionCount(of: topic)
        }
    }

    func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64> {
        try await perform(.offsets) { storage, _, _ throws(EventLogError) in
            0..<(try storage.partition(partition).readableEnd)
        }
    }

    func publish(_ messages: [Message]) async throws(EventLogError) -> [Position] {
        try await perform(.publish) { storage, _, time throws(EventLogError) in
            try storage.publish(messages, at: time)
        }
    }

    func read(from offsets: [TopicPartition: Int64]) async throws(EventLogError) -> any LogReader {
        try await perform(.read) { storage, _, _ throws(EventLogError) in
            for partition in offsets.keys.sorted() { _ = try storage.partition(partition) }
        }
        return SimulatedReader(self, from: offsets)
    }

    func join(group: String, topics: [Topic]) async throws(EventLogError) -> any GroupMember {
        let number = try await perform(.join) { storage, _, _ throws(EventLogError) in
            let number = try storage.join(group, topics: topics)
            self.state.withLock { $0.members.append(number) }
            return number
        }
        return SimulatedMember(self, number)
    }

    func committedOffset(of group: String, in partition: TopicPartition) async throws(EventLogError) -> Int64? {
        try await perform(.committedOffset) { storage, _, _ throws(EventLogError) in
            storage.groups[group]?.offsets[partition]
        }
    }

    func close() async {
        let members = state.withLock { state in
            state.isClosed = true
            return state.members
        }
        log.storage.withLock { storage in for member in members { storage.leave(member) } }
    }
}
