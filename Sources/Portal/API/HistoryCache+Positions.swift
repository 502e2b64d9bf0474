internal import Contracts
internal import EventLog
internal import History
internal import Pipeline

extension HistoryCache {
    /// Whether the cache has come to a position: of a public record it knows the outcome, any other record it has
    /// recorded.
    func hasRecorded(_ position: Position) async throws -> Bool {
        let (partition, offset) = (position.topicPartition.partition, position.offset)
        let topic = position.topicPartition.topic
        return try await read { reader in
            guard Subject(topic: topic) != nil else {
                return try reader.hasRecorded(topic: topic.name, partition: partition, offset: offset)
            }
            return try reader.submission(at: position) != nil
        }
    }

    /// What became of a public record; nil while intake has not come to it.
    func submission(at position: Position) async throws -> Submission? {
        try await read { try $0.submission(at: position) }
    }
}

extension HistoryReader {
    fileprivate func submission(at position: Position) throws -> Submission? {
        try submission(
            topic: position.topicPartition.topic.name, partition: position.topicPartition.partition,
            offset: position.offset)
    }
}
