import EventLog
import KafkaLog
import Logging
import Testing

/// A logger that says nothing.
let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Waits until something holds, or fails.
func condition(_ what: Comment, _ holds: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
        if try await holds() { return }
        await Task.yield()
    }
    Issue.record(what)
}

/// Numbered messages.
func messages(_ numbers: Range<Int>, to topic: Topic = input, bytes: Int = 0) -> [Message] {
    numbers.map {
        Message(
            to: topic, partition: 0, key: nil, value: Array("\($0)".utf8) + [UInt8](repeating: 0x20, count: bytes))
    }
}

/// The number in a record.
func number(_ record: Record) -> Int? {
    record.value.map { String(decoding: $0, as: UTF8.self) }.flatMap { Int($0.prefix { $0 != " " }) }
}

/// Reads the first partition of a topic until there are `count` records, or fails.
func read(_ count: Int, of topic: Topic = input, in log: KafkaLog) async throws -> [Record] {
    let reader = try await log.read(from: [TopicPartition(topic): 0])
    var records: [Record] = []
    try await condition("\(count) records of \(topic)") {
        records += try await reader.next(BatchLimit(), within: .milliseconds(100))
        return records.count >= count
    }
    await reader.close()
    return records
}

/// Asks a member until it answers with an event that `pick` takes, or fails.
func event<Value>(_ member: any GroupMember, _ pick: (GroupEvent) -> Value?) async throws -> Value {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
        if let value = pick(try await member.next(BatchLimit(), within: .milliseconds(200))) { return value }
    }
    return try #require(nil, "waited in vain for an event of the group")
}

/// Waits until a member is given partitions.
func assigned(_ member: any GroupMember) async throws -> [TopicPartition: Int64] {
    try await event(member) {
        guard case .assigned(let offsets) = $0 else { return nil }
        return offsets
    }
}

/// Waits for a member's next records.
func records(_ member: any GroupMember) async throws -> [Record] {
    try await event(member) {
        guard case .records(let records) = $0 else { return nil }
        return records
    }
}

/// Waits until partitions are taken from a member.
func revoked(_ member: any GroupMember) async throws -> [TopicPartition] {
    try await event(member) {
        guard case .revoked(let partitions) = $0 else { return nil }
        return partitions
    }
}

/// The log's error that a call throws; nil when it throws none.
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

/// Whether an error says that another has taken over.
func isFenced(_ error: EventLogError?) -> Bool {
    guard case .fenced = error else { return false }
    return true
}

/// Whether an error says that the cluster does not answer.
func isUnreachable(_ error: EventLogError?) -> Bool {
    guard case .unreachable = error else { return false }
    return true
}
