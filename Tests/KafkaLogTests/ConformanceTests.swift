import EventLog
import KafkaLog
import LogConformance
import Testing

@Suite("KafkaLog keeps what every log promises", .enabled(if: LocalBroker.isAvailable, LocalBroker.advice))
struct ConformanceTests {
    @Test(arguments: EventLogConformance.promises)
    func withThreePartitions(_ promise: EventLogConformance.Promise) async throws {
        try await promise.check(on: suite { $0 })
    }

    @Test(arguments: EventLogConformance.promises)
    func withOnePartition(_ promise: EventLogConformance.Promise) async throws {
        try await promise.check(on: suite { _ in 1 })
    }

    private func suite(_ partitionCount: @escaping @Sendable (Int32) -> Int32) -> EventLogConformance {
        EventLogConformance(patience: .seconds(30)) { topics, partitions in
            let configuration = try await LocalBroker.shared().configuration()
            let admin = try await KafkaAdmin(configuration, logger: quiet)
            try await admin.create(topics.map { TopicSpecification($0, partitions: partitionCount(partitions)) })
            return EventLogConformance.Place(
                open: { try await KafkaLog(configuration, logger: quiet) },
                remove: {
                    try? await admin.delete(topics)
                    await admin.close()
                })
        }
    }
}
