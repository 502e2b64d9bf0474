import EventLog
import KafkaLog
import Logging
import Synchronization
import Testing

/// A logger that says nothing.
let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Log lines, kept for a test.
final class LogLines: Sendable {
    private struct Waiter {
        let text: String
        let times: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var lines: [String] = []
        var waiters: [Waiter] = []

        func satisfies(_ waiter: Waiter) -> Bool {
            lines.count { $0.contains(waiter.text) } >= waiter.times
        }
    }

    private let state = Mutex(State())

    /// What was logged so far.
    var all: [String] { state.withLock { $0.lines } }

    /// A logger that writes here, whatever the level.
    var logger: Logger {
        Logger(label: "test") { _ in
            var handler = Handler(lines: self)
            handler.logLevel = .trace
            return handler
        }
    }

    /// Waits until so many lines hold a text; the test's time limit is the deadline.
    func until(_ text: String, times: Int = 1) async {
        await withCheckedContinuation { continuation in
            update { $0.waiters.append(Waiter(text: text, times: times, continuation: continuation)) }
        }
    }

    private func update(_ change: (inout State) -> Void) {
        let done = state.withLock { state in
            change(&state)
            let done = state.waiters.filter { state.satisfies($0) }
            state.waiters = state.waiters.filter { !state.satisfies($0) }
            return done
        }
        for waiter in done { waiter.continuation.resume() }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) {
            lines.update { $0.lines.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
        }
    }
}

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
