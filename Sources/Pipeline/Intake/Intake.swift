internal import Contracts
public import EventLog
public import Logging
public import ServiceLifecycle

/// The border: reads the public topics, writes one ordered stream of facts and what it refuses. One is active at a time,
/// others of its group stand by.
public struct Intake: Service {
    /// The group, and the name of its one transactional writer.
    private static let writer = "intake"

    private let log: any EventLog
    private let rules: IntakeRules
    private let clock: PlatformClock
    private let logger: Logger
    private var endurance: Endurance { Endurance(service: "intake", clock: clock, logger: logger) }

    /// An intake of a log.
    public init(log: any EventLog, rules: IntakeRules, clock: PlatformClock = .system, logger: Logger) {
        self.log = log
        self.rules = rules
        self.clock = clock
        self.logger = logger
    }

    /// What intake knows, and how far each public topic is taken in.
    private struct Progress: Sendable {
        var state: IntakeState
        var next: [TopicPartition: Int64]
    }

    public func run() async throws {
        var progress: Progress?
        do {
            try await endurance.takePart(in: Self.writer, of: log, topics: Subject.allCases.map(\.topic)) {
                member, event in
                switch event {
                case .assigned(let offsets):
                    progress = try await endurance.unlessFenced { try await restored(from: offsets, member) }
                case .revoked: progress = nil
                case .records(let records): try await process(records, member, &progress)
                case .idle: try await process([], member, &progress)
                }
            }
        } catch is CancellationError {}
    }

    /// Takes over from the last intake, and reads `linkage-market` to its end.
    private func restored(
        from offsets: [TopicPartition: Int64], _ member: any GroupMember
    ) async throws -> Progress {
        try await endurance.keepTrying("restoring") {
            let next = try await log.takeOver(offsets, for: member, of: Self.writer, as: Self.writer)
            var progress = Progress(state: IntakeState(), next: next)
            for number in 0..<(try await log.partitionCount(of: .market)) {
                let partition = TopicPartition(.market, number)
                try await log.scan(partition, try await log.offsets(of: partition)) { records in
                    await records.inPieces(reading: WireMarketFact.init) { progress.state.apply($0) }
                }
            }
            return progress
        }
    }

    private func process(
        _ records: [Record], _ member: any GroupMember, _ progress: inout Progress?
    ) async throws {
        guard let before = progress.take() else { return }
        let partitionCount = try await endurance.keepTrying("reading") {
            try await log.partitionCount(of: .market)
        }
        let done = before.next
        let fresh = records.filter { $0.position.offset >= done[$0.position.topicPartition] ?? 0 }
        var next = done
        for record in fresh { next[record.position.topicPartition] = record.position.offset + 1 }
        // The state is handed on, not copied.
        var batch = IntakeBatch((consume before).state, rules: rules, partitionCount: partitionCount, now: clock.now)
        await Array(RecordMerge(fresh)).inPieces(reading: { [rules] in ReadRecord($0, by: rules) }) { batch.take($0) }
        if !fresh.isEmpty || !batch.isEmpty {
            let (facts, letters) = batch.outputs()
            let messages = await facts.mappedInPieces(\.message) + letters
            let moved = next.filter { $0.value != done[$0.key] }
            let isCommitted: Void? = try await endurance.unlessFenced {
                try await endurance.keepTrying("committing") {
                    _ = try await member.commit(messages, advancing: moved, as: Self.writer)
                }
            }
            guard isCommitted != nil else { return }
        }
        progress = Progress(state: batch.state, next: next)
    }
}
