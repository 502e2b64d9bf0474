internal import Contracts
internal import EventLog
internal import History
internal import Pipeline

extension Auditor {
    /// The cache equals the fold of the log, and says of each public record what became of it.
    mutating func auditCache(_ outcomes: [Position: Submission.Outcome]) async throws {
        let rebuilt = try HistoryCache(path: "\(directory)/replayed.sqlite")
        let replay = Replay(log: log.connect())
        try await replay.rebuild(rebuilt, upTo: try await replay.ends())
        try rebuilt.close()
        for difference in try CacheComparison(cache.path, rebuilt.path).differences {
            find("the cache equals the fold of the log", "\(difference): \(difference.examples)")
        }
        let recorded = try await cache.read { reader in
            try outcomes.keys.sorted().map { position in
                let (partition, offset) = (position.topicPartition, position.offset)
                let submission = try reader.submission(
                    topic: partition.topic.name, partition: partition.partition, offset: offset)
                return (position, submission?.outcome)
            }
        }
        for (position, outcome) in recorded where outcome != outcomes[position] {
            find("the cache knows what became of a record", "\(position): \(String(describing: outcome))")
        }
    }
}
