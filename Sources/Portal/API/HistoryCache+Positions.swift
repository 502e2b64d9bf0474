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
            return try reader.submission(topic: topic.name, partition: partition, offset: offset) != nil
        }
    }
}
