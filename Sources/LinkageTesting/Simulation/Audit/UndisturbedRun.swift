internal import Contracts
internal import EventLog
internal import History
internal import Pipeline
internal import SwiftProtobuf
internal import Synchronization

/// The same dated input again, one batch after the other, with one process a service and nothing that goes wrong.
final class UndisturbedRun {
    /// What an intake took in one transaction, and when.
    struct Batch {
        let records: [Record]
        let acceptedAt: Int64
    }

    let log: SimulatedLog
    private let clock = SimulatedClock(0)
    private let scheduler = Scheduler()
    private var processes: [Role: SimulatedProcess] = [:]
    private static let patience = 10_000

    init(marketPartitions: Int32) {
        log = SimulatedLog(
            topics: Services.topics(marketPartitions: marketPartitions), leavesMarks: false
        ) { [clock] in clock.now }
    }

    /// Feeds the batches to an intake.
    /// - returns: False where the intake does not take what the other took.
    func takeIn(_ batches: [Batch], _ cache: HistoryCache) async -> Bool {
        for (index, batch) in batches.enumerated() {
            clock.set(batch.acceptedAt)
            guard publish(batch.records) else { return false }
            if index == 0 { await start(.intake(0), cache) }
            let isTaken = await goOn(.intake(0)) { storage in
                storage.journal.filter { storage.transactions[$0].group == "intake" }.count > index
            }
            guard isTaken else { return false }
        }
        return true
    }

    /// Lets a service fold the whole market.
    func fold(_ role: Role, group: String, _ cache: HistoryCache) async -> Bool {
        await start(role, cache)
        return await goOn(role) { storage in
            ((try? storage.partitions(of: .market)) ?? []).allSatisfy { name in
                storage.groups[group]?.offsets[name] ?? 0 == storage.partitions[name]?.readableEnd
            }
        }
    }

    /// Ends every process.
    func end() async {
        for role in processes.keys.sorted() {
            while let process = processes[role], process.ending == nil { await process.goOn(Turn(fate: .diesBefore)) }
        }
    }

    private func publish(_ records: [Record]) -> Bool {
        log.storage.withLock { storage in
            records.allSatisfy { record in
                let message = LogMessage(
                    to: record.position.topicPartition.topic, partition: record.position.topicPartition.partition,
                    key: record.key, value: record.value, headers: record.headers)
                return (try? storage.publish([message], at: record.timestamp)) == [record.position]
            }
        }
    }

    private func start(_ role: Role, _ cache: HistoryCache) async {
        let process = SimulatedProcess(role.name, number: processes.count, on: log, scheduler)
        processes[role] = process
        await process.start(clock) { Services.make(role, on: $0, $1, cache) }
    }

    private func goOn(_ role: Role, until isDone: (LogStorage) -> Bool) async -> Bool {
        for _ in 0..<Self.patience {
            if log.storage.withLock({ isDone($0) }) { return true }
            guard let process = processes[role], process.ending == nil else { return false }
            await process.goOn(Turn())
        }
        return false
    }
}

extension UndisturbedRun.Batch {
    /// What the intakes of a log took, in order.
    static func all(of log: SimulatedLog) -> [UndisturbedRun.Batch] {
        log.storage.withLock { storage in
            var reached: [TopicPartition: Int64] = [:]
            return storage.journal.map { storage.transactions[$0] }.filter { $0.group == "intake" }.map { transaction in
                var records: [Record] = []
                for (name, end) in transaction.advance.sorted(by: { $0.key < $1.key }) {
                    let begin = reached[name] ?? 0
                    records += (storage.partitions[name]?.records ?? [])
                        .filter { (begin..<max(begin, end)).contains($0.position.offset) }
                    reached[name] = end
                }
                return UndisturbedRun.Batch(
                    records: records, acceptedAt: storage.acceptedAt(transaction.outputs.first))
            }
        }
    }
}

extension LogStorage {
    /// When intake wrote an output.
    fileprivate func acceptedAt(_ output: Position?) -> Int64 {
        guard let output,
            let record = partitions[output.topicPartition]?.read(
                from: output.offset, BatchLimit(records: 1)
            ).records.first, let value = record.value
        else { return 0 }
        if output.topicPartition.topic == .market {
            return (try? WireMarketFact(serializedBytes: value))?.acceptedAt ?? 0
        }
        return (try? WireDeadLetter(serializedBytes: value))?.refusedAt ?? 0
    }
}
