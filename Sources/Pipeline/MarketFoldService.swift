internal import EventLog
internal import Logging
internal import ServiceLifecycle

/// Folds the market's partitions that its group gives it, and commits what follows together with how far it came.
struct MarketFoldService<Fold: PartitionFold>: Service {
    let log: any EventLog
    /// The group, whose name also begins the names of the transactional writers.
    let group: String
    let clock: PlatformClock
    let logger: Logger

    private var endurance: Endurance { Endurance(service: group, clock: clock, logger: logger) }

    /// A partition as far as it is folded.
    private struct Progress: Sendable {
        var fold: Fold
        /// The offset from which on records are still to be folded.
        var next: Int64
    }

    func run() async throws {
        var parts: [Int32: Progress] = [:]
        do {
            try await endurance.takePart(in: group, of: log, topics: [.market]) { member, event in
                switch event {
                case .assigned(let offsets):
                    for (assigned, offset) in offsets.sorted(by: { $0.key < $1.key }) {
                        parts[assigned.partition] = try await endurance.unlessFenced {
                            try await restored(assigned, upTo: offset, member)
                        }
                    }
                case .revoked(let partitions):
                    for revoked in partitions { parts[revoked.partition] = nil }
                case .records(let records): try await process(records, member, &parts)
                case .idle: break
                }
            }
        } catch is CancellationError {}
    }

    /// Takes over from the last member that had a partition, and folds what is already committed, dropping the messages:
    /// they were committed with it.
    private func restored(
        _ partition: TopicPartition, upTo assigned: Int64, _ member: any GroupMember
    ) async throws -> Progress {
        let progress = try await endurance.keepTrying("restoring") {
            let next = try await log.takeOver(
                [partition: assigned], for: member, of: group, as: writer(of: partition))
            let end = next[partition] ?? assigned
            var fold = Fold()
            let first = min(try await log.offsets(of: partition).lowerBound, end)
            try await log.scan(partition, first..<end) { records in
                await records.inPieces(reading: ReadFact.init) { fold.restore($0) }
            }
            return Progress(fold: fold, next: end)
        }
        logger.info(
            "restored",
            metadata: ["group": "\(group)", "partition": "\(partition)", "offset": "\(progress.next)"])
        return progress
    }

    private func process(
        _ records: [Record], _ member: any GroupMember, _ parts: inout [Int32: Progress]
    ) async throws {
        for (partition, records) in Dictionary(grouping: records, by: \.position.topicPartition)
            .sorted(by: { $0.key < $1.key })
        {
            guard var progress = parts.removeValue(forKey: partition.partition) else { continue }
            let fresh = records.filter { $0.position.offset >= progress.next }
            var messages: [Message] = []
            await fresh.inPieces(reading: ReadFact.init) { messages += progress.fold.apply($0) }
            if let last = fresh.last { progress.next = last.position.offset + 1 }
            let isCommitted: Void? = try await endurance.unlessFenced { [messages, next = progress.next] in
                try await endurance.keepTrying("committing") {
                    _ = try await member.commit(messages, advancing: [partition: next], as: writer(of: partition))
                }
            }
            if isCommitted != nil { parts[partition.partition] = progress }
        }
    }

    private func writer(of partition: TopicPartition) -> String { "\(group)-\(partition.partition)" }
}
