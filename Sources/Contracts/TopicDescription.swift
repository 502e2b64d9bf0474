/// What a topic is: enough to create it, write it and read it. Each has a page of the same content under `topics/`.
public struct TopicDescription: Hashable, Sendable {
    /// The topic's name.
    public let name: String
    /// What its records are about; nil for a topic that only the platform writes.
    public let subject: Subject?
    /// What its records' keys are.
    public let key: Key
    /// How many partitions it is created with, unless the operator says otherwise.
    public let partitions: Int32
    /// Whether another number of partitions may be chosen.
    public let isPartitionCountFree: Bool
    /// How long records are kept; nil is for ever. Every topic has the cleanup policy `delete`, none is compacted, so
    /// that the record a fact or a dead letter names can be looked up.
    public let retentionDays: Int?
    /// The encodings of its values, the first where no header says which.
    public let contentTypes: [ContentType]
    /// The full name of the Protobuf message of its values.
    public let message: String
    /// Who writes it.
    public let writer: Writer
    /// Who reads it, by the names of `Reader`.
    public let readers: [Reader]

    /// The form of a topic's keys.
    public enum Key: String, Sendable, CaseIterable {
        /// `<owner>/<id>` of the published key.
        case publishedKey = "owner/id"
        /// `<owner>/<id>` of what the fact is about; empty where it is about none. The partition is the heading's.
        case factKey = "owner/id or empty"
        /// `<owner>/<id>` of the requirement.
        case requirementKey = "owner/id of the requirement"
        /// The first four digits of the Harmonized System's code.
        case heading = "the four digits of the heading"
        /// The key of the refused record as it came.
        case refusedKey = "as refused"
        /// The supplier's enterprise code.
        case supplier = "enterprise code of the supplier"
    }

    /// Who writes a topic.
    public enum Writer: String, Sendable, CaseIterable {
        case publishers, intake, matcher, notifier
    }

    /// Who reads a topic.
    public enum Reader: String, Sendable, CaseIterable {
        case intake, matcher, recorder, notifier, suppliers
    }

    /// Whether firms and officials write it.
    public var isPublic: Bool { subject != nil }

    /// The settings with which Kafka creates it.
    public var settings: [(name: String, value: String)] {
        let milliseconds = retentionDays.map { Int64($0) * 86_400_000 } ?? -1
        return [
            (name: "cleanup.policy", value: "delete"), (name: "retention.ms", value: String(milliseconds)),
            (name: "max.message.bytes", value: String(TopicRegistry.messageBytes)),
        ]
    }
}
