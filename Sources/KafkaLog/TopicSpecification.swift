public import EventLog

/// What a topic is to be on the cluster.
public struct TopicSpecification: Sendable, Hashable {
    /// The topic.
    public var topic: Topic
    /// How many partitions it is to have, at least 1.
    public var partitions: Int32
    /// On how many brokers each record is to be kept; -1 for the broker's default. It is used when the topic is
    /// created, and never changed afterwards.
    public var replicationFactor: Int32
    /// Kafka's topic settings, such as `cleanup.policy`; what is not named is the broker's default.
    public var settings: [String: String]

    /// Specifies a topic.
    public init(
        _ topic: Topic, partitions: Int32, replicationFactor: Int32 = -1, settings: [String: String] = [:]
    ) {
        self.topic = topic
        self.partitions = partitions
        self.replicationFactor = replicationFactor
        self.settings = settings
    }
}

/// What a topic is on the cluster.
public struct TopicDescription: Sendable, Hashable {
    /// The topic.
    public let topic: Topic
    /// How many partitions it has.
    public let partitions: Int32
    /// Its settings, whether set for the topic or the broker's default.
    public let settings: [String: String]
    /// The names of the settings that were set for this topic.
    public let ownSettings: Set<String>

    /// Describes a topic.
    public init(topic: Topic, partitions: Int32, settings: [String: String], ownSettings: Set<String>) {
        self.topic = topic
        self.partitions = partitions
        self.settings = settings
        self.ownSettings = ownSettings
    }
}
