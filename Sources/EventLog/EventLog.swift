/// The only way services see messages: publish, read, and commit outputs together with positions.
///
/// Two logs conform: `EmbeddedLog` (a SQLite file) and `KafkaLog` (librdkafka). One conformance suite in
/// `LinkageTesting` says what both promise; no service knows which it has.
public protocol EventLog: Sendable {
    /// How many partitions a topic has.
    /// - throws: `EventLogError.unknownTopic`, `.unreachable`.
    func partitionCount(of topic: Topic) async throws(EventLogError) -> Int32

    /// The offsets a partition holds: the first that can be read, and the end: once a reader's position is there, it has
    /// seen every record that was committed when this was asked.
    func offsets(of partition: TopicPartition) async throws(EventLogError) -> Range<Int64>

    /// Appends messages, in order, and returns once they are durable.
    ///
    /// Nothing is half done for a message: either its position is returned, or the call throws.
    /// - returns: The position of each message, in the order given.
    /// - throws: `EventLogError.recordTooLarge` before anything is written; `.storageFull`, `.unreachable`, …
    @discardableResult
    func publish(_ messages: [Message]) async throws(EventLogError) -> [Position]

    /// Reads partitions from given offsets, belonging to no group and committing nothing.
    ///
    /// The reader sees committed records only, in order within each partition.
    func read(from offsets: [TopicPartition: Int64]) async throws(EventLogError) -> any LogReader

    /// Joins a group, whose members share the partitions of the topics.
    func join(group: String, topics: [Topic]) async throws(EventLogError) -> any GroupMember

    /// How far a group has come in a partition: the offset after the last record it is done with; nil before its first
    /// commit there.
    func committedOffset(of group: String, in partition: TopicPartition) async throws(EventLogError) -> Int64?

    /// Releases the files or connections. Waits for what is under way; later calls throw `EventLogError.closed`.
    func close() async
}

/// A reader of given partitions.
public protocol LogReader: Sendable {
    /// The next records, as soon as there is at least one; empty when none came within the time, when the reader came
    /// to the end, or when the task is cancelled.
    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> [Record]

    /// How far the reader has come in each of its partitions: the offset after all that it has given or passed over.
    ///
    /// A log may keep more than records, such as the ends of transactions; a reader passes over it. So the offset after
    /// the last record need not be the end of the partition, while this comes to it.
    func positions() async throws(EventLogError) -> [TopicPartition: Int64]

    /// Ends the reading.
    func close() async
}

/// A member of a group: it is given partitions, reads them, and commits how far it came with what came of it.
public protocol GroupMember: Sendable {
    /// What happened next: partitions came or went, records arrived, or nothing did within the time.
    ///
    /// After `.revoked` the member reads those partitions no more, and a commit for them is fenced. When the task is
    /// cancelled, `.idle` comes at once.
    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> GroupEvent

    /// Commits outputs and positions atomically: readers see all outputs, and the group resumes after the
    /// positions, or neither. When it throws anything but `.fenced`, repeating it with the same work learns or decides
    /// the outcome. A commit of nothing takes the writer's name: earlier writers are fenced, and what they left open is
    /// ended.
    /// - parameter outputs: What came of the records, appended in order.
    /// - parameter positions: For each partition the offset *after* the last record that is done with.
    /// - parameter writer: The transactional writer's name, one for each assigned partition or service
    ///   (`matcher-3`, `intake`); a newer writer of the same name fences an older one.
    /// - returns: The positions of the outputs.
    /// - throws: `EventLogError.fenced` when another member has the partition by now: forget the work and call
    ///   `next`.
    @discardableResult
    func commit(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String
    ) async throws(EventLogError) -> [Position]

    /// Leaves the group, so that another member takes over at once. Afterwards `next` throws
    /// `EventLogError.closed`, and `commit` is fenced.
    func leave() async
}

/// What a group member learns.
public enum GroupEvent: Sendable, Hashable {
    /// The member now has these partitions, each to be read from the offset (committed earlier, else the first).
    case assigned([TopicPartition: Int64])
    /// The member no longer has these.
    case revoked([TopicPartition])
    /// Records of assigned partitions, in order within each.
    case records([Record])
    /// Nothing within the time.
    case idle
}

/// How much a reader takes at once.
public struct BatchLimit: Sendable, Hashable {
    /// At most this many records.
    public let records: Int
    /// No further record is added once this many bytes are reached.
    public let bytes: Int

    /// A limit on both.
    public init(records: Int = 1_000, bytes: Int = 4 << 20) {
        self.records = records
        self.bytes = bytes
    }
}

/// The limits every log keeps.
public enum EventLogLimits {
    /// The largest record: key, value and headers. Kafka's own default for `message.max.bytes` is 1,048,588.
    public static let recordBytes = 1_000_000
}
