import EventLog
import KafkaLog
import Testing

@Suite("How a topic differs from what it is to be")
struct TopicDriftTests {
    @Test func itIsToldInWords() throws {
        let topic = Topic("orders")
        let wanted = TopicSpecification(topic, partitions: 1, settings: ["a": "1", "b": "2"])
        let found = TopicDescription(topic: topic, partitions: 3, settings: ["a": "1", "b": "3"], ownSettings: ["b"])
        let drift = try #require(TopicDrift(wanted, found))
        #expect(
            drift.description
                == "orders has 3 partitions, should have 1: Kafka takes none away; has b=3, should have 2")
        #expect(TopicDrift(wanted, nil)?.description == "orders is missing")
    }
}
