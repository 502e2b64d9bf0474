import CRdkafka
import EventLog

extension Client {
    /// Sends a request of librdkafka's admin interface and waits for its answer. Blocks.
    /// - parameters:
    ///   - send: Is given the options and the queue for the answer.
    ///   - read: Is given the event that is the answer.
    func ask<Value>(
        _ operation: rd_kafka_admin_op_t, by deadline: Deadline,
        configure: (OpaquePointer) -> Void = { _ in },
        send: (OpaquePointer, OpaquePointer) -> Void,
        read: (OpaquePointer) throws(KafkaFailure) -> Value
    ) throws(KafkaFailure) -> Value {
        guard let queue = rd_kafka_queue_new(handle), let options = rd_kafka_AdminOptions_new(handle, operation) else {
            throw KafkaFailure(RD_KAFKA_RESP_ERR__FAIL)
        }
        defer {
            rd_kafka_AdminOptions_destroy(options)
            rd_kafka_queue_destroy(queue)
        }
        var reason = [CChar](repeating: 0, count: 512)
        let left = max(1, deadline.milliseconds)
        try KafkaFailure.check(rd_kafka_AdminOptions_set_request_timeout(options, left, &reason, reason.count))
        configure(options)
        send(options, queue)
        // The answer comes at the latest when the request's own time is over.
        guard let event = rd_kafka_queue_poll(queue, -1) else { throw KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT) }
        defer { rd_kafka_event_destroy(event) }
        guard rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw KafkaFailure(
                rd_kafka_event_error(event), rd_kafka_event_error_string(event).map { String(cString: $0) })
        }
        return try read(event)
    }

    /// What a group has committed in a partition, nil for nothing. Waits for transactions under way. Blocks.
    func committedOffset(
        of group: String, in partition: TopicPartition, by deadline: Deadline
    ) throws(KafkaFailure) -> Int64? {
        let request = PartitionList([partition]).withNative { rd_kafka_ListConsumerGroupOffsets_new(group, $0) }
        guard let request else {
            throw KafkaFailure(RD_KAFKA_RESP_ERR__INVALID_ARG, "\(group) is no name of a group")
        }
        defer { rd_kafka_ListConsumerGroupOffsets_destroy(request) }
        return try ask(RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, by: deadline) { options in
            if let error = rd_kafka_AdminOptions_set_require_stable_offsets(options, 1) {
                rd_kafka_error_destroy(error)
            }
        } send: { options, queue in
            var request: OpaquePointer? = request
            rd_kafka_ListConsumerGroupOffsets(handle, &request, 1, options, queue)
        } read: { event throws(KafkaFailure) in
            try Self.committedOffset(in: event)
        }
    }

    private static func committedOffset(in event: OpaquePointer) throws(KafkaFailure) -> Int64? {
        var count = 0
        let result = rd_kafka_event_ListConsumerGroupOffsets_result(event)
        guard let groups = rd_kafka_ListConsumerGroupOffsets_result_groups(result, &count), count == 1,
            let group = groups[0]
        else { return nil }
        if let error = rd_kafka_group_result_error(group) { throw KafkaFailure(rd_kafka_error_code(error)) }
        guard let partitions = rd_kafka_group_result_partitions(group) else { return nil }
        guard let entry = PartitionList(copying: partitions).entries.first else { return nil }
        try KafkaFailure.check(entry.failure)
        return entry.offset >= 0 ? entry.offset : nil
    }
}
