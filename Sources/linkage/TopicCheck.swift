import Contracts
import EventLog
import KafkaLog
import Pipeline

/// What the topics of a cluster are to be, and whether services may start on what they are.
struct TopicCheck {
    /// Partitions of the market and of the match sets.
    let marketPartitions: Int32
    /// Copies of each record; -1 for the broker's default.
    var replicationFactor: Int32 = -1

    /// Every topic as it is to be.
    var specifications: [TopicSpecification] {
        TopicRegistry.all.map { topic in
            TopicSpecification(
                Topic(topic.name), partitions: topic.isPartitionCountFree ? marketPartitions : topic.partitions,
                replicationFactor: replicationFactor,
                settings: Dictionary(uniqueKeysWithValues: topic.settings.map { ($0.name, $0.value) }))
        }
    }

    /// Refuses to start on a topic that is missing or has another number of partitions than it is to have. The market
    /// may have any number, if the match sets have the same.
    /// - throws: `Failure` that says which command to run.
    static func require(_ log: any EventLog) async throws {
        var counts: [String: Int32] = [:]
        for topic in TopicRegistry.all {
            do {
                counts[topic.name] = try await log.partitionCount(of: Topic(topic.name))
            } catch {
                guard case .unknownTopic = error else { throw error }
                throw Failure("the topic \(topic.name) is missing: run `linkage topics apply`", exitCode: .unavailable)
            }
        }
        for topic in TopicRegistry.all where !topic.isPartitionCountFree && counts[topic.name] != topic.partitions {
            throw Failure(
                """
                the topic \(topic.name) has \(counts[topic.name] ?? 0) partitions and needs \(topic.partitions): see \
                `linkage topics apply --dry-run`
                """, exitCode: .unavailable)
        }
        let (market, matches) = (counts[TopicRegistry.market.name], counts[TopicRegistry.matches.name])
        guard market == matches else {
            throw Failure(
                """
                \(TopicRegistry.market.name) has \(market ?? 0) partitions and \(TopicRegistry.matches.name) \
                \(matches ?? 0): run `linkage topics apply --market-partitions \(max(market ?? 1, matches ?? 1))`
                """, exitCode: .unavailable)
        }
    }
}
