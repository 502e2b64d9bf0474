import CRdkafka
import EventLog

extension Client {
    /// How many partitions a topic has. Blocks.
    func partitionCount(of topic: Topic, by deadline: Deadline) throws(KafkaFailure) -> Int32 {
        guard let handle = rd_kafka_topic_new(handle, topic.name, nil) else {
            throw KafkaFailure(RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC, "\(topic) is no name of a topic")
        }
        defer { rd_kafka_topic_destroy(handle) }
        return try repeating(by: deadline) { () throws(KafkaFailure) in
            var metadata: UnsafePointer<rd_kafka_metadata>?
            try KafkaFailure.check(rd_kafka_metadata(self.handle, 0, handle, &metadata, deadline.milliseconds))
            defer { rd_kafka_metadata_destroy(metadata) }
            guard let metadata, metadata.pointee.topic_cnt == 1 else {
                throw KafkaFailure(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
            }
            try KafkaFailure.check(metadata.pointee.topics[0].err)
            return metadata.pointee.topics[0].partition_cnt
        }
    }

    /// Waits until the cluster's brokers tell each other of a topic that was just created. Blocks.
    func awaitTopic(_ topic: Topic, by deadline: Deadline) throws(KafkaFailure) {
        while true {
            do {
                _ = try partitionCount(of: topic, by: deadline)
                return
            } catch {
                guard case .unknownTopic = error.cause, !deadline.isOver else { throw error }
            }
            pause(by: deadline)
        }
    }

    /// The first offset of a partition that exists, and the one that its next record will get. Blocks.
    func offsets(of partition: TopicPartition, by deadline: Deadline) throws(KafkaFailure) -> Range<Int64> {
        try repeating(by: deadline) { () throws(KafkaFailure) in
            var low: Int64 = 0
            var high: Int64 = 0
            try KafkaFailure.check(
                rd_kafka_query_watermark_offsets(
                    handle, partition.topic.name, partition.partition, &low, &high, deadline.milliseconds))
            return max(0, low)..<max(0, low, high)
        }
    }

    /// Calls `body` again while its failure may pass and there is time.
    func repeating<Value>(
        by deadline: Deadline, _ body: () throws(KafkaFailure) -> Value
    ) throws(KafkaFailure) -> Value {
        while true {
            do { return try body() } catch {
                guard case .unreachable = error.cause else { throw error }
                pause(by: deadline)
                if deadline.isOver { throw error }
            }
        }
    }

    /// Waits a little, on a queue that nothing comes on.
    private func pause(by deadline: Deadline) {
        guard let queue = rd_kafka_queue_new(handle) else { return }
        defer { rd_kafka_queue_destroy(queue) }
        let wait = min(deadline.milliseconds, Int32(KafkaLogLimits.retry.milliseconds))
        if let event = rd_kafka_queue_poll(queue, wait) { rd_kafka_event_destroy(event) }
    }
}
