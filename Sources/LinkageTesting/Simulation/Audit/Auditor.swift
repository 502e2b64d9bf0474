internal import Contracts
internal import EventLog
internal import History
internal import Pipeline
internal import SwiftProtobuf
internal import Synchronization

/// Reads what a simulation left in its log and its cache, and says which promises were broken.
///
/// It keeps its own books and computes match sets with the reference engine; of the services' code it uses only the
/// translation of facts and match sets, and the replay that it holds the cache against.
struct Auditor {
    let log: SimulatedLog
    let cache: HistoryCache
    let directory: String
    /// The facts of each partition of the market, in order.
    let facts: [[(fact: WireMarketFact, position: Position)]]
    /// The match sets of each partition, in order.
    let matchSets: [[WireMatchSet]]
    private(set) var findings: [SimulationOutcome.Finding] = []

    init(_ log: SimulatedLog, _ cache: HistoryCache, directory: String) {
        self.log = log
        self.cache = cache
        self.directory = directory
        facts = log.partitions(of: .market).map { partition in
            log.records(of: partition).compactMap { record in
                (try? WireMarketFact(serializedBytes: record.value ?? [])).map { ($0, record.position) }
            }
        }
        matchSets = log.partitions(of: .matches).map { partition in
            log.records(of: partition).compactMap { try? WireMatchSet(serializedBytes: $0.value ?? []) }
        }
    }

    /// Everything that is wrong.
    mutating func audit() async throws -> [SimulationOutcome.Finding] {
        auditOrder()
        let outcomes = auditRecords()
        auditMatchSets()
        auditGaps()
        auditReservations()
        auditOpportunities()
        try await auditCache(outcomes)
        await auditAgainstUndisturbedRuns()
        return findings
    }

    mutating func find(_ promise: String, _ detail: String) {
        findings.append(SimulationOutcome.Finding(promise, detail))
    }
}

extension SimulatedLog {
    func partitions(of topic: Topic) -> [TopicPartition] {
        storage.withLock { (try? $0.partitions(of: topic)) ?? [] }
    }
}
