import CRdkafka
import EventLog
import KafkaLog
import Testing

/// The mock cluster keeps no positions of transactions, so these tests go by the outputs and events; `GroupTests` has the
/// positions.
@Suite("A commit is done once, or not at all, when the cluster has faults")
struct CommitFaultTests {
    private let first = TopicPartition(input)

    @Test(
        arguments: [
            (.addPartitions, [RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS]),
            (.addOffsets, [RD_KAFKA_RESP_ERR_NOT_COORDINATOR]),
            (.commitOffsets, [RD_KAFKA_RESP_ERR_NOT_COORDINATOR, RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS]),
            (.endTransaction, [RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_COORDINATOR]),
            (.initProducerId, [RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS]),
            (.produce, [RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION]),
        ] as [(MockCluster.Request, [rd_kafka_resp_err_t])])
    func itIsDoneAfterFaultsThatPass(_ request: MockCluster.Request, _ faults: [rd_kafka_resp_err_t]) async throws {
        let cluster = try MockCluster()
        try await withMember(cluster) { log, member in
            cluster.fail(request, with: faults)
            let positions = try await member.commit(messages(0..<5, to: output), advancing: [first: 1], as: "writer")
            #expect(positions.map(\.offset) == Array(0..<5))
            let written = try await read(5, of: output, in: log)
            #expect(written.map(number) == Array(0..<5))
        }
    }

    @Test(
        arguments: [
            (.addPartitions, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH),
            (.endTransaction, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH),
            (.addOffsets, RD_KAFKA_RESP_ERR_PRODUCER_FENCED),
            (.commitOffsets, RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION),
            (.commitOffsets, RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID),
        ] as [(MockCluster.Request, rd_kafka_resp_err_t)])
    func aFencedMemberIsGivenItsPartitionsAnewAndCommitsAgain(
        _ request: MockCluster.Request, _ fault: rd_kafka_resp_err_t
    ) async throws {
        let cluster = try MockCluster()
        try await withMember(cluster) { _, member in
            try await member.commit([], advancing: [first: 1], as: "writer")
            cluster.fail(request, with: [fault])
            let error = await errorOf {
                try await member.commit(messages(0..<1, to: output), advancing: [first: 2], as: "writer")
            }
            #expect(isFenced(error), "\(String(describing: error))")
            let again = await errorOf { try await member.commit([], advancing: [first: 2], as: "writer") }
            #expect(isFenced(again), "before it is given its partitions anew: \(String(describing: again))")
            let taken = try await revoked(member)
            #expect(taken == [first])
            let given = try await assigned(member)
            #expect(Array(given.keys) == [first])
            try await member.commit(messages(7..<8, to: output), advancing: [first: 2], as: "writer")
        }
    }

    @Test func aCommitOfUnknownOutcomeIsSettledByTheNextWithTheSameWork() async throws {
        let cluster = try MockCluster()
        try await withMember(cluster, timeout: .seconds(2)) { log, member in
            try await member.commit([], advancing: [first: 1], as: "writer")
            let fault = RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE
            cluster.fail(.endTransaction, with: [rd_kafka_resp_err_t](repeating: fault, count: 1_000))
            let outputs = messages(0..<3, to: output)
            let started = ContinuousClock.now
            let error = await errorOf { try await member.commit(outputs, advancing: [first: 2], as: "writer") }
            #expect(isUnreachable(error), "\(String(describing: error))")
            #expect(ContinuousClock.now - started < .seconds(5))
            cluster.heal(.endTransaction)
            let positions = try await member.commit(outputs, advancing: [first: 2], as: "writer")
            #expect(positions.map(\.offset) == [0, 1, 2])
            let written = try await read(3, of: output, in: log)
            #expect(written.map(number) == [0, 1, 2])
            let held = try await log.offsets(of: TopicPartition(output))
            #expect(held.upperBound == 3)
        }
    }

    @Test func aCommitOfUnknownOutcomeFencesOtherWork() async throws {
        let cluster = try MockCluster()
        try await withMember(cluster, timeout: .seconds(2)) { _, member in
            let fault = RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE
            cluster.fail(.endTransaction, with: [rd_kafka_resp_err_t](repeating: fault, count: 1_000))
            let error = await errorOf {
                try await member.commit(messages(0..<1, to: output), advancing: [first: 1], as: "writer")
            }
            #expect(isUnreachable(error), "\(String(describing: error))")
            cluster.heal(.endTransaction)
            let other = await errorOf {
                try await member.commit(messages(1..<2, to: output), advancing: [first: 2], as: "writer")
            }
            #expect(isFenced(other), "\(String(describing: other))")
            let taken = try await revoked(member)
            #expect(taken == [first])
            let given = try await assigned(member)
            #expect(Array(given.keys) == [first])
        }
    }

    @Test func itFollowsItsCoordinatorsToAnotherBroker() async throws {
        let cluster = try MockCluster(brokers: 2)
        cluster.setCoordinator(ofGroup: "group", to: 1)
        cluster.setCoordinator(ofWriter: "writer", to: 1)
        try await withMember(cluster) { log, member in
            try await member.commit(messages(0..<1, to: output), advancing: [first: 1], as: "writer")
            cluster.setCoordinator(ofWriter: "writer", to: 2)
            cluster.setCoordinator(ofGroup: "group", to: 2)
            try await member.commit(messages(1..<2, to: output), advancing: [first: 2], as: "writer")
            let written = try await read(2, of: output, in: log)
            #expect(written.map(number) == [0, 1])
        }
    }

    @Test func itEndsInTimeWhenTheBrokersAreDownAndIsDoneLater() async throws {
        let cluster = try MockCluster()
        try await withMember(cluster, timeout: .seconds(2)) { _, member in
            try await member.commit(messages(0..<1, to: output), advancing: [first: 1], as: "writer")
            cluster.setOutage(true)
            let started = ContinuousClock.now
            let error = await errorOf {
                try await member.commit(messages(1..<2, to: output), advancing: [first: 2], as: "writer")
            }
            #expect(isUnreachable(error), "\(String(describing: error))")
            #expect(ContinuousClock.now - started < .seconds(6))
            cluster.setOutage(false)
            try await condition("a commit that succeeds") {
                let error = await errorOf {
                    try await member.commit(messages(1..<2, to: output), advancing: [first: 2], as: "writer")
                }
                return error == nil
            }
        }
    }

    /// Calls `body` with a member that has the input's partition, and its log.
    private func withMember(
        _ cluster: MockCluster, timeout: Duration = .seconds(10),
        _ body: (KafkaLog, any GroupMember) async throws -> Void
    ) async throws {
        let log = try await KafkaLog(cluster.configuration(timeout: timeout), logger: quiet)
        try await log.publish(messages(0..<3))
        let member = try await log.join(group: "group", topics: [input])
        #expect(try await assigned(member) == [first: 0])
        let result: Result<Void, any Error>
        do { result = .success(try await body(log, member)) } catch { result = .failure(error) }
        await log.close()
        try result.get()
    }
}
