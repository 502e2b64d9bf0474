public import EventLog
public import Logging

/// Creates topics on a cluster, and compares them with what they are to be.
///
/// ```swift
/// let admin = try await KafkaAdmin(configuration, logger: logger)
/// let drift = try await admin.drift(from: [TopicSpecification(Topic("orders"), partitions: 3)])
/// try await admin.apply(drift)
/// await admin.close()
/// ```
public final class KafkaAdmin: Sendable {
    private let cluster: ClusterClient

    /// Makes a client; nothing is sent.
    /// - throws: `EventLogError.failed` for a property that librdkafka does not know, or whose value it does not take.
    public init(_ configuration: KafkaConfiguration, logger: Logger) async throws(EventLogError) {
        cluster = try ClusterClient(configuration, log: ClientLog(logger, secrets: configuration.secrets))
    }

    /// Closes the connections. Waits for what is under way; later calls throw `EventLogError.closed`.
    public func close() async { await cluster.close() }

    /// What a topic is; nil when it does not exist.
    /// - throws: `EventLogError.unreachable`, …
    public func describe(_ topic: Topic) async throws(EventLogError) -> TopicDescription? {
        let partitions: Int32
        do { partitions = try await cluster.partitionCount(of: topic) } catch {
            if error == .unknownTopic(topic) { return nil }
            throw error
        }
        let settings = try await cluster.ask("asking for the settings of \(topic)", about: topic) {
            client, deadline throws(KafkaFailure) in
            try client.settings(of: topic, by: deadline)
        }
        let values = settings.compactMap { setting in setting.value.map { (setting.name, $0) } }
        return TopicDescription(
            topic: topic, partitions: partitions, settings: Dictionary(values) { first, _ in first },
            ownSettings: Set(settings.filter(\.isOwn).map(\.name)))
    }

    /// Which topics are not what they are to be, in the order given.
    public func drift(from specifications: [TopicSpecification]) async throws(EventLogError) -> [TopicDrift] {
        var drift: [TopicDrift] = []
        for specification in specifications {
            if let found = TopicDrift(specification, try await describe(specification.topic)) { drift.append(found) }
        }
        return drift
    }

    /// Does away with the differences that can be: creates topics, adds partitions, changes settings. A topic's other
    /// own settings stay.
    ///
    /// It can be called again after a failure.
    public func apply(_ drift: [TopicDrift]) async throws(EventLogError) {
        let missing = drift.filter { $0.differences.contains(.missing) }.map(\.specification)
        try await create(missing)
        for topic in drift where !topic.differences.contains(.missing) {
            for case .partitions(let has, let wants) in topic.differences where wants > has {
                try await setPartitions(of: topic.specification.topic, to: wants)
            }
            let settings = topic.differences.compactMap { difference -> (String, String)? in
                guard case .setting(let name, _, let wants) = difference else { return nil }
                return (name, wants)
            }
            if !settings.isEmpty {
                try await set(Dictionary(settings) { first, _ in first }, of: topic.specification.topic)
            }
        }
    }

    /// Creates topics, and returns once they can be used; one that exists is left as it is.
    public func create(_ specifications: [TopicSpecification]) async throws(EventLogError) {
        if specifications.isEmpty { return }
        let names = specifications.map(\.topic.name).joined(separator: ", ")
        try await cluster.ask("creating \(names)") { client, deadline throws(KafkaFailure) in
            let failures = try client.create(specifications, by: deadline)
            for (topic, failure) in failures.sorted(by: { $0.key < $1.key }) where !failure.meansExists {
                throw KafkaFailure(failure.code, "\(topic): \(failure.text)")
            }
            for specification in specifications { try client.awaitTopic(specification.topic, by: deadline) }
        }
    }

    /// Deletes topics with all they hold; one that does not exist is passed over.
    public func delete(_ topics: [Topic]) async throws(EventLogError) {
        if topics.isEmpty { return }
        let names = topics.map(\.name).joined(separator: ", ")
        try await cluster.ask("deleting \(names)") { client, deadline throws(KafkaFailure) in
            let failures = try client.delete(topics, by: deadline)
            for (topic, failure) in failures.sorted(by: { $0.key < $1.key }) {
                if case .unknownTopic = failure.cause { continue }
                throw KafkaFailure(failure.code, "\(topic): \(failure.text)")
            }
        }
        for topic in topics { cluster.forget(topic) }
    }

    /// Adds partitions, so that a topic has so many. Records that are there stay where they are, so a key's later
    /// records may go to another partition than its earlier ones.
    public func setPartitions(of topic: Topic, to count: Int32) async throws(EventLogError) {
        try await cluster.ask("adding partitions to \(topic)", about: topic) {
            client, deadline throws(KafkaFailure) in
            try client.setPartitions(of: topic, to: count, by: deadline)
        }
        cluster.forget(topic)
    }

    /// Changes settings of a topic; its other own settings stay.
    public func set(_ settings: [String: String], of topic: Topic) async throws(EventLogError) {
        try await cluster.ask("changing the settings of \(topic)", about: topic) {
            client, deadline throws(KafkaFailure) in
            // The request replaces all that was set for the topic.
            let own = try client.settings(of: topic, by: deadline).filter(\.isOwn)
            let kept = own.compactMap { setting in setting.value.map { (setting.name, $0) } }
            let all = Dictionary(kept) { first, _ in first }.merging(settings) { $1 }
            try client.replaceSettings(of: topic, by: all, by: deadline)
        }
    }
}
