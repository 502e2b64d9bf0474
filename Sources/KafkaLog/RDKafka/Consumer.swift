import CRdkafka
import EventLog
import Foundation

/// A client that reads. Used on its thread only, but for `wake`.
///
/// Records, rebalances and errors come on one queue, in order, and are taken one by one: `rd_kafka_consume_batch_queue`
/// calls back about a rebalance in the midst of a batch, and waits for a full one.
final class Consumer: @unchecked Sendable {
    /// What was taken off the queue.
    enum Taken {
        /// Records, at least one.
        case records([Record])
        /// The group gives partitions; `assign` must follow.
        case given(PartitionList)
        /// The group takes all partitions back; `assign(nil)` must follow.
        case takenBack
        /// Reading failed.
        case failed(KafkaFailure)
        /// Nothing came in time, or a partition's end was reached.
        case nothing
    }

    /// The owner of librdkafka's object.
    let client: Client
    private let queue: OpaquePointer
    private var names = TopicNames()
    /// Records that were taken for a call that was cancelled.
    private var leftover: [Record] = []
    private var failure: KafkaFailure?
    /// How far each partition was read: the offset after all that was taken or passed over.
    private(set) var positions: [TopicPartition: Int64] = [:]

    init(_ role: ClientRole, _ configuration: KafkaConfiguration, log: ClientLog) throws(EventLogError) {
        let client = try Client(role, configuration, log: log)
        guard rd_kafka_poll_set_consumer(client.handle) == RD_KAFKA_RESP_ERR_NO_ERROR,
            let queue = rd_kafka_queue_get_consumer(client.handle)
        else {
            client.destroy()
            throw .failed("librdkafka made no consumer")
        }
        self.client = client
        self.queue = queue
    }

    /// Leaves the group, if it is in one, and frees everything.
    func destroy() {
        // Rebalances that come meanwhile are answered by librdkafka itself, for there is no rebalance callback.
        rd_kafka_queue_destroy(queue)
        rd_kafka_consumer_close(client.handle)
        client.destroy()
    }

    /// Ends a wait for records, now or the next one. May be called from any thread before `destroy`.
    func wake() { rd_kafka_queue_yield(queue) }

    // MARK: Partitions

    /// Joins the group for topics.
    func subscribe(_ topics: [Topic]) throws(KafkaFailure) {
        try KafkaFailure.check(PartitionList(topics: topics).withNative { rd_kafka_subscribe(client.handle, $0) })
    }

    /// Leaves the group; its partitions, if it has any, are taken back first.
    func unsubscribe() throws(KafkaFailure) { try KafkaFailure.check(rd_kafka_unsubscribe(client.handle)) }

    /// Begins to read partitions at their offsets, and no others; nil reads none.
    func assign(_ partitions: PartitionList?) throws(KafkaFailure) {
        leftover = []
        positions = [:]
        for entry in partitions?.entries ?? [] { positions[entry.partition] = entry.offset }
        let code = partitions?.withNative { rd_kafka_assign(client.handle, $0) } ?? rd_kafka_assign(client.handle, nil)
        try KafkaFailure.check(code)
    }

    /// Whether the group has given the partitions to others without waiting.
    var hasLostAssignment: Bool { rd_kafka_assignment_lost(client.handle) != 0 }

    /// Where the group goes on in partitions: what it has committed, else the first offset there is.
    func starts(of partitions: PartitionList, by deadline: Deadline) throws(KafkaFailure) -> [TopicPartition: Int64] {
        try KafkaFailure.check(
            partitions.withNative { rd_kafka_committed(client.handle, $0, deadline.milliseconds) })
        var starts: [TopicPartition: Int64] = [:]
        for entry in partitions.entries {
            try KafkaFailure.check(entry.failure)
            starts[entry.partition] =
                entry.offset >= 0 ? entry.offset : try first(of: entry.partition, by: deadline)
        }
        return starts
    }

    private func first(of partition: TopicPartition, by deadline: Deadline) throws(KafkaFailure) -> Int64 {
        try client.offsets(of: partition, by: deadline).lowerBound
    }

    // MARK: Records

    /// Waits until something comes, the time is over, or nobody wants it any more; takes what there is of it.
    func take(_ limit: BatchLimit, until deadline: Deadline, while isWanted: () -> Bool) -> Taken {
        var batch = RecordBatch(limit)
        batch.fill(from: &leftover)
        if batch.records.isEmpty, let failure = takeFailure() { return .failed(failure) }
        while !batch.isFull, failure == nil, isWanted() {
            let wait = batch.records.isEmpty ? deadline.milliseconds : 0
            guard let event = rd_kafka_queue_poll(queue, wait) else {
                // Nothing came, or somebody woke this thread.
                if !batch.records.isEmpty || deadline.isOver { break }
                continue
            }
            defer { rd_kafka_event_destroy(event) }
            if let end = end(event) {
                // Nobody is told of an end without anything to pass over.
                guard note(end), batch.records.isEmpty else { continue }
                return .nothing
            }
            if let rebalance = add(event, to: &batch) { return rebalance }
        }
        if !batch.records.isEmpty {
            for record in batch.records {
                note(Position(record.position.topicPartition, offset: record.position.offset + 1))
            }
            return .records(batch.records)
        }
        return takeFailure().map { .failed($0) } ?? .nothing
    }

    /// Gives records back that nobody waited for any more; they come first next time.
    func giveBack(_ records: [Record]) {
        leftover.insert(contentsOf: records, at: 0)
        for record in records.reversed() { positions[record.position.topicPartition] = record.position.offset }
    }

    /// - returns: Whether the partition was read further than before.
    @discardableResult
    private func note(_ reached: Position) -> Bool {
        guard reached.offset > positions[reached.topicPartition] ?? 0 else { return false }
        positions[reached.topicPartition] = reached.offset
        return true
    }

    /// Where a partition ends, if the event tells that all of it was read.
    private func end(_ event: OpaquePointer) -> Position? {
        guard rd_kafka_event_type(event) == RD_KAFKA_EVENT_ERROR,
            rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__PARTITION_EOF,
            let end = rd_kafka_event_topic_partition(event)
        else { return nil }
        defer { rd_kafka_topic_partition_destroy(end) }
        let topic = Topic(String(cString: end.pointee.topic))
        return Position(TopicPartition(topic, end.pointee.partition), offset: end.pointee.offset)
    }

    private func takeFailure() -> KafkaFailure? {
        defer { failure = nil }
        return failure
    }

    /// - returns: A rebalance. What the batch holds is then dropped, for its partitions are being taken back.
    private func add(_ event: OpaquePointer, to batch: inout RecordBatch) -> Taken? {
        switch rd_kafka_event_type(event) {
        case RD_KAFKA_EVENT_FETCH:
            if let message = rd_kafka_event_message_next(event), let record = record(message.pointee, message) {
                batch.append(record)
            }
        case RD_KAFKA_EVENT_REBALANCE:
            guard rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS,
                let partitions = rd_kafka_event_topic_partition_list(event)
            else { return .takenBack }
            return .given(PartitionList(copying: partitions))
        case RD_KAFKA_EVENT_ERROR:
            note(
                KafkaFailure(
                    rd_kafka_event_error(event), rd_kafka_event_error_string(event).map { String(cString: $0) }))
        default: break
        }
        return nil
    }

    private func record(
        _ message: rd_kafka_message_t, _ pointer: UnsafePointer<rd_kafka_message_t>
    ) -> Record? {
        guard let topic = names.topic(of: message.rkt) else { return nil }
        guard message.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
            var failure = KafkaFailure(message.err, rd_kafka_message_errstr(pointer).map { String(cString: $0) })
            failure.topic = topic
            note(failure)
            return nil
        }
        var kind = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        return Record(
            position: Position(TopicPartition(topic, message.partition), offset: message.offset),
            timestamp: max(0, rd_kafka_message_timestamp(pointer, &kind)),
            key: Self.bytes(message.key, message.key_len), value: Self.bytes(message.payload, message.len),
            headers: Self.headers(pointer))
    }

    private static func bytes(_ start: UnsafeRawPointer?, _ count: Int) -> [UInt8]? {
        start.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) }
    }

    private static func headers(_ message: UnsafePointer<rd_kafka_message_t>) -> [Header] {
        var native: OpaquePointer?
        guard rd_kafka_message_headers(message, &native) == RD_KAFKA_RESP_ERR_NO_ERROR, let native else { return [] }
        return (0..<rd_kafka_header_cnt(native)).map { index in
            var name: UnsafePointer<CChar>?
            var value: UnsafeRawPointer?
            var count = 0
            rd_kafka_header_get_all(native, index, &name, &value, &count)
            return Header(name.map { String(cString: $0) } ?? "", bytes(value, count) ?? [])
        }
    }

    /// Keeps what ends the reading; librdkafka recovers by itself from all else.
    private func note(_ failure: KafkaFailure) {
        switch failure.cause {
        case .unreachable, .storage, .closed:
            client.log.note(level: 6, facility: "CONSUME", failure.text)
        case .unknownTopic, .fenced, .tooLarge: self.failure = failure
        case .other:
            if failure.code == RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED {
                client.log.note(level: 4, facility: "CONSUME", failure.text)
            } else {
                self.failure = client.fatalFailure ?? failure
            }
        }
    }
}

/// The names of the topics that messages come from.
///
/// They are compared byte by byte with the last few, for making a name anew for every message costs more.
private struct TopicNames {
    private var known: [(bytes: [CChar], topic: Topic)] = []

    mutating func topic(of handle: OpaquePointer?) -> Topic? {
        guard let handle, let name = rd_kafka_topic_name(handle) else { return nil }
        for entry in known where strcmp(entry.bytes, name) == 0 { return entry.topic }
        let text = String(cString: name)
        let entry = (bytes: Array(text.utf8CString), topic: Topic(text))
        known.append(entry)
        return entry.topic
    }
}
