internal import EventLog
internal import Logging
internal import ServiceLifecycle

/// Folds the market's partitions that its group gives it, and commits what follows together with how far it came.
struct MarketFoldService<Fold: PartitionFold>: Service {
    let log: any EventLog
    /// The group, whose name also begins the names of the transactional writers.
    let group: String
    let logger: Logger

    func run() async throws {
        let member = try await log.join(group: group, topics: [.market])
        var folds: [Int32: Fold] = [:]
        do {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                try await step(member, &folds)
            }
        } catch is CancellationError {}
        await member.leave()
    }

    private func step(_ member: any GroupMember, _ folds: inout [Int32: Fold]) async throws {
        switch try await member.next(PipelineLimits.batch, within: PipelineLimits.idle) {
        case .assigned(let offsets):
            for (assigned, offset) in offsets.sorted(by: { $0.key < $1.key }) {
                folds[assigned.partition] = try await restored(assigned, upTo: offset)
            }
        case .revoked(let partitions):
            for revoked in partitions { folds[revoked.partition] = nil }
        case .records(let records): try await process(records, member, &folds)
        case .idle: break
        }
    }

    /// Folds what is already committed, dropping the messages: they were committed with it.
    private func restored(_ partition: TopicPartition, upTo end: Int64) async throws -> Fold {
        var fold = Fold(partition: partition.partition)
        var next = try await log.offsets(of: partition).lowerBound
        guard next < end else { return fold }
        let reader = try await log.read(from: [partition: next])
        while next < end {
            let records = try await reader.next(PipelineLimits.batch, within: PipelineLimits.idle)
            for record in records where record.position.offset < end { _ = fold.apply(record) }
            if let last = records.last { next = last.position.offset + 1 }
            try Task.checkCancellation()
        }
        await reader.close()
        logger.info("restored", metadata: ["group": "\(group)", "partition": "\(partition)", "offset": "\(end)"])
        return fold
    }

    private func process(_ records: [Record], _ member: any GroupMember, _ folds: inout [Int32: Fold]) async throws {
        for (partition, records) in Dictionary(grouping: records, by: \.position.topicPartition)
            .sorted(by: { $0.key < $1.key })
        {
            guard var fold = folds.removeValue(forKey: partition.partition), let last = records.last else { continue }
            var messages: [Message] = []
            for record in records { messages += fold.apply(record) }
            do {
                try await member.commit(
                    messages, advancing: [partition: last.position.offset + 1],
                    as: "\(group)-\(partition.partition)")
                folds[partition.partition] = fold
            } catch {
                guard case .fenced(let why) = error else { throw error }
                logger.notice("another member took over", metadata: ["partition": "\(partition)", "why": "\(why)"])
            }
        }
    }
}
