import EventLog
import Foundation
import KafkaLog
import LinkageTesting
import Testing

@Suite("A log begins and ends cleanly, whether the cluster is there or not")
struct LifecycleTests {
    @Test func everyCallToAClusterThatIsNotThereEndsInTimeWithOneClearError() async throws {
        let timeout = Duration.seconds(2)
        let configuration = KafkaConfiguration(bootstrapServers: "127.0.0.1:1", timeout: timeout)
        let log = try await KafkaLog(configuration, logger: quiet)
        let calls: [@Sendable () async throws -> Void] = [
            { _ = try await log.partitionCount(of: input) },
            { _ = try await log.offsets(of: TopicPartition(input)) },
            { try await log.publish(messages(0..<1)) },
            { _ = try await log.read(from: [TopicPartition(input): 0]) },
            { _ = try await log.join(group: "g", topics: [input]) },
            { _ = try await log.committedOffset(of: "g", in: TopicPartition(input)) },
        ]
        await withTaskGroup { group in
            for call in calls {
                group.addTask {
                    let started = ContinuousClock.now
                    let error = await errorOf(call)
                    // One after the other would be six times the timeout.
                    #expect(ContinuousClock.now - started < timeout * 3)
                    #expect(isUnreachable(error), "\(String(describing: error))")
                    #expect(error?.description.contains("127.0.0.1:1") == true)
                    #expect(error?.description.contains("Connection refused") == true)
                }
            }
        }
        await log.close()
    }

    @Test func theLibrarysVersionIsLoggedOnceAtTheStart() async throws {
        let lines = LogLines()
        let log = try await KafkaLog(KafkaConfiguration(bootstrapServers: "127.0.0.1:1"), logger: lines.logger)
        #expect(!KafkaLog.librdkafkaVersion.isEmpty)
        #expect(lines.all.count { $0.contains("\"librdkafka\": \(KafkaLog.librdkafkaVersion)") } == 1)
        await log.close()
    }

    @Test func aMemberWhoseBrokersAreDownLeavesAllTheSame() async throws {
        let cluster = try MockCluster()
        let log = try await KafkaLog(cluster.configuration(timeout: .seconds(2)), logger: quiet)
        try await log.publish(messages(0..<1))
        let member = try await log.join(group: "group", topics: [input])
        _ = try await assigned(member)
        try await member.commit([], advancing: [TopicPartition(input): 1], as: "writer")
        cluster.setOutage(true)
        let started = ContinuousClock.now
        await member.leave()
        await log.close()
        #expect(ContinuousClock.now - started < .seconds(10))
    }

    @Test(.timeLimit(.minutes(1))) func aLogThatIsDroppedEndsByItself() async throws {
        let cluster = try MockCluster()
        let lines = LogLines()
        var configuration = cluster.configuration()
        try configuration.set("debug", to: "generic")
        var log: KafkaLog? = try await KafkaLog(configuration, logger: lines.logger)
        try await log?.publish(messages(0..<1))
        var reader = try await log?.read(from: [TopicPartition(input): 0])
        #expect(try await reader?.next(BatchLimit(), within: .seconds(10)).count == 1)
        log = nil
        reader = nil
        // The three clients: one that asks, one that publishes, one that reads.
        await lines.until("Termination done: freeing resources", times: 3)
    }

    @Test func openingAndClosingManyTimesLeavesNoThreads() async throws {
        let cluster = try MockCluster()
        try await cycles(20, cluster)
        let before = try Self.threads()
        try await cycles(200, cluster)
        // Other tests run beside this one, so a few may come and go; a leak would be hundreds.
        try await condition("the threads to end") { try Self.threads() < before + 100 }
    }

    private func cycles(_ count: Int, _ cluster: MockCluster) async throws {
        for cycle in 0..<count {
            let log = try await KafkaLog(cluster.configuration(), logger: quiet)
            switch cycle % 4 {
            case 0: try await log.publish(messages(0..<1))
            case 1: _ = try await log.read(from: [TopicPartition(input): 0]).next(BatchLimit(), within: .zero)
            case 2: _ = try await log.join(group: "group-\(cycle)", topics: [input]).next(BatchLimit(), within: .zero)
            default: _ = try await log.partitionCount(of: input)
            }
            await log.close()
        }
    }

    private static func threads() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
    }
}
