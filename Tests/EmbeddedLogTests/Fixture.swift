import EmbeddedLog
import EventLog
import Foundation
import Testing

let input = Topic("in")
let output = Topic("out")

/// Opens a log of the two topics that the probe uses.
func openLog(
    _ directory: TemporaryDirectory, onStep: (@Sendable (WriteStep) -> Void)? = nil
) async throws -> EmbeddedLog {
    try await EmbeddedLog(directory: directory.path, topics: [input, output], onStep: onStep)
}

/// Numbered messages.
func messages(_ numbers: Range<Int>, to topic: Topic = input, bytes: Int = 0) -> [Message] {
    numbers.map {
        Message(to: topic, key: nil, value: Array("\($0)".utf8) + [UInt8](repeating: 0x20, count: bytes))
    }
}

/// The number in a record.
func number(_ record: Record) -> Int? {
    record.value.map { String(decoding: $0, as: UTF8.self) }.flatMap { Int($0.prefix { $0 != " " }) }
}

/// Everything a topic holds.
func contents(of topic: Topic, in log: EmbeddedLog) async throws -> [Record] {
    let reader = try await log.read(from: [TopicPartition(topic): 0])
    var records: [Record] = []
    while true {
        let batch = try await reader.next(BatchLimit(), within: .zero)
        if batch.isEmpty { return records }
        records += batch
    }
}

/// Checks that each line `ack OFFSET NUMBER` is true, that no record is there twice, and that offsets have no gaps.
func expectEveryAcknowledged(_ lines: [String], in log: EmbeddedLog, _ comment: Comment? = nil) async throws {
    let records = try await contents(of: input, in: log)
    #expect(records.map(\.position.offset) == Array(0..<Int64(records.count)), comment)
    #expect(Set(records.map(number)).count == records.count, comment)
    for line in lines where line.hasPrefix("ack ") {
        let words = line.split(separator: " ").compactMap { Int($0) }
        try #require(words.count == 2 && words[0] < records.count, comment)
        #expect(number(records[words[0]]) == words[1], comment)
    }
}

/// Asks a member until it answers with an event that `pick` takes, or fails.
func event<Value>(
    _ member: any GroupMember, patience: Duration = .seconds(30), _ pick: (GroupEvent) -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
        if let value = pick(try await member.next(BatchLimit(), within: .milliseconds(200))) { return value }
    }
    return try #require(nil, "waited in vain for an event of the group")
}

/// Waits until a member is the active one.
func assigned(_ member: any GroupMember) async throws -> Int64 {
    try await event(member) {
        guard case .assigned(let offsets) = $0 else { return nil }
        return offsets[TopicPartition(input)]
    }
}

/// Waits for a member's next records.
func records(_ member: any GroupMember) async throws -> [Record] {
    try await event(member) {
        guard case .records(let records) = $0 else { return nil }
        return records
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

/// Waits until something holds, or fails.
func condition(_ holds: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while !holds(), ContinuousClock.now < deadline { await Task.yield() }
    try #require(holds())
}
