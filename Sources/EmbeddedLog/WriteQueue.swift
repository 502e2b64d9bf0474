import EventLog
import Foundation
import GRDB
import Synchronization

/// Gathers calls that come while another is flushed, and commits them in one transaction: one flush for all.
final class WriteQueue: Sendable {
    private struct State {
        var waiting: [Write] = []
        var isDraining = false
        var isClosed = false
    }

    private let connection: Connection
    private let topics: Topics
    private let wakeups: Wakeups
    private let onStep: (@Sendable (WriteStep) -> Void)?
    private let state = Mutex(State())

    init(
        _ connection: Connection, topics: Topics, wakeups: Wakeups, onStep: (@Sendable (WriteStep) -> Void)?
    ) {
        self.connection = connection
        self.topics = topics
        self.wakeups = wakeups
        self.onStep = onStep
    }

    /// How many calls wait for the transaction under way.
    var waitingCalls: Int { state.withLock { $0.waiting.count } }

    /// Appends messages, and moves a group's positions in the same transaction when there is a claim.
    /// - returns: The positions, once they are durable.
    func write(_ messages: [Message], with claim: Claim? = nil) async throws(EventLogError) -> [Position] {
        for message in messages where message.byteCount > EventLogLimits.recordBytes {
            throw .recordTooLarge(bytes: message.byteCount, limit: EventLogLimits.recordBytes)
        }
        let result = await withCheckedContinuation { continuation in
            enqueue(Write(messages: messages, claim: claim, continuation: continuation))
        }
        return try result.get()
    }

    private func enqueue(_ write: Write) {
        let (isRefused, starts) = state.withLock { state in
            guard !state.isClosed else { return (true, false) }
            state.waiting.append(write)
            defer { state.isDraining = true }
            return (false, !state.isDraining)
        }
        if isRefused { write.continuation.resume(returning: .failure(.closed)) }
        if starts { connection.schedule { self.drain($0) } }
    }

    /// Refuses later writes, waits for the earlier ones, closes the connection.
    func close() async {
        state.withLock { $0.isClosed = true }
        while state.withLock({ $0.isDraining }) { await connection.settle() }
        await connection.close()
    }

    /// Commits one transaction's worth of calls, and comes back later for the rest.
    private func drain(_ db: Database?) {
        let writes = takeWrites()
        let results = db.map { commit(writes, in: $0) } ?? writes.map { _ in .failure(.closed) }
        let continues = state.withLock { state in
            state.isDraining = !state.waiting.isEmpty
            return state.isDraining
        }
        wakeups.signal()
        for (write, result) in zip(writes, results) { write.continuation.resume(returning: result) }
        if continues { connection.schedule { self.drain($0) } }
    }

    private func takeWrites() -> [Write] {
        state.withLock { state in
            var bytes = 0
            var count = 0
            for write in state.waiting.prefix(EmbeddedLogLimits.callsPerTransaction) {
                guard bytes < EmbeddedLogLimits.bytesPerTransaction else { break }
                bytes += write.byteCount
                count += 1
            }
            defer { state.waiting.removeFirst(count) }
            return Array(state.waiting.prefix(count))
        }
    }

    /// Each call's own result. When the transaction fails, each call is tried alone: a full disk that has no room
    /// for a large call may have room for a small one.
    private func commit(_ writes: [Write], in db: Database) -> [Result<[Position], EventLogError>] {
        onStep?(.gathered)
        do {
            var results: [Result<[Position], EventLogError>] = []
            try db.inTransaction(.immediate) {
                var transaction = WriteTransaction(db, topics: topics, onStep: onStep)
                results = try writes.map { try transaction.apply($0) }
                onStep?(.committing)
                return .commit
            }
            onStep?(.committed)
            return results
        } catch {
            guard writes.count > 1 else { return [.failure(connection.describe(error, db))] }
            return writes.flatMap { commit([$0], in: db) }
        }
    }
}

/// One call of `publish` or `commit`.
struct Write: Sendable {
    /// What is appended, in order.
    let messages: [Message]
    /// What must hold for it, and the positions that move with it.
    let claim: Claim?
    /// Who waits.
    let continuation: CheckedContinuation<Result<[Position], EventLogError>, Never>
    /// The size of the messages, in bytes.
    let byteCount: Int

    init(
        messages: [Message], claim: Claim?,
        continuation: CheckedContinuation<Result<[Position], EventLogError>, Never>
    ) {
        self.messages = messages
        self.claim = claim
        self.continuation = continuation
        byteCount = messages.reduce(0) { $0 + $1.byteCount }
    }
}

/// A transaction that is being filled.
private struct WriteTransaction {
    private let db: Database
    private let topics: Topics
    private let onStep: (@Sendable (WriteStep) -> Void)?
    private let timestamp = Int64(Date().timeIntervalSince1970 * 1_000)
    private var endOffsets: [Int64: Int64] = [:]

    init(_ db: Database, topics: Topics, onStep: (@Sendable (WriteStep) -> Void)?) {
        self.db = db
        self.topics = topics
        self.onStep = onStep
    }

    /// Applies one call, or refuses it before anything of it is written; throws what ends the whole transaction.
    mutating func apply(_ write: Write) throws -> Result<[Position], EventLogError> {
        do {
            let runs = try runs(of: write.messages)
            try write.claim?.check(in: db, topics: topics)
            var positions: [Position] = []
            positions.reserveCapacity(write.messages.count)
            for run in runs { try append(run, to: &positions) }
            if let claim = write.claim {
                onStep?(.outputsInserted)
                try claim.advance(in: db, topics: topics)
            }
            return .success(positions)
        } catch EventLogError.unknownTopic(let topic) {
            return .failure(.unknownTopic(topic))
        } catch EventLogError.fenced(let by) {
            return .failure(.fenced(by))
        }
    }

    /// Neighbouring messages of one topic.
    private struct Run {
        let table: RecordTable
        var messages: ArraySlice<Message>
    }

    private func runs(of messages: [Message]) throws -> [Run] {
        var runs: [Run] = []
        var start = messages.startIndex
        while start < messages.endIndex {
            let topic = messages[start].topic
            let table = try topics.table(of: topic, partition: messages[start].partition ?? 0, in: db)
            let end = messages[start...].firstIndex { $0.topic != topic || ($0.partition ?? 0) != 0 }
            runs.append(Run(table: table, messages: messages[start..<(end ?? messages.endIndex)]))
            start = end ?? messages.endIndex
        }
        return runs
    }

    private mutating func append(_ run: Run, to positions: inout [Position]) throws {
        let number = run.table.topicNumber
        let start = try endOffsets[number] ?? db.endOffset(topicNumber: number)
        try run.table.append(run.messages, from: start, timestamp: timestamp, in: db)
        let end = start + Int64(run.messages.count)
        endOffsets[number] = end
        positions.append(contentsOf: (start..<end).lazy.map { Position(run.table.partition, offset: $0) })
        onStep?(.inserted)
    }
}
