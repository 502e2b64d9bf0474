import EventLog
import GRDB
import Synchronization

/// A member of a group: active while it holds the group's lock file, else standing by.
///
/// The lock file makes one member active and frees the group when its process dies; the generation in the
/// database fences whoever was active before, whatever became of the lock.
final class EmbeddedGroupMember: GroupMember {
    private struct Activity: Sendable {
        let generation: Int64
        let owner: Int64
        let partitions: [TopicPartition]
        var cursors: Cursors
        var writers: Set<String> = []
    }

    private enum Standing: Sendable {
        case standby
        case active(Activity)
        case fenced([TopicPartition])
        case left
    }

    private let log: EmbeddedLog
    private let group: Group
    private let topics: [Topic]
    private let lock: GroupLock
    private let standing = Mutex(Standing.standby)

    init(_ log: EmbeddedLog, group: Group, topics: [Topic], lock: GroupLock) {
        self.log = log
        self.group = group
        self.topics = topics
        self.lock = lock
    }

    deinit {
        lock.release()
        log.forget(lock)
    }

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> GroupEvent {
        let deadline = EmbeddedLog.deadline(time)
        while true {
            let seen = log.wakeups.count
            if let event = try await look(limit) { return event }
            if ContinuousClock.now >= deadline || Task.isCancelled { return .idle }
            await log.wakeups.wait(after: seen, until: min(deadline, nextLook()))
        }
    }

    /// A standby member looks again soon, for no one tells when another process lets the lock go.
    private func nextLook() -> ContinuousClock.Instant {
        guard case .standby = standing.withLock({ $0 }) else { return .now + EmbeddedLogLimits.longestWait }
        return .now + EmbeddedLogLimits.takeoverInterval
    }

    private func look(_ limit: BatchLimit) async throws(EventLogError) -> GroupEvent? {
        switch standing.withLock({ $0 }) {
        case .left: throw .closed
        case .fenced(let partitions):
            standing.withLock { if case .fenced = $0 { $0 = .standby } }
            return .revoked(partitions)
        case .standby: return try await takeOver()
        case .active: return try await read(limit)
        }
    }

    // MARK: Taking over

    private func takeOver() async throws(EventLogError) -> GroupEvent? {
        try await log.writer.run { db -> GroupEvent? in
            guard case .standby = self.standing.withLock({ $0 }), try self.lock.acquire() else { return nil }
            self.log.onStep?(.locked)
            do {
                let (activity, offsets) = try self.activate(in: db)
                self.log.onStep?(.tookOver)
                self.standing.withLock { $0 = .active(activity) }
                return .assigned(offsets)
            } catch {
                self.lock.release()
                throw error
            }
        }
    }

    private func activate(in db: Database) throws -> (Activity, [TopicPartition: Int64]) {
        var offsets: [TopicPartition: Int64] = [:]
        var generation: Int64 = 0
        try db.inTransaction(.immediate) {
            generation = try group.beginGeneration(in: db)
            for topic in topics {
                let table = try log.topics.table(of: topic, in: db)
                offsets[table.partition] = try group.nextOffset(topicNumber: table.topicNumber, in: db)
            }
            return .commit
        }
        let activity = Activity(
            generation: generation, owner: .random(in: .min ... .max), partitions: offsets.keys.sorted(),
            cursors: try Cursors(offsets, topics: log.topics, in: db))
        return (activity, offsets)
    }

    // MARK: Reading

    private func read(_ limit: BatchLimit) async throws(EventLogError) -> GroupEvent? {
        try await log.reader.run { db -> GroupEvent? in
            guard case .active(var activity) = self.standing.withLock({ $0 }) else { return nil }
            guard try self.group.generation(in: db) == activity.generation else {
                self.fence(activity)
                return nil
            }
            let records = try activity.cursors.read(limit, in: db)
            let isKept = self.change(activity) { $0.cursors = activity.cursors }
            return isKept && !records.isEmpty ? .records(records) : nil
        }
    }

    /// Changes the activity unless it has ended by now.
    private func change(_ activity: Activity, _ body: (inout Activity) -> Void) -> Bool {
        standing.withLock { standing in
            guard case .active(var current) = standing, current.owner == activity.owner else { return false }
            body(&current)
            standing = .active(current)
            return true
        }
    }

    /// Another has taken over: the member stands by again.
    private func fence(_ activity: Activity) {
        standing.withLock { standing in
            guard case .active(let current) = standing, current.owner == activity.owner else { return }
            standing = .fenced(current.partitions)
            lock.release()
        }
        log.wakeups.signal()
    }

    // MARK: Committing

    @discardableResult
    func commit(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String
    ) async throws(EventLogError) -> [Position] {
        try EmbeddedLog.checkName(writer, of: "a writer")
        for (partition, next) in positions where !(0...EmbeddedLogLimits.offsetMax).contains(next) {
            throw .failed("\(next) is no position in \(partition)")
        }
        guard case .active(let activity) = standing.withLock({ $0 }) else {
            throw .fenced("this member of the group \(group.name) is not the active one")
        }
        let claim = Claim(
            group: group, generation: activity.generation, writer: writer, owner: activity.owner,
            ownsWriter: activity.writers.contains(writer), positions: positions)
        for partition in positions.keys.sorted() where !activity.partitions.contains(partition) {
            throw .fenced("this member of the group \(group.name) was not given \(partition)")
        }
        do {
            let written = try await log.writes.write(outputs, with: claim)
            _ = change(activity) { $0.writers.insert(writer) }
            return written
        } catch {
            if case .fenced = error { fence(activity) }
            throw error
        }
    }

    // MARK: Leaving

    func leave() async {
        // On the writing connection, so that a commit under way is finished first.
        await withCheckedContinuation { continuation in
            log.writer.schedule { _ in
                self.standing.withLock { $0 = .left }
                self.lock.release()
                continuation.resume()
            }
        }
        log.forget(lock)
        log.wakeups.signal()
    }
}
