internal import EventLog
internal import ServiceLifecycle

extension EventLog {
    /// Whether a partition has no records from one offset up to another. There may be offsets without.
    func isEmpty(_ partition: TopicPartition, _ offsets: Range<Int64>) async throws -> Bool {
        var isEmpty = true
        try await scan(partition, offsets) { _ in isEmpty = false }
        return isEmpty
    }

    /// Where the partitions of topics end.
    func ends(of topics: [Topic]) async throws -> [TopicPartition: Int64] {
        var ends: [TopicPartition: Int64] = [:]
        for topic in topics {
            for number in 0..<(try await partitionCount(of: topic)) {
                let partition = TopicPartition(topic, number)
                ends[partition] = try await offsets(of: partition).upperBound
            }
        }
        return ends
    }

    /// Takes a writer's name for a member of a group, and tells where the group goes on in partitions it was given.
    ///
    /// The name comes first, which ends what its last holder left open; only then it is certain what is committed.
    func takeOver(
        _ offsets: [TopicPartition: Int64], for member: any GroupMember, of group: String, as writer: String
    ) async throws -> [TopicPartition: Int64] {
        try await member.commit([], advancing: [:], as: writer)
        var next = offsets
        for (partition, offset) in offsets.sorted(by: { $0.key < $1.key }) {
            next[partition] = max(offset, try await committedOffset(of: group, in: partition) ?? 0)
        }
        return next
    }

    /// Reads the records of a partition from one offset up to another, batch by batch, and then returns.
    /// - throws: `CancellationError` when the task is to end before that; what the body throws.
    func scan(
        _ partition: TopicPartition, _ offsets: Range<Int64>, _ body: ([Record]) async throws -> Void
    ) async throws {
        guard !offsets.isEmpty else { return }
        let reader = try await read(from: [partition: offsets.lowerBound])
        do {
            while try await reader.positions()[partition] ?? 0 < offsets.upperBound {
                let records = try await reader.next(PipelineLimits.batch, within: PipelineLimits.idle)
                    .filter { $0.position.offset < offsets.upperBound }
                if !records.isEmpty { try await body(records) }
                if Task.isCancelled || Task.isShuttingDownGracefully { throw CancellationError() }
            }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }
}
