import CRdkafka
import EventLog

/// The owner of one `rd_kafka_topic_partition_list_t`.
final class PartitionList {
    /// One entry of a list.
    struct Entry {
        /// The partition.
        let partition: TopicPartition
        /// The offset, or one of librdkafka's marks, such as `RD_KAFKA_OFFSET_INVALID` for none.
        let offset: Int64
        /// What went wrong for this partition.
        let failure: rd_kafka_resp_err_t
    }

    private let native: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    private init(owning native: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) { self.native = native }

    /// A list of partitions with an offset each.
    convenience init(_ offsets: [TopicPartition: Int64]) {
        self.init(owning: rd_kafka_topic_partition_list_new(Int32(offsets.count)))
        for (partition, offset) in offsets.sorted(by: { $0.key < $1.key }) { add(partition, offset) }
    }

    /// A list of partitions with no offsets.
    convenience init(_ partitions: some Sequence<TopicPartition>) {
        self.init(Dictionary(partitions.map { ($0, Int64(RD_KAFKA_OFFSET_INVALID)) }) { first, _ in first })
    }

    /// A list of topics, to subscribe to.
    convenience init(topics: [Topic]) {
        self.init(owning: rd_kafka_topic_partition_list_new(Int32(topics.count)))
        for topic in topics { add(TopicPartition(topic, RD_KAFKA_PARTITION_UA), Int64(RD_KAFKA_OFFSET_INVALID)) }
    }

    /// A copy of librdkafka's own list.
    convenience init(copying native: UnsafePointer<rd_kafka_topic_partition_list_t>) {
        self.init(owning: rd_kafka_topic_partition_list_copy(native))
    }

    deinit { rd_kafka_topic_partition_list_destroy(native) }

    private func add(_ partition: TopicPartition, _ offset: Int64) {
        let entry = rd_kafka_topic_partition_list_add(native, partition.topic.name, partition.partition)
        entry?.pointee.offset = offset
    }

    /// Calls `body` with librdkafka's list, which lives until `body` returns.
    func withNative<Result>(
        _ body: (UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) -> Result
    ) -> Result {
        withExtendedLifetime(self) { body(native) }
    }

    /// What it holds.
    var entries: [Entry] {
        (0..<Int(native.pointee.cnt)).map { index in
            let element = native.pointee.elems[index]
            let topic = Topic(element.topic.map { String(cString: $0) } ?? "")
            return Entry(
                partition: TopicPartition(topic, element.partition), offset: element.offset, failure: element.err)
        }
    }
}
