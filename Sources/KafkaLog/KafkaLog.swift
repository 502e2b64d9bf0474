public import EventLog
public import Logging
import Synchronization

/// A log on an Apache Kafka cluster, or what speaks its protocol, through librdkafka.
///
/// A publish returns once all in-sync replicas have the records (`acks=all`). Readers see committed records only
/// (`isolation.level=read_committed`). A commit is a Kafka transaction that holds outputs and positions. Topics are
/// not created on the way: see `KafkaAdmin`.
///
/// ```swift
/// let log = try await KafkaLog(KafkaConfiguration(bootstrapServers: "localhost:9092"), logger: logger)
/// try await log.publish([Message(to: Topic("orders"), key: Array("7".utf8), value: Array("{}".utf8))])
/// let reader = try await log.read(from: [TopicPartition(Topic("orders")): 0])
/// let records = try await reader.next(BatchLimit(), within: .seconds(1))
/// await log.close()
/// ```
///
/// Every call ends within `KafkaConfiguration.timeout` when the cluster does not answer. Each client of librdkafka's
/// has a thread of its own for what blocks.
public final class KafkaLog: EventLog {
    /// librdkafka's version, such as `2.0.2`; that of the library found at run time.
    public static let librdkafkaVersion = Client.librdkafkaVersion

    private struct State {
        var isClosed = false
        var open: [ObjectIdentifier: WeakCloser] = [:]
    }

    private let configuration: KafkaConfiguration
    private let log: ClientLog
    private let cluster: ClusterClient
    private let publisher: Publisher
    private let state = Mutex(State())

    /// Opens the log. Nothing is sent: that the cluster does not answer is seen at the first call that needs it.
    /// - parameter logger: Is told librdkafka's version, and what librdkafka has to say.
    /// - throws: `EventLogError.failed` for a property that librdkafka does not know, or whose value it does not take.
    public init(_ configuration: KafkaConfiguration, logger: Logger) async throws(EventLogError) {
        self.configuration = configuration
        log = ClientLog(logger, secrets: configuration.secrets)
        cluster = try ClusterClient(configuration, log: log)
        publisher = Publisher(configuration, log: log)
        logger.info(
            "opened the log on Kafka",
            metadata: [
                "librdkafka": "\(Self.librdkafkaVersion)", "servers": "\(configuration.bootstrapServers)",
            ])
    }

    // MARK: EventLog

    public func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32 {
        try await cluster.partitionCount(of: topic)
    }

    public func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64> {
        try await cluster.offsets(of: partition)
    }

    @discardableResult
    public func publish(_ messages: [Message]) async throws(EventLogError) -> [Position] {
        try checkOpen()
        try await cluster.check(messages)
        if messages.isEmpty { return [] }
        do { return try await publisher.publish(messages) } catch {
            if case .unknownTopic(let topic) = error { cluster.forget(topic) }
            throw error
        }
    }

    public func read(from offsets: [TopicPartition: Int64]) async throws(EventLogError) -> any LogReader {
        try checkOpen()
        for partition in offsets.keys.sorted() { try await cluster.check(partition) }
        let reader = try await KafkaReader.open(at: offsets, configuration, log: log)
        try await keep(reader) { await $0.close() }
        return reader
    }

    public func join(group: String, topics: [Topic]) async throws(EventLogError) -> any GroupMember {
        try checkOpen()
        try Self.checkName(group, of: "a group")
        for topic in topics { try await cluster.check(TopicPartition(topic)) }
        let member = try await KafkaGroupMember.join(
            group: group, topics: topics, configuration, cluster: cluster, log: log)
        try await keep(member) { await $0.leave() }
        return member
    }

    public func committedOffset(
        of group: String, in partition: TopicPartition
    ) async throws(EventLogError) -> Int64? {
        try await cluster.committedOffset(of: group, in: partition)
    }

    /// Leaves every group, ends every reading, waits for what is being published, and closes the connections.
    public func close() async {
        let open = state.withLock { state in
            state.isClosed = true
            defer { state.open = [:] }
            return Array(state.open.values)
        }
        await publisher.close()
        await withTaskGroup { group in
            for closer in open { group.addTask { await closer.close() } }
        }
        await cluster.close()
    }

    // MARK: For the module

    /// The properties that a client of this log's works with, read back from librdkafka; secrets are hidden.
    package func effectiveProperties(of role: ClientRole) async throws(EventLogError) -> [String: String] {
        switch role {
        case .cluster: return await cluster.effectiveProperties()
        case .publisher: return await publisher.effectiveProperties()
        case .writer(let name):
            let writer = TransactionalWriter(name, configuration, log: log)
            let properties = await writer.effectiveProperties()
            await writer.close()
            return properties
        case .reader:
            let reader = try await KafkaReader.open(at: [:], configuration, log: log)
            let properties = await reader.effectiveProperties()
            await reader.close()
            return properties
        case .member(let group):
            let member = try await KafkaGroupMember.join(
                group: group, topics: [Topic("none")], configuration, cluster: cluster, log: log)
            let properties = await member.effectiveProperties()
            await member.leave()
            return properties
        }
    }

    /// Throws unless Kafka can keep a name as it is.
    static func checkName(_ name: String, of what: String) throws(EventLogError) {
        guard !name.isEmpty, name.utf8.count <= KafkaLogLimits.nameBytes, !name.utf8.contains(0) else {
            throw .failed("\(what) needs a name of 1 to \(KafkaLogLimits.nameBytes) bytes without NUL, got \(name)")
        }
    }

    private func checkOpen() throws(EventLogError) {
        if state.withLock({ $0.isClosed }) { throw .closed }
    }

    /// Remembers what is to be closed with the log; closes it at once when the log was closed meanwhile.
    private func keep<Closable: AnyObject & Sendable>(
        _ closable: Closable, close: @escaping @Sendable (Closable) async -> Void
    ) async throws(EventLogError) {
        let isKept = state.withLock { state in
            guard !state.isClosed else { return false }
            state.open = state.open.filter { $0.value.isAlive() }
            state.open[ObjectIdentifier(closable)] = WeakCloser(closable, close)
            return true
        }
        guard isKept else {
            await close(closable)
            throw .closed
        }
    }
}

/// A reader or member that its user may have dropped.
private struct WeakCloser: Sendable {
    /// Whether it is still there.
    let isAlive: @Sendable () -> Bool
    /// Closes it, if it is.
    let close: @Sendable () async -> Void

    init<Closable: AnyObject & Sendable>(
        _ closable: Closable, _ close: @escaping @Sendable (Closable) async -> Void
    ) {
        isAlive = { [weak closable] in closable != nil }
        self.close = { [weak closable] in
            if let closable { await close(closable) }
        }
    }
}
