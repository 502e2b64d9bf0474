/// The name of an append-only stream of records, such as `linkage-market`.
public struct Topic: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name as the log knows it.
    public let name: String

    /// Names a topic.
    public init(_ name: String) { self.name = name }

    public static func < (a: Topic, b: Topic) -> Bool { a.name < b.name }
    public var description: String { name }
}

/// One ordered part of a topic.
public struct TopicPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The topic.
    public let topic: Topic
    /// The part's number, from 0.
    public let partition: Int32

    /// Names a partition of a topic.
    public init(_ topic: Topic, _ partition: Int32 = 0) {
        self.topic = topic
        self.partition = partition
    }

    public static func < (a: TopicPartition, b: TopicPartition) -> Bool {
        (a.topic, a.partition) < (b.topic, b.partition)
    }
    public var description: String { "\(topic)/\(partition)" }
}

/// Where a record stands: `topic/partition/offset`.
public struct Position: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The partition that holds the record.
    public let topicPartition: TopicPartition
    /// The record's place in the partition, from 0. Offsets grow but need not be contiguous.
    public let offset: Int64

    /// Names a place in a partition.
    public init(_ topicPartition: TopicPartition, offset: Int64) {
        self.topicPartition = topicPartition
        self.offset = offset
    }

    /// Reads the form that `description` writes; nil when `text` has another form.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let partition = Int32(parts[1]), partition >= 0,
            let offset = Int64(parts[2]), offset >= 0
        else { return nil }
        self.init(TopicPartition(Topic(String(parts[0])), partition), offset: offset)
    }

    public static func < (a: Position, b: Position) -> Bool {
        (a.topicPartition, a.offset) < (b.topicPartition, b.offset)
    }
    public var description: String { "\(topicPartition)/\(offset)" }
}

/// A named value that travels beside a record.
public struct Header: Hashable, Sendable {
    /// The header's name, such as `ce_id`.
    public let name: String
    /// The value's bytes, usually UTF-8 text.
    public let value: [UInt8]

    /// A header with a value of bytes.
    public init(_ name: String, _ value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// A header with a value of text.
    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
}

/// What a publisher hands to the log.
public struct Message: Hashable, Sendable {
    /// Where it goes.
    public var topic: Topic
    /// The partition, or nil to let the log choose by the key's hash.
    public var partition: Int32?
    /// What the record is about; records of one key stay in order.
    public var key: [UInt8]?
    /// The content; nil withdraws the key (a tombstone).
    public var value: [UInt8]?
    /// What travels beside the content, in order.
    public var headers: [Header]

    /// A message for a topic.
    public init(
        to topic: Topic, partition: Int32? = nil, key: [UInt8]?, value: [UInt8]?, headers: [Header] = []
    ) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// What the message counts against a log's limits: key, value and headers, in bytes.
    public var byteCount: Int {
        (key?.count ?? 0) + (value?.count ?? 0)
            + headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.count }
    }
}

/// What the log hands to a reader.
public struct Record: Hashable, Sendable {
    /// Where it stands.
    public let position: Position
    /// When the log took it, in milliseconds since 1970-01-01T00:00:00Z. For people; the platform's own time is
    /// `acceptedAt`, inside the facts.
    public let timestamp: Int64
    /// What the record is about.
    public let key: [UInt8]?
    /// The content; nil withdraws the key.
    public let value: [UInt8]?
    /// What travels beside the content, in order.
    public let headers: [Header]

    /// A record at a position.
    public init(position: Position, timestamp: Int64, key: [UInt8]?, value: [UInt8]?, headers: [Header]) {
        self.position = position
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// The last header of a name as text, or nil when there is none or it is not UTF-8.
    public func header(_ name: String) -> String? {
        headers.last { $0.name == name }.flatMap { String(validating: $0.value, as: UTF8.self) }
    }
}
