import CRdkafka
import EventLog

/// A topic's setting as the broker tells it.
struct TopicSetting: Sendable {
    /// Its name, such as `retention.ms`.
    let name: String
    /// Its value; nil when the broker keeps it to itself.
    let value: String?
    /// Whether it was set for this topic, and is not the broker's.
    let isOwn: Bool
}

extension Client {
    /// Creates topics. Blocks.
    /// - returns: What went wrong with which.
    func create(_ topics: [TopicSpecification], by deadline: Deadline) throws(KafkaFailure) -> [Topic: KafkaFailure] {
        var reason = [CChar](repeating: 0, count: 512)
        var requests: [OpaquePointer?] = []
        defer { rd_kafka_NewTopic_destroy_array(&requests, requests.count) }
        for topic in topics {
            guard
                let request = rd_kafka_NewTopic_new(
                    topic.topic.name, topic.partitions, topic.replicationFactor, &reason, reason.count)
            else { throw KafkaFailure(RD_KAFKA_RESP_ERR__INVALID_ARG, reason.text) }
            requests.append(request)
            for (name, value) in topic.settings.sorted(by: { $0.key < $1.key }) {
                try KafkaFailure.check(rd_kafka_NewTopic_set_config(request, name, value))
            }
        }
        return try ask(RD_KAFKA_ADMIN_OP_CREATETOPICS, by: deadline, configure: waitForOperation(deadline)) {
            rd_kafka_CreateTopics(handle, &requests, requests.count, $0, $1)
        } read: { event throws(KafkaFailure) in
            var count = 0
            let result = rd_kafka_event_CreateTopics_result(event)
            return Self.failures(rd_kafka_CreateTopics_result_topics(result, &count), count)
        }
    }

    /// Deletes topics. Blocks.
    /// - returns: What went wrong with which.
    func delete(_ topics: [Topic], by deadline: Deadline) throws(KafkaFailure) -> [Topic: KafkaFailure] {
        var requests = topics.map { rd_kafka_DeleteTopic_new($0.name) }
        defer { rd_kafka_DeleteTopic_destroy_array(&requests, requests.count) }
        return try ask(RD_KAFKA_ADMIN_OP_DELETETOPICS, by: deadline, configure: waitForOperation(deadline)) {
            rd_kafka_DeleteTopics(handle, &requests, requests.count, $0, $1)
        } read: { event throws(KafkaFailure) in
            var count = 0
            let result = rd_kafka_event_DeleteTopics_result(event)
            return Self.failures(rd_kafka_DeleteTopics_result_topics(result, &count), count)
        }
    }

    /// Adds partitions, so that a topic has so many. Blocks.
    func setPartitions(of topic: Topic, to count: Int32, by deadline: Deadline) throws(KafkaFailure) {
        var reason = [CChar](repeating: 0, count: 512)
        var request = rd_kafka_NewPartitions_new(topic.name, Int(count), &reason, reason.count)
        guard request != nil else { throw KafkaFailure(RD_KAFKA_RESP_ERR__INVALID_ARG, reason.text) }
        defer { rd_kafka_NewPartitions_destroy(request) }
        let failures = try ask(
            RD_KAFKA_ADMIN_OP_CREATEPARTITIONS, by: deadline, configure: waitForOperation(deadline)
        ) {
            rd_kafka_CreatePartitions(handle, &request, 1, $0, $1)
        } read: { event throws(KafkaFailure) in
            var count = 0
            let result = rd_kafka_event_CreatePartitions_result(event)
            return Self.failures(rd_kafka_CreatePartitions_result_topics(result, &count), count)
        }
        if let failure = failures[topic] { throw failure }
    }

    /// A topic's settings. Blocks.
    func settings(of topic: Topic, by deadline: Deadline) throws(KafkaFailure) -> [TopicSetting] {
        var request = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.name)
        defer { rd_kafka_ConfigResource_destroy(request) }
        return try ask(RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, by: deadline) {
            rd_kafka_DescribeConfigs(handle, &request, 1, $0, $1)
        } read: { event throws(KafkaFailure) in
            var count = 0
            let result = rd_kafka_event_DescribeConfigs_result(event)
            guard let resources = rd_kafka_DescribeConfigs_result_resources(result, &count), count == 1,
                let resource = resources[0]
            else { return [] }
            try Self.check(resource)
            guard let entries = rd_kafka_ConfigResource_configs(resource, &count) else { return [] }
            return (0..<count).compactMap { entries[$0].map(TopicSetting.init) }
        }
    }

    /// Replaces a topic's own settings; those that are not named go back to the broker's. Blocks.
    func replaceSettings(
        of topic: Topic, by settings: [String: String], by deadline: Deadline
    ) throws(KafkaFailure) {
        var request = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.name)
        defer { rd_kafka_ConfigResource_destroy(request) }
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            try KafkaFailure.check(rd_kafka_ConfigResource_set_config(request, name, value))
        }
        try ask(RD_KAFKA_ADMIN_OP_ALTERCONFIGS, by: deadline) {
            rd_kafka_AlterConfigs(handle, &request, 1, $0, $1)
        } read: { event throws(KafkaFailure) in
            var count = 0
            let result = rd_kafka_event_AlterConfigs_result(event)
            guard let resources = rd_kafka_AlterConfigs_result_resources(result, &count), count == 1 else { return }
            if let resource = resources[0] { try Self.check(resource) }
        }
    }

    /// Lets the broker answer when the topics are there, not when it has begun.
    private func waitForOperation(_ deadline: Deadline) -> (OpaquePointer) -> Void {
        { options in
            var reason = [CChar](repeating: 0, count: 512)
            rd_kafka_AdminOptions_set_operation_timeout(
                options, max(1, deadline.milliseconds), &reason, reason.count)
        }
    }

    private static func failures(
        _ results: UnsafeMutablePointer<OpaquePointer?>?, _ count: Int
    ) -> [Topic: KafkaFailure] {
        var failures: [Topic: KafkaFailure] = [:]
        for index in 0..<count {
            guard let result = results?[index] else { continue }
            let code = rd_kafka_topic_result_error(result)
            guard code != RD_KAFKA_RESP_ERR_NO_ERROR, let name = rd_kafka_topic_result_name(result) else { continue }
            let text = rd_kafka_topic_result_error_string(result).map { String(cString: $0) }
            failures[Topic(String(cString: name))] = KafkaFailure(code, text)
        }
        return failures
    }

    private static func check(_ resource: OpaquePointer) throws(KafkaFailure) {
        let code = rd_kafka_ConfigResource_error(resource)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        throw KafkaFailure(code, rd_kafka_ConfigResource_error_string(resource).map { String(cString: $0) })
    }
}

extension TopicSetting {
    fileprivate init(_ entry: OpaquePointer) {
        name = rd_kafka_ConfigEntry_name(entry).map { String(cString: $0) } ?? ""
        value = rd_kafka_ConfigEntry_value(entry).map { String(cString: $0) }
        isOwn = rd_kafka_ConfigEntry_source(entry) == RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG
    }
}
