import EventLog
import KafkaLog
import Testing

@Suite("Topics are made what they are to be", .enabled(if: LocalBroker.isAvailable, LocalBroker.advice))
struct AdminTests {
    @Test func aTopicThatIsMissingIsCreatedAsSpecified() async throws {
        try await withAdmin { admin, topic in
            #expect(try await admin.describe(topic) == nil)
            let specification = TopicSpecification(topic, partitions: 3, settings: ["cleanup.policy": "compact"])
            let drift = try await admin.drift(from: [specification])
            #expect(drift.map(\.differences) == [[.missing]])
            try await admin.apply(drift)
            #expect(try await admin.describe(topic)?.partitions == 3)
            try await admin.create([specification])
        }
    }

    @Test func partitionsAreAddedAndNeverTakenAway() async throws {
        try await withAdmin { admin, topic in
            try await admin.create([TopicSpecification(topic, partitions: 2)])
            let more = try await admin.drift(from: [TopicSpecification(topic, partitions: 5)])
            #expect(more.map(\.differences) == [[.partitions(has: 2, wants: 5)]])
            try await admin.apply(more)
            #expect(try await admin.describe(topic)?.partitions == 5)
            let fewer = try await admin.drift(from: [TopicSpecification(topic, partitions: 1)])
            #expect(fewer.flatMap(\.differences).allSatisfy { !$0.canBeApplied })
            try await admin.apply(fewer)
            #expect(try await admin.describe(topic)?.partitions == 5)
            #expect(try await admin.drift(from: [TopicSpecification(topic, partitions: 5)]).isEmpty)
        }
    }

    @Test func settingsAreComparedAndChangedAndOthersStay() async throws {
        try await withAdmin { admin, topic in
            let first = TopicSpecification(topic, partitions: 1, settings: ["retention.ms": "1000"])
            try await admin.create([first])
            let second = TopicSpecification(topic, partitions: 1, settings: ["max.message.bytes": "2000000"])
            let drift = try await admin.drift(from: [second])
            #expect(drift.count == 1)
            try await admin.apply(drift)
            #expect(try await admin.describe(topic)?.settings["max.message.bytes"] == "2000000")
            #expect(try await admin.describe(topic)?.settings["retention.ms"] == "1000")
            #expect(try await admin.drift(from: [first, second]).isEmpty)
        }
    }

    private func withAdmin(_ body: (KafkaAdmin, Topic) async throws -> Void) async throws {
        let topic = Topic("admin-\(UInt64.random(in: .min ... .max))")
        let admin = try await KafkaAdmin(try await LocalBroker.shared().configuration(), logger: quiet)
        let result: Result<Void, any Error>
        do { result = .success(try await body(admin, topic)) } catch { result = .failure(error) }
        try await admin.delete([topic])
        await admin.close()
        #expect(await errorOf { _ = try await admin.describe(topic) } == .closed)
        try result.get()
    }
}
