import EventLog
import GRDB
import Synchronization

/// The topics of the file, remembered; a topic that another process has added is found on first use.
final class Topics: Sendable {
    private let numbers = Mutex<[Topic: Int64]>([:])

    /// The table of a topic's partition.
    /// - throws: `EventLogError.unknownTopic` when the topic has none of that number.
    func table(of topic: Topic, partition: Int32 = 0, in db: Database) throws -> RecordTable {
        guard partition == 0, let number = try number(of: topic, in: db) else {
            throw EventLogError.unknownTopic(topic)
        }
        return RecordTable(topicNumber: number, partition: TopicPartition(topic, partition))
    }

    private func number(of topic: Topic, in db: Database) throws -> Int64? {
        if let number = numbers.withLock({ $0[topic] }) { return number }
        let all = try db.topicNumbers()
        numbers.withLock { $0 = all }
        return all[topic]
    }
}
