import CRdkafka
import EventLog
import Synchronization

/// Commits under one writer's name: one transactional producer on one thread.
///
/// A newer writer of the same name fences it. After that, and after every failure that ends a producer, the next
/// commit makes a new one, which fences in its turn and ends what the old one left open.
final class TransactionalWriter: Sendable {
    /// What is to be committed in one transaction.
    struct Work: Sendable, Hashable {
        /// The outputs, in order.
        let outputs: [Message]
        /// For each partition the offset after the last record that is done with.
        let positions: [TopicPartition: Int64]
        /// Whether the writer only takes its name.
        var isEmpty: Bool { outputs.isEmpty && positions.isEmpty }
    }

    /// A commit that was requested and not answered.
    private struct Doubt {
        let work: Work
        let delivery: Delivery
    }

    /// What the thread works with; touched there only.
    private final class Bench: @unchecked Sendable {
        var producer: Producer?
        var doubt: Doubt?

        func discard() {
            producer?.destroy()
            producer = nil
            doubt = nil
        }
    }

    private let name: String
    private let configuration: KafkaConfiguration
    private let log: ClientLog
    private let thread = ClientThread("kafka-commit")
    private let bench = Bench()

    init(_ name: String, _ configuration: KafkaConfiguration, log: ClientLog) {
        self.name = name
        self.configuration = configuration
        self.log = log
    }

    deinit {
        let bench = bench
        thread.abandon { bench.discard() }
    }

    /// Waits for what is under way, and frees the producer. What is in doubt is decided by the broker, or by the next
    /// writer of the name.
    func close() async {
        let bench = bench
        await thread.stop { bench.discard() }
    }

    /// Commits outputs and positions, or neither. Where there are none, earlier writers of the name are fenced, and what
    /// they left open is ended.
    ///
    /// When the time is over before the outcome is known, `EventLogError.unreachable` is thrown, and the next call
    /// first learns the outcome: a call with the same work then returns what was committed; any other is fenced if
    /// the earlier work was committed after all.
    func commit(_ work: Work, as membership: GroupMembership) async throws(EventLogError) -> [Position] {
        let deadline = Deadline(after: configuration.timeout)
        let result = await thread.run {
            Result { () throws(EventLogError) in
                try self.commit(work, as: membership, by: deadline)
            }
        }
        return try (result ?? .failure(.fenced("the writer \(name) has been closed"))).get()
    }

    // MARK: On the thread

    private func commit(
        _ work: Work, as membership: GroupMembership, by deadline: Deadline
    ) throws(EventLogError) -> [Position] {
        if work.isEmpty {
            // Another may have had the name since the producer was made.
            bench.discard()
            _ = try readyProducer(by: deadline)
            return []
        }
        if let positions = try settleDoubt(for: work, by: deadline) { return positions }
        while true {
            let producer = try readyProducer(by: deadline)
            let delivery = producer.begin(work, as: membership, by: deadline)
            switch delivery {
            case .success(let delivery):
                bench.doubt = Doubt(work: work, delivery: delivery)
                if let positions = try finish(producer, delivery, by: deadline) { return positions }
            case .failure(let failure):
                try remedy(failure, at: .fill, producer, by: deadline)
            }
        }
    }

    /// Learns what became of an earlier commit.
    /// - returns: The positions, if this work was committed then.
    private func settleDoubt(for work: Work, by deadline: Deadline) throws(EventLogError) -> [Position]? {
        guard let doubt = bench.doubt, let producer = bench.producer else { return nil }
        guard let positions = try finish(producer, doubt.delivery, by: deadline) else { return nil }
        if doubt.work == work { return positions }
        throw .fenced("an earlier commit of \(name) went through after its time; go on after it")
    }

    /// Commits what was begun.
    /// - returns: The positions; nil when the transaction was aborted and may be done again.
    private func finish(
        _ producer: Producer, _ delivery: Delivery, by deadline: Deadline
    ) throws(EventLogError) -> [Position]? {
        while true {
            let failure = KafkaFailure(
                consuming: rd_kafka_commit_transaction(producer.client.handle, max(1, deadline.milliseconds)))
            guard let failure else { break }
            if try remedy(failure, at: .commit, producer, by: deadline) == .abortAndBeginAgain { return nil }
        }
        bench.doubt = nil
        producer.finish(delivery)
        do { return try delivery.positions() } catch {
            // librdkafka commits no transaction of which a message failed.
            preconditionFailure("committed without \(error.topic): \(error.failure.text)")
        }
    }

    private func readyProducer(by deadline: Deadline) throws(EventLogError) -> Producer {
        if let producer = bench.producer { return producer }
        let producer = try Producer(.writer(name: name), configuration, log: log)
        bench.producer = producer
        while true {
            let failure = KafkaFailure(
                consuming: rd_kafka_init_transactions(producer.client.handle, max(1, deadline.milliseconds)))
            guard let failure else { return producer }
            try remedy(failure, at: .initialise, producer, by: deadline)
        }
    }

    /// Carries out what is to be done about a failure.
    /// - returns: What was done, when the work may go on.
    /// - throws: Why the work is refused.
    @discardableResult
    private func remedy(
        _ failure: KafkaFailure, at step: TransactionRemedy.Step, _ producer: Producer, by deadline: Deadline
    ) throws(EventLogError) -> TransactionRemedy {
        let remedy = TransactionRemedy(for: failure, at: step, timeIsOver: deadline.isOver)
        let cause = failure.isFatal ? producer.client.fatalFailure ?? failure : failure
        let error = EventLogError(
            cause, "committing as \(name)", client: producer.client, servers: configuration.bootstrapServers)
        log.note(level: 6, facility: "TXN", "\(name): \(remedy) after \(step): \(failure.text)")
        switch remedy {
        case .repeatStep:
            producer.poll(milliseconds: Int32(KafkaLogLimits.retry.milliseconds))
            return remedy
        case .leaveInDoubt: throw error
        case .discard:
            bench.discard()
            // The broker may have committed; the group's positions tell.
            throw step == .commit ? .fenced("nobody knows whether a commit of \(name) was done: \(error)") : error
        case .abort, .abortAndBeginAgain:
            guard producer.abort(by: deadline) else {
                bench.discard()
                throw error
            }
            bench.doubt = nil
            if remedy == .abort { throw error }
            return remedy
        }
    }

    /// The properties the producer works with.
    func effectiveProperties() async -> [String: String] {
        let properties = await thread.run { () -> [String: String] in
            if let producer = self.bench.producer { return producer.client.effectiveProperties }
            guard let producer = try? Producer(.writer(name: self.name), self.configuration, log: self.log)
            else { return [:] }
            defer { producer.destroy() }
            return producer.client.effectiveProperties
        }
        return properties ?? [:]
    }
}

extension Producer {
    /// Begins a transaction, hands over its outputs and its positions.
    fileprivate func begin(
        _ work: TransactionalWriter.Work, as membership: GroupMembership, by deadline: Deadline
    ) -> Result<Delivery, KafkaFailure> {
        if let failure = KafkaFailure(consuming: rd_kafka_begin_transaction(client.handle)) { return .failure(failure) }
        let delivery = send(work.outputs, by: deadline)
        if let refusal = delivery.refusal {
            var failure = refusal
            failure.needsAbort = !failure.isFatal
            return .failure(failure)
        }
        guard !work.positions.isEmpty else { return .success(delivery) }
        let offsets = PartitionList(work.positions)
        while true {
            let error = offsets.withNative { offsets in
                membership.withNative { membership in
                    rd_kafka_send_offsets_to_transaction(
                        client.handle, offsets, membership, max(1, deadline.milliseconds))
                }
            }
            guard let failure = KafkaFailure(consuming: error) else { return .success(delivery) }
            guard failure.isRetriable, !deadline.isOver else { return .failure(failure) }
            poll(milliseconds: Int32(KafkaLogLimits.retry.milliseconds))
        }
    }

    /// Aborts what was begun.
    /// - returns: Whether the producer can go on.
    fileprivate func abort(by deadline: Deadline) -> Bool {
        while true {
            let failure = KafkaFailure(
                consuming: rd_kafka_abort_transaction(client.handle, max(1, deadline.milliseconds)))
            guard let failure else {
                finishAll()
                return true
            }
            guard failure.isRetriable, !deadline.isOver else { return false }
            poll(milliseconds: Int32(KafkaLogLimits.retry.milliseconds))
        }
    }
}
