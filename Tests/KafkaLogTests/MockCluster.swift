import CRdkafka
import EventLog
import KafkaLog
import Testing

/// librdkafka's mock cluster in this process, for faults only: it keeps the last 5 MB, and isolates no transactions.
final class MockCluster: @unchecked Sendable {
    /// Requests of Kafka's protocol, by their numbers.
    enum Request: Int16, CaseIterable {
        case produce = 0
        case fetch = 1
        case listOffsets = 2
        case metadata = 3
        case offsetFetch = 9
        case findCoordinator = 10
        case joinGroup = 11
        case heartbeat = 12
        case leaveGroup = 13
        case apiVersions = 18
        case initProducerId = 22
        case addPartitions = 24
        case addOffsets = 25
        case endTransaction = 26
        case commitOffsets = 28
    }

    /// Where it listens.
    let servers: String
    private let client: OpaquePointer
    private let cluster: OpaquePointer

    /// Starts brokers with these topics.
    init(brokers: Int32 = 1, topics: [Topic] = [input, output], partitions: Int32 = 1) throws {
        var reason = [CChar](repeating: 0, count: 512)
        let configuration = rd_kafka_conf_new()
        rd_kafka_conf_set_log_cb(configuration) { _, _, _, _ in }
        client = try #require(rd_kafka_new(RD_KAFKA_PRODUCER, configuration, &reason, reason.count))
        cluster = try #require(rd_kafka_mock_cluster_new(client, brokers))
        servers = String(cString: try #require(rd_kafka_mock_cluster_bootstraps(cluster)))
        for topic in topics { rd_kafka_mock_topic_create(cluster, topic.name, partitions, brokers) }
    }

    deinit {
        rd_kafka_mock_cluster_destroy(cluster)
        rd_kafka_destroy(client)
    }

    /// How to reach it.
    func configuration(timeout: Duration = .seconds(10)) -> KafkaConfiguration {
        KafkaConfiguration(bootstrapServers: servers, timeout: timeout)
    }

    /// Answers the next requests of a kind with errors.
    func fail(_ request: Request, with errors: [rd_kafka_resp_err_t]) {
        rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, errors.count, errors)
    }

    /// Ends the errors that were not given yet.
    func heal(_ request: Request) { rd_kafka_mock_clear_request_errors(cluster, request.rawValue) }

    /// Drops every connection at its next request, or no more.
    ///
    /// A broker that is set down and up would do, but librdkafka aborts the process when its port was taken meanwhile.
    func setOutage(_ isOut: Bool) {
        for request in Request.allCases {
            heal(request)
            if isOut { fail(request, with: .init(repeating: RD_KAFKA_RESP_ERR__TRANSPORT, count: 10_000)) }
        }
    }

    /// Makes another broker the leader of a partition.
    func setLeader(of topic: Topic, partition: Int32 = 0, to broker: Int32) {
        rd_kafka_mock_partition_set_leader(cluster, topic.name, partition, broker)
    }

    /// Makes another broker the coordinator of a group or of a writer's transactions.
    func setCoordinator(ofGroup group: String, to broker: Int32) {
        rd_kafka_mock_coordinator_set(cluster, "group", group, broker)
    }

    /// See `setCoordinator(ofGroup:to:)`.
    func setCoordinator(ofWriter writer: String, to broker: Int32) {
        rd_kafka_mock_coordinator_set(cluster, "transaction", writer, broker)
    }
}

let input = Topic("in")
let output = Topic("out")
