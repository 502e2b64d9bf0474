import Dispatch
import EventLog
import Synchronization

/// A member of a group; see `KafkaLog.join(group:topics:)`.
///
/// The group protocol is served while somebody calls `next`, so a rebalance waits for the work under way. When the
/// group takes partitions back, commits under way are finished first; later ones are fenced.
final class KafkaGroupMember: GroupMember {
    private typealias Answer = Result<GroupEvent, EventLogError>

    private struct State {
        var standing = MemberStanding()
        var writers: [String: TransactionalWriter] = [:]
    }

    /// What the thread works with; touched there only.
    private final class Bench: @unchecked Sendable {
        /// Events that a cancelled call did not take.
        var untaken: [GroupEvent] = []
        /// What the group has given and is not being read yet.
        var given: PartitionList?
        /// Whether to subscribe again once the partitions are taken back.
        var isRejoining = false
    }

    private let group: String
    private let topics: [Topic]
    private let configuration: KafkaConfiguration
    private let log: ClientLog
    private let cluster: ClusterClient
    private let consumer: Consumer
    private let thread: ClientThread
    private let bench = Bench()
    private let state = Mutex(State())
    private let commits = DispatchGroup()

    private init(
        _ consumer: Consumer, on thread: ClientThread, group: String, topics: [Topic],
        _ configuration: KafkaConfiguration, cluster: ClusterClient, log: ClientLog
    ) {
        self.cluster = cluster
        self.consumer = consumer
        self.thread = thread
        self.group = group
        self.topics = topics
        self.configuration = configuration
        self.log = log
    }

    deinit {
        let consumer = consumer
        thread.abandon { consumer.destroy() }
    }

    /// Makes a member and lets it join.
    static func join(
        group: String, topics: [Topic], _ configuration: KafkaConfiguration, cluster: ClusterClient, log: ClientLog
    ) async throws(EventLogError) -> KafkaGroupMember {
        let thread = ClientThread("kafka-member")
        let opened = await thread.run {
            Result { () throws(EventLogError) in
                let consumer = try Consumer(.member(group: group), configuration, log: log)
                do throws(KafkaFailure) { try consumer.subscribe(topics) } catch {
                    defer { consumer.destroy() }
                    throw EventLogError(
                        error, "joining \(group)", client: consumer.client, servers: configuration.bootstrapServers)
                }
                return consumer
            }
        }
        guard let opened else { throw .closed }
        return KafkaGroupMember(
            try opened.get(), on: thread, group: group, topics: topics, configuration, cluster: cluster, log: log)
    }

    // MARK: Events

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> GroupEvent {
        let pending = PendingNext<Answer>()
        let deadline = Deadline(after: time)
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                pending.wait(continuation)
                let isSubmitted = thread.submit { self.answer(pending, limit, by: deadline) }
                if !isSubmitted { pending.finish(.failure(.closed)) }
            }
        } onCancel: {
            if pending.finish(.success(.idle)) { wake() }
        }
        return try answer.get()
    }

    /// Runs on the thread.
    private func answer(_ pending: PendingNext<Answer>, _ limit: BatchLimit, by deadline: Deadline) {
        guard pending.isWanted else { return }
        let answer = Result { () throws(EventLogError) in
            try nextEvent(limit, by: deadline) { pending.isWanted && !self.hasLeft }
        }
        if hasLeft {
            pending.finish(.failure(.closed))
        } else if !pending.finish(answer), case .success(let event) = answer {
            switch event {
            case .records(let records): consumer.giveBack(records)
            case .assigned, .revoked: bench.untaken.append(event)
            case .idle: break
            }
        }
    }

    private func nextEvent(
        _ limit: BatchLimit, by deadline: Deadline, while isWanted: () -> Bool
    ) throws(EventLogError) -> GroupEvent {
        if !bench.untaken.isEmpty { return bench.untaken.removeFirst() }
        do throws(KafkaFailure) {
            if state.withLock({ $0.standing.phase == .fenced }) { try rejoin() }
            while true {
                if bench.given != nil, let event = try beginReading() { return event }
                switch consumer.take(limit, until: deadline, while: isWanted) {
                case .records(let records): return .records(records)
                case .given(let partitions): bench.given = partitions
                case .takenBack: if let event = try giveBack() { return event }
                case .failed(let failure): throw failure
                case .nothing: return .idle
                }
            }
        } catch {
            throw EventLogError(
                error, "taking part in \(group)", client: consumer.client, servers: configuration.bootstrapServers)
        }
    }

    /// Asks where to go on in the partitions that were given, and begins to read them. When the cluster does not
    /// answer, the next call of `next` tries again.
    private func beginReading() throws(KafkaFailure) -> GroupEvent? {
        guard let partitions = bench.given else { return nil }
        let starts = try consumer.starts(of: partitions, by: Deadline(after: configuration.timeout))
        let membership = GroupMembership(of: consumer.client)
        try consumer.assign(PartitionList(starts))
        bench.given = nil
        state.withLock { $0.standing.noteGiven(starts.keys, membership) }
        return starts.isEmpty ? nil : .assigned(starts)
    }

    private func giveBack() throws(KafkaFailure) -> GroupEvent? {
        let partitions = state.withLock { $0.standing.noteTakenBack() }
        bench.given = nil
        // What was begun before is finished in the generation that it was begun in.
        commits.wait()
        try consumer.assign(nil)
        if bench.isRejoining {
            bench.isRejoining = false
            try consumer.subscribe(topics)
        }
        return partitions.isEmpty ? nil : .revoked(partitions)
    }

    /// Leaves and joins again, so that the group tells where to go on.
    private func rejoin() throws(KafkaFailure) {
        let hasPartitions = state.withLock { state in
            state.standing.noteRejoined()
            return !state.standing.partitions.isEmpty
        }
        if hasPartitions {
            bench.isRejoining = true
            try consumer.unsubscribe()
        }
    }

    // MARK: Committing

    @discardableResult
    func commit(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String
    ) async throws(EventLogError) -> [Position] {
        try KafkaLog.checkName(writer, of: "a writer")
        for (partition, next) in positions where !(0...KafkaLogLimits.offsetMax).contains(next) {
            throw .failed("\(next) is no position in \(partition)")
        }
        // Whoever has lost its partitions need not ask the cluster about its outputs.
        _ = try state.withLock { state throws(EventLogError) in
            try state.standing.claim(positions.keys, group: group)
        }
        try await cluster.check(outputs)
        let (membership, transactions) = try begin(positions, as: writer)
        defer { commits.leave() }
        do {
            return try await transactions.commit(
                TransactionalWriter.Work(outputs: outputs, positions: positions), as: membership)
        } catch {
            switch error {
            case .fenced: state.withLock { $0.standing.noteFenced() }
            case .unknownTopic(let topic): cluster.forget(topic)
            default: break
            }
            throw error
        }
    }

    /// Checks that the member may commit; `commits` is then entered, so that partitions are not given back meanwhile.
    private func begin(
        _ positions: [TopicPartition: Int64], as writer: String
    ) throws(EventLogError) -> (GroupMembership, TransactionalWriter) {
        try state.withLock { state throws(EventLogError) in
            let membership = try state.standing.claim(positions.keys, group: group)
            if consumer.hasLostAssignment {
                throw .fenced("the group \(group) has given this member's partitions to others")
            }
            let transactions =
                state.writers[writer] ?? TransactionalWriter(writer, configuration, log: log)
            state.writers[writer] = transactions
            commits.enter()
            return (membership, transactions)
        }
    }

    // MARK: Leaving

    func leave() async {
        let writers = state.withLock { state in
            if state.standing.phase != .left { self.consumer.wake() }
            state.standing.noteLeft()
            return Array(state.writers.values)
        }
        // Commits under way first: they need the consumer's membership.
        for writer in writers { await writer.close() }
        let consumer = consumer
        await thread.stop { consumer.destroy() }
    }

    private var hasLeft: Bool { state.withLock { $0.standing.phase == .left } }

    // The consumer is destroyed only once the member has left.
    private func wake() { state.withLock { if $0.standing.phase != .left { consumer.wake() } } }

    /// The properties the consumer works with.
    func effectiveProperties() async -> [String: String] {
        let consumer = consumer
        return await thread.run { consumer.client.effectiveProperties } ?? [:]
    }
}
