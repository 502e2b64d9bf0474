internal import Contracts
public import EventLog
public import History

/// Builds a cache from the log alone: match sets are computed anew from `linkage-market`, not read from
/// `linkage-matches`.
///
/// With the same engine version the result equals the cache of the running system.
public struct Replay: Sendable {
    private let log: any EventLog

    /// A replay of a log.
    public init(log: any EventLog) { self.log = log }

    /// Where the recorded topics end.
    public func ends() async throws -> [TopicPartition: Int64] { try await log.ends(of: Topic.ofPlatform) }

    /// How far a cache has recorded the log, if matcher and recorder have come to the same place.
    /// - throws: `Unsettled` where match sets of recorded facts are still to come.
    public func settledPositions(of cache: HistoryCache) async throws -> [TopicPartition: Int64] {
        let recorded = try await cache.read { try $0.positions() }
        var positions: [TopicPartition: Int64] = [:]
        for (topic, partition, next) in recorded { positions[TopicPartition(Topic(topic), partition)] = next }
        for (partition, next) in positions where partition.topic == .market {
            let matched = try await log.committedOffset(of: Matcher.group, in: partition) ?? 0
            let matches = TopicPartition(.matches, partition.partition)
            let seen = positions[matches] ?? 0
            let end = max(seen, try await log.offsets(of: matches).upperBound)
            guard try await log.isEmpty(partition, min(matched, next)..<max(matched, next)),
                try await log.isEmpty(matches, seen..<end)
            else { throw Unsettled() }
        }
        return positions
    }

    /// Matcher or recorder has not come to the end.
    public struct Unsettled: Error, CustomStringConvertible {
        public let description = "match sets are still being computed or recorded: let `linkage up` come to rest first"
    }

    /// Folds everything that an existing cache has recorded into an empty one.
    /// - parameter positions: How far to fold each topic's partition: what the existing cache has recorded.
    /// - parameter progress: Called after each batch with records done and records in all.
    public func rebuild(
        _ cache: HistoryCache, upTo positions: [TopicPartition: Int64],
        progress: @Sendable (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) async throws {
        let total = positions.filter { $0.key.topic != .matches }.values.reduce(0, +)
        var done: Int64 = 0
        for (partition, end) in positions.sorted(by: { $0.key < $1.key }) where partition.topic != .matches {
            var fold = MatcherFold()
            try await log.scan(partition, 0..<end) { records in
                var matchSets: [WireMatchSet] = []
                if partition.topic == .market {
                    await records.inPieces(reading: ReadFact.init) { matchSets += fold.matchSets(from: $0) }
                }
                try await cache.record { [matchSets] writer in
                    for record in records { try writer.record(record) }
                    for matchSet in matchSets { try writer.record(matchSet) }
                    try writer.advanceTime(with: records)
                }
                guard let last = records.last else { return }
                progress(done + last.position.offset + 1, total)
            }
            done += end
        }
        try await cache.record { writer in
            for (place, end) in positions {
                try writer.advance(topic: place.topic.name, partition: place.partition, to: end)
            }
        }
    }
}
