internal import Contracts
public import EventLog
public import Logging
public import ServiceLifecycle

/// The border: reads the public topics, writes one ordered stream of facts and what it refuses. One is active at a time,
/// others of its group stand by.
public struct Intake: Service {
    private let log: any EventLog
    private let rules: IntakeRules
    private let clock: PlatformClock
    private let logger: Logger

    /// An intake of a log.
    public init(log: any EventLog, rules: IntakeRules, clock: PlatformClock = .system, logger: Logger) {
        self.log = log
        self.rules = rules
        self.clock = clock
        self.logger = logger
    }

    public func run() async throws {
        let member = try await log.join(group: "intake", topics: Subject.allCases.map(\.topic))
        var state: IntakeState?
        var backOff = BackOff()
        do {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                do {
                    try await step(member, &state)
                    backOff.reset()
                } catch let error as EventLogError {
                    // What was to be committed was not: the log's own account is read again.
                    state = nil
                    logger.error("intake waits and tries again", metadata: ["why": "\(error)"])
                    try await backOff.wait()
                }
            }
        } catch is CancellationError {}
        await member.leave()
    }

    private func step(_ member: any GroupMember, _ state: inout IntakeState?) async throws {
        switch try await member.next(PipelineLimits.batch, within: PipelineLimits.idle) {
        case .assigned: state = try await restored()
        case .revoked: state = nil
        case .records(let records):
            if state == nil { state = try await restored() }
            try await process(records, member, &state)
        case .idle: if state != nil { try await process([], member, &state) }
        }
    }

    /// Reads `linkage-market` to the end.
    private func restored() async throws -> IntakeState {
        var state = IntakeState()
        for partition in 0..<(try await log.partitionCount(of: .market)) {
            let partition = TopicPartition(.market, partition)
            let offsets = try await log.offsets(of: partition)
            guard !offsets.isEmpty else { continue }
            var next = offsets.lowerBound
            let reader = try await log.read(from: [partition: next])
            while next < offsets.upperBound {
                let records = try await reader.next(PipelineLimits.batch, within: PipelineLimits.idle)
                for record in records { if let fact = WireMarketFact(record) { state.apply(fact) } }
                if let last = records.last { next = last.position.offset + 1 }
                try Task.checkCancellation()
            }
            await reader.close()
        }
        return state
    }

    private func process(_ records: [Record], _ member: any GroupMember, _ state: inout IntakeState?) async throws {
        guard let before = state.take() else { return }
        var batch = IntakeBatch(
            consume before, rules: rules, partitionCount: try await log.partitionCount(of: .market), now: clock.now)
        for record in RecordMerge(records) { batch.take(record) }
        guard !records.isEmpty || !batch.isEmpty else {
            state = batch.state
            return
        }
        var positions: [TopicPartition: Int64] = [:]
        for record in records { positions[record.position.topicPartition] = record.position.offset + 1 }
        try await member.commit(batch.messages(), advancing: positions, as: "intake")
        state = batch.state
    }
}
