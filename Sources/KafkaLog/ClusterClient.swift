import EventLog
import Synchronization

/// Asks the cluster about topics, offsets and groups: one client on one thread.
///
/// Partition counts are remembered: partitions are added, never taken away, so a count that is too small is asked for
/// again, and a publish need not ask.
final class ClusterClient: Sendable {
    private let configuration: KafkaConfiguration
    private let client: Client
    private let thread = ClientThread("kafka-ask")
    private let counts = Mutex<[Topic: Int32]>([:])

    /// Makes the client; nothing is sent.
    init(_ configuration: KafkaConfiguration, log: ClientLog) throws(EventLogError) {
        self.configuration = configuration
        client = try Client(.cluster, configuration, log: log)
    }

    deinit {
        let client = client
        thread.abandon { client.destroy() }
    }

    /// Waits for what is under way, and frees the client.
    func close() async {
        let client = client
        await thread.stop { client.destroy() }
    }

    /// Runs `body` on the client's thread.
    /// - parameter what: What is being done, for an error's text.
    func ask<Value: Sendable>(
        _ what: String, about topic: Topic? = nil,
        _ body: @escaping @Sendable (Client, Deadline) throws(KafkaFailure) -> Value
    ) async throws(EventLogError) -> Value {
        // From now, so that a call that waits for others ends in time too.
        let deadline = Deadline(after: configuration.timeout)
        let client = client
        let result = await thread.run {
            Result { () throws(KafkaFailure) in
                if deadline.isOver { throw KafkaFailure.timeIsOver }
                return try body(client, deadline)
            }
        }
        switch result {
        case nil: throw .closed
        case .success(let value): return value
        case .failure(let failure):
            throw EventLogError(failure, what, topic: topic, client: client, servers: configuration.bootstrapServers)
        }
    }

    // MARK: Topics

    /// How many partitions a topic has, as the cluster says.
    func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32 {
        let count = try await ask("asking for the partitions of \(topic)", about: topic) {
            client, deadline throws(KafkaFailure) in
            try client.partitionCount(of: topic, by: deadline)
        }
        guard count > 0 else { throw .unknownTopic(topic) }
        counts.withLock { $0[topic] = count }
        return count
    }

    /// Throws unless the partition exists.
    func check(_ partition: TopicPartition) async throws(EventLogError) {
        guard partition.partition >= 0 else { throw .unknownTopic(partition.topic) }
        if let count = counts.withLock({ $0[partition.topic] }), partition.partition < count { return }
        let count = try await partitionCount(of: partition.topic)
        guard partition.partition < count else { throw .unknownTopic(partition.topic) }
    }

    /// Throws unless every message may be written: it is small enough, its topic exists, and so does its partition.
    func check(_ messages: [Message]) async throws(EventLogError) {
        for message in messages { try message.checkSize() }
        for partition in unknownPartitions(of: messages) { try await check(partition) }
    }

    /// The partitions that messages go to and that are not known to exist.
    private func unknownPartitions(of messages: [Message]) -> [TopicPartition] {
        counts.withLock { counts in
            var unknown: [TopicPartition] = []
            var last: (topic: Topic, count: Int32)?
            for message in messages {
                if last?.topic != message.topic { last = (message.topic, counts[message.topic] ?? 0) }
                let partition = message.partition ?? 0
                guard let last, !(0..<last.count).contains(partition) else { continue }
                let place = TopicPartition(message.topic, partition)
                if unknown.last != place { unknown.append(place) }
            }
            return unknown
        }
    }

    /// Forgets what is known of a topic, for the cluster says that it has gone.
    func forget(_ topic: Topic) { counts.withLock { $0[topic] = nil } }

    // MARK: Offsets

    /// The offsets a partition holds.
    func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64> {
        try await check(partition)
        return try await ask("asking for the offsets of \(partition)", about: partition.topic) {
            client, deadline throws(KafkaFailure) in
            try client.offsets(of: partition, by: deadline)
        }
    }

    /// What a group has committed in a partition.
    func committedOffset(of group: String, in partition: TopicPartition) async throws(EventLogError) -> Int64? {
        try await check(partition)
        return try await ask("asking how far \(group) is in \(partition)", about: partition.topic) {
            client, deadline throws(KafkaFailure) in
            try client.repeating(by: deadline) { () throws(KafkaFailure) in
                try client.committedOffset(of: group, in: partition, by: deadline)
            }
        }
    }

    /// The properties the client works with.
    func effectiveProperties() async -> [String: String] {
        let client = client
        return await thread.run { client.effectiveProperties } ?? [:]
    }
}

extension Message {
    /// Throws when the message is over the log's limit, or would not fit a batch of the brokers' default size.
    fileprivate func checkSize() throws(EventLogError) {
        let bytes = byteCount
        guard bytes <= EventLogLimits.recordBytes else {
            throw .recordTooLarge(bytes: bytes, limit: EventLogLimits.recordBytes)
        }
        let encoded =
            bytes + headers.count * KafkaLogLimits.headerOverheadBytes + KafkaLogLimits.recordOverheadBytes
        guard encoded <= KafkaLogLimits.batchBytes else {
            throw .recordTooLarge(bytes: encoded, limit: KafkaLogLimits.batchBytes)
        }
    }
}
