import EventLog
import Testing

/// What one check works on.
struct Bench: Sendable {
    /// The log under test.
    let log: any EventLog
    /// Where it keeps its records.
    let place: EventLogConformance.Place
    /// A topic to read.
    let input: Topic
    /// A topic to write what came of it.
    let output: Topic
    /// A name nobody else has, for groups and writers.
    let name: String
    /// How long to wait for what must happen.
    let patience: Duration

    /// The partitions of a topic.
    func partitions(of topic: Topic, in log: (any EventLog)? = nil) async throws -> [TopicPartition] {
        let count = try await (log ?? self.log).partitionCount(of: topic)
        return (0..<count).map { TopicPartition(topic, $0) }
    }

    /// Numbered messages with so many different keys.
    func messages(_ numbers: Range<Int>, to topic: Topic? = nil, keys: Int = 5, bytes: Int = 0) -> [Message] {
        numbers.map { number in
            let value = Array("\(number)".utf8) + [UInt8](repeating: 0x20, count: bytes)
            return Message(to: topic ?? input, key: Array("key-\(number % keys)".utf8), value: value)
        }
    }

    /// Reads a topic from its first records until there are `count`, or fails.
    func readAll(_ topic: Topic, count: Int, in log: (any EventLog)? = nil) async throws -> [Record] {
        let log = log ?? self.log
        let starts = try await partitions(of: topic, in: log).map { ($0, Int64(0)) }
        let reader = try await log.read(from: Dictionary(uniqueKeysWithValues: starts))
        let records = try await take(count, from: reader)
        await reader.close()
        return records
    }

    /// Reads until there are `count` records, or fails.
    func take(_ count: Int, from reader: any LogReader, limit: BatchLimit = BatchLimit()) async throws -> [Record] {
        var records: [Record] = []
        let deadline = ContinuousClock.now + patience
        while records.count < count, ContinuousClock.now < deadline {
            records += try await reader.next(limit, within: .milliseconds(200))
        }
        try #require(records.count == count, "expected \(count) records, got \(records.count)")
        return records
    }

    /// Everything a topic holds now, going by its offsets.
    func contents(of topic: Topic, in log: (any EventLog)? = nil) async throws -> [Record] {
        let log = log ?? self.log
        // A marker in each partition tells where to stop, also where offsets have gaps.
        let partitions = try await partitions(of: topic, in: log)
        let marker = Array("marker-\(UInt64.random(in: .min ... .max))".utf8)
        let markers = partitions.map { Message(to: topic, partition: $0.partition, key: marker, value: nil) }
        try await log.publish(markers)
        let reader = try await log.read(from: Dictionary(uniqueKeysWithValues: partitions.map { ($0, 0) }))
        var records: [Record] = []
        var waitingFor = partitions.count
        let deadline = ContinuousClock.now + patience
        while waitingFor > 0, ContinuousClock.now < deadline {
            for record in try await reader.next(BatchLimit(), within: .milliseconds(200)) {
                if record.key == marker { waitingFor -= 1 } else { records.append(record) }
            }
        }
        await reader.close()
        try #require(waitingFor == 0, "the end of \(topic) was not reached")
        return records.filter { !($0.key ?? []).starts(with: Array("marker-".utf8)) }
    }

    /// Joins a group of this check's.
    func join(_ group: String = "group", in log: (any EventLog)? = nil) async throws -> Consumer {
        let member = try await (log ?? self.log).join(group: "\(group)-\(name)", topics: [input])
        return Consumer(member: member, patience: patience)
    }

    /// A message for the output that tells which input it came from.
    func outcome(of record: Record) -> Message { Message(to: output, key: record.key, value: record.value) }
}

/// A group member with what it was given so far.
final class Consumer {
    /// The member.
    let member: any GroupMember
    /// Where each partition it has was to be read from.
    private(set) var assigned: [TopicPartition: Int64] = [:]
    /// The records it was given, of partitions it still has.
    private(set) var records: [Record] = []
    private let patience: Duration

    init(member: any GroupMember, patience: Duration) {
        self.member = member
        self.patience = patience
    }

    /// Takes one event.
    func step(_ limit: BatchLimit = BatchLimit(), within time: Duration = .milliseconds(200)) async throws {
        switch try await member.next(limit, within: time) {
        case .assigned(let offsets): assigned.merge(offsets) { $1 }
        case .revoked(let partitions):
            for partition in partitions { assigned[partition] = nil }
            records.removeAll { partitions.contains($0.position.topicPartition) }
        case .records(let more): records += more
        case .idle: break
        }
    }

    /// Takes events until the condition holds, or fails.
    func until(
        _ what: String, limit: BatchLimit = BatchLimit(), _ condition: (Consumer) -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + patience
        while !condition(self), ContinuousClock.now < deadline { try await step(limit) }
        try #require(condition(self), "waited in vain until \(what)")
    }

    /// Takes events until the member has these partitions.
    func untilAssigned(_ partitions: [TopicPartition]) async throws {
        try await until("the member has all partitions") { $0.assigned.count == partitions.count }
    }

    /// Takes events until `count` records have come.
    func untilRecords(_ count: Int, limit: BatchLimit = BatchLimit()) async throws {
        try await until("\(count) records have come", limit: limit) { $0.records.count >= count }
    }

    /// Forgets the records, as a service that has handled them.
    func forget() { records = [] }
}

/// The positions to commit when records are done with.
func after(_ records: some Sequence<Record>) -> [TopicPartition: Int64] {
    Dictionary(records.map { ($0.position.topicPartition, $0.position.offset + 1) }, uniquingKeysWith: max)
}

/// The number in a record of `Bench.messages`.
func number(_ record: Record) -> Int? {
    record.value.map { String(decoding: $0, as: UTF8.self) }.flatMap { Int($0.prefix { $0 != " " }) }
}

/// The log's error that a call throws; nil when it throws none. Another error is an issue.
func errorOf(_ call: () async throws -> Void) async -> EventLogError? {
    do {
        try await call()
    } catch let error as EventLogError {
        return error
    } catch {
        Issue.record(error)
    }
    return nil
}
