import CRdkafka
import EventLog
import KafkaLog
import LinkageTesting
import Testing

@Suite("A publish is neither lost nor doubled when the cluster has faults")
struct PublishFaultTests {
    @Test(
        arguments: [
            [RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION],
            [RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS],
            [RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__TRANSPORT],
        ])
    func itIsSentAgainAfterFaultsThatPass(_ faults: [rd_kafka_resp_err_t]) async throws {
        let cluster = try MockCluster()
        let log = try await KafkaLog(cluster.configuration(), logger: quiet)
        try await log.publish(messages(0..<1))
        cluster.fail(.produce, with: faults)
        let positions = try await log.publish(messages(1..<50))
        #expect(positions.map(\.offset) == Array(1..<50))
        #expect(try await read(50, in: log).map(number) == Array(0..<50))
        await log.close()
    }

    @Test(.timeLimit(.minutes(1))) func itWaitsForABrokerThatIsDown() async throws {
        let cluster = try MockCluster()
        let lines = LogLines()
        var configuration = cluster.configuration(timeout: .seconds(20))
        try configuration.set("log.connection.close", to: "true")
        let log = try await KafkaLog(configuration, logger: lines.logger)
        try await log.publish(messages(0..<1))
        cluster.setOutage(true)
        let publishing = Task { try await log.publish(messages(1..<20)) }
        await lines.until("Disconnected")
        cluster.setOutage(false)
        #expect(try await publishing.value.map(\.offset) == Array(1..<20))
        #expect(try await read(20, in: log).map(number) == Array(0..<20))
        await log.close()
    }

    @Test func itFollowsThePartitionToAnotherBroker() async throws {
        let cluster = try MockCluster(brokers: 2)
        cluster.setLeader(of: input, to: 1)
        let log = try await KafkaLog(cluster.configuration(), logger: quiet)
        try await log.publish(messages(0..<10))
        cluster.setLeader(of: input, to: 2)
        cluster.fail(.produce, with: [RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION])
        #expect(try await log.publish(messages(10..<20)).map(\.offset) == Array(10..<20))
        await log.close()
    }

    @Test func itWaitsForRoomInAFullQueue() async throws {
        let cluster = try MockCluster()
        var configuration = cluster.configuration()
        try configuration.set("queue.buffering.max.messages", to: "10")
        let log = try await KafkaLog(configuration, logger: quiet)
        let positions = try await withThrowingTaskGroup(of: [Position].self) { group in
            for publisher in 0..<4 {
                group.addTask { try await log.publish(messages(publisher * 100..<publisher * 100 + 100)) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(positions.map(\.offset)) == Set(0..<400))
        #expect(Set(try await read(400, in: log).map(number)) == Set(0..<400))
        await log.close()
    }

    @Test func itEndsInTimeWhenTheBrokerStaysDownAndALaterOneIsGivenANewChance() async throws {
        let cluster = try MockCluster()
        let log = try await KafkaLog(cluster.configuration(timeout: .seconds(2)), logger: quiet)
        try await log.publish(messages(0..<1))
        cluster.setOutage(true)
        let started = ContinuousClock.now
        let error = await errorOf { try await log.publish(messages(1..<3)) }
        #expect(isUnreachable(error), "\(String(describing: error))")
        #expect(ContinuousClock.now - started < .seconds(6))
        cluster.setOutage(false)
        try await condition("a publish that succeeds") {
            await errorOf { try await log.publish(messages(3..<4)) } == nil
        }
        #expect(try await read(2, in: log).map(number) == [0, 3])
        await log.close()
    }

    @Test func itGoesOnWithANewProducerAfterAFatalFailure() async throws {
        let cluster = try MockCluster()
        let log = try await KafkaLog(cluster.configuration(), logger: quiet)
        try await log.publish(messages(0..<1))
        cluster.fail(.produce, with: [RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER])
        _ = await errorOf { try await log.publish(messages(1..<2)) }
        try await condition("a publish that succeeds") {
            await errorOf { try await log.publish(messages(2..<3)) } == nil
        }
        await log.close()
    }

    @Test func aPartitionThatDoesNotExistIsRefusedBeforeItReachesTheProducer() async throws {
        let cluster = try MockCluster()
        let log = try await KafkaLog(cluster.configuration(), logger: quiet)
        let message = Message(to: input, partition: 7, key: nil, value: [1], headers: [Header("a", "b")])
        #expect(await errorOf { try await log.publish([message]) } == .unknownTopic(input))
        #expect(try await log.offsets(of: TopicPartition(input)) == 0..<0)
        await log.close()
    }
}
