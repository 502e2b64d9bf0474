internal import Contracts
public import EventLog
public import History
public import Logging
public import ServiceLifecycle
internal import SwiftProtobuf

/// Projects market, match sets, dead letters and opportunities into the cache. Rows and positions commit together, so
/// that a crash between any two steps loses and repeats nothing.
public struct Recorder: Service {
    private let log: any EventLog
    private let cache: HistoryCache
    private let clock: PlatformClock
    private let logger: Logger

    /// A recorder from a log into a cache. It is the only writer of the cache.
    public init(log: any EventLog, cache: HistoryCache, clock: PlatformClock = .system, logger: Logger) {
        self.log = log
        self.cache = cache
        self.clock = clock
        self.logger = logger
    }

    public func run() async throws {
        let endurance = Endurance(service: "recorder", clock: clock, logger: logger)
        do {
            var recorded: [TopicPartition: Int64] = [:]
            let reader = try await endurance.keepTrying("opening") {
                recorded = try await firstOffsets()
                return try await log.read(from: recorded)
            }
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let records = try await endurance.keepTrying("reading") {
                    try await reader.next(PipelineLimits.batch, within: PipelineLimits.idle)
                }
                let reached = try await reader.positions()
                let moved = reached.filter { recorded[$0.key] != $0.value }
                if !moved.isEmpty { try await record(records, reaching: moved) }
                recorded = reached
            }
            await reader.close()
        } catch is CancellationError {}
    }

    private func firstOffsets() async throws -> [TopicPartition: Int64] {
        var offsets: [TopicPartition: Int64] = [:]
        for topic in Topic.ofPlatform {
            for partition in 0..<(try await log.partitionCount(of: topic)) {
                offsets[TopicPartition(topic, partition)] = 0
            }
        }
        for (topic, partition, next) in try await cache.read({ try $0.positions() }) {
            offsets[TopicPartition(Topic(topic), partition)] = next
        }
        return offsets
    }

    private func record(_ records: [Record], reaching positions: [TopicPartition: Int64]) async throws {
        let logger = logger
        try await cache.record { writer in
            for record in records {
                do {
                    try writer.record(record)
                } catch let error as BinaryDecodingError {
                    logger.error("unreadable", metadata: ["position": "\(record.position)", "why": "\(error)"])
                }
            }
            try writer.advanceTime(with: records)
            for (partition, next) in positions.sorted(by: { $0.key < $1.key }) {
                try writer.advance(topic: partition.topic.name, partition: partition.partition, to: next)
            }
        }
    }
}

extension HistoryWriter {
    /// Projects one record of a platform topic.
    func record(_ record: Record) throws {
        guard let value = record.value else { return }
        let position = record.position
        switch position.topicPartition.topic {
        case .market:
            let fact = try WireMarketFact(serializedBytes: value)
            // What every partition has is recorded from the first.
            guard position.topicPartition.partition == 0 || !fact.isBroadcast else { return }
            try self.record(fact, partition: position.topicPartition.partition, offset: position.offset)
        case .matches: try self.record(try WireMatchSet(serializedBytes: value))
        case .gaps: try self.record(try WireGapReport(serializedBytes: value))
        case .deadLetters: try self.record(try WireDeadLetter(serializedBytes: value))
        case .opportunities:
            let json = String(decoding: value, as: UTF8.self)
            guard let opportunity = try? WireOpportunity(jsonString: json) else { return }
            try self.record(opportunity)
        default: break
        }
    }
}

extension HistoryWriter {
    /// Notes the time and the policy of the last facts in a batch.
    func advanceTime(with records: [Record]) throws {
        var times: [Int32: (acceptedAt: Int64, policy: WirePolicySet?)] = [:]
        for record in records where record.position.topicPartition.topic == .market {
            guard let fact = WireMarketFact(record) else { continue }
            let partition = record.position.topicPartition.partition
            var policy = times[partition]?.policy
            if case .policySet(let set) = fact.fact { policy = set }
            times[partition] = (fact.acceptedAt, policy)
        }
        for (partition, time) in times.sorted(by: { $0.key < $1.key }) {
            try advanceTime(partition: partition, to: time.acceptedAt, policy: time.policy)
        }
    }
}

extension WireMarketFact {
    /// Whether intake writes the fact to every partition of the market, because every matcher and notifier needs it.
    var isBroadcast: Bool {
        switch fact {
        case .exchangeRate, .policySet, .clockTicked, .subscription: true
        case .withdrawn(let withdrawn):
            Subject(topicName: withdrawn.topic).map(\.isBroadcast) ?? false
        default: false
        }
    }
}

extension Subject {
    /// Whether facts of the subject go to every partition of the market.
    var isBroadcast: Bool { self == .rates || self == .subscriptions }
}
