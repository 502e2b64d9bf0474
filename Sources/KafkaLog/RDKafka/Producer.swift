import CRdkafka
import EventLog

/// A client that sends messages, with its topics and the deliveries under way. Used on one thread, but for `wake`.
final class Producer: @unchecked Sendable {
    /// The owner of librdkafka's object.
    let client: Client
    /// The queue that delivery reports come in on.
    private let reports: OpaquePointer
    private var topics: [Topic: OpaquePointer] = [:]
    private var deliveries: [ObjectIdentifier: Delivery] = [:]

    init(_ role: ClientRole, _ configuration: KafkaConfiguration, log: ClientLog) throws(EventLogError) {
        let client = try Client(role, configuration, log: log)
        guard let reports = rd_kafka_queue_get_main(client.handle) else {
            client.destroy()
            throw .failed("librdkafka has no memory")
        }
        self.client = client
        self.reports = reports
    }

    /// Drops what was not sent, and frees everything: topics and the queue, then the client, then the deliveries,
    /// whose addresses librdkafka knows until then.
    func destroy() {
        for topic in topics.values { rd_kafka_topic_destroy(topic) }
        topics = [:]
        rd_kafka_queue_destroy(reports)
        client.destroy()
        deliveries = [:]
    }

    /// Ends a wait for delivery reports, now or the next one. May be called from any thread before `destroy`.
    func wake() { rd_kafka_queue_yield(reports) }

    /// Waits for delivery reports, and takes them; returns also when woken.
    func poll(milliseconds: Int32) { rd_kafka_poll(client.handle, milliseconds) }

    /// Hands messages to librdkafka, waiting while its queue is full; those after a refused one are refused too.
    func send(_ messages: [Message], by deadline: Deadline) -> Delivery {
        let delivery = Delivery(of: messages)
        deliveries[ObjectIdentifier(delivery)] = delivery
        var refusal = RD_KAFKA_RESP_ERR_NO_ERROR
        for (index, message) in messages.enumerated() {
            if refusal == RD_KAFKA_RESP_ERR_NO_ERROR {
                refusal = send(message, as: delivery.opaque(of: index), by: deadline)
            }
            if refusal == RD_KAFKA_RESP_ERR_NO_ERROR {
                delivery.noteSent()
            } else {
                delivery.noteRefused(index, refusal)
            }
        }
        return delivery
    }

    /// Forgets a delivery that is complete.
    func finish(_ delivery: Delivery) {
        precondition(delivery.outstanding == 0)
        deliveries[ObjectIdentifier(delivery)] = nil
    }

    /// Forgets every delivery that is complete.
    func finishAll() { deliveries = deliveries.filter { $0.value.outstanding > 0 } }

    private func send(
        _ message: Message, as opaque: UnsafeMutableRawPointer?, by deadline: Deadline
    ) -> rd_kafka_resp_err_t {
        guard let topic = handle(of: message.topic) else { return RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC }
        while true {
            let result = produce(message, to: topic, as: opaque)
            guard result == RD_KAFKA_RESP_ERR__QUEUE_FULL else { return result }
            if deadline.isOver { return RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE }
            poll(milliseconds: deadline.milliseconds)
        }
    }

    private func produce(
        _ message: Message, to topic: OpaquePointer, as opaque: UnsafeMutableRawPointer?
    ) -> rd_kafka_resp_err_t {
        let headers = Self.headers(message.headers)
        let result = message.key.withNullableBytes { key, keyLength in
            message.value.withNullableBytes { value, valueLength in
                linkage_rdkafka_produce(
                    client.handle, topic, message.partition ?? RD_KAFKA_PARTITION_UA, key, keyLength, value,
                    valueLength, headers, opaque)
            }
        }
        if let headers, result != RD_KAFKA_RESP_ERR_NO_ERROR { rd_kafka_headers_destroy(headers) }
        return result
    }

    private static func headers(_ headers: [Header]) -> OpaquePointer? {
        guard !headers.isEmpty, let native = rd_kafka_headers_new(headers.count) else { return nil }
        for header in headers {
            var name = header.name
            name.withUTF8 { name in
                header.value.withUnsafeBytes { value in
                    // Without a name of its own length librdkafka would look for a NUL.
                    let start = name.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
                    withUnsafePointer(to: CChar(0)) { empty in
                        _ = rd_kafka_header_add(
                            native, start ?? empty, name.count, value.baseAddress ?? UnsafeRawPointer(empty),
                            value.count)
                    }
                }
            }
        }
        return native
    }

    private func handle(of topic: Topic) -> OpaquePointer? {
        if let known = topics[topic] { return known }
        let handle = rd_kafka_topic_new(client.handle, topic.name, nil)
        topics[topic] = handle
        return handle
    }
}

extension [UInt8]? {
    /// Calls `body` with the bytes' address: null for none, another than null for no bytes.
    fileprivate func withNullableBytes<Result>(_ body: (UnsafeRawPointer?, Int) -> Result) -> Result {
        guard let self else { return body(nil, 0) }
        return self.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress, !bytes.isEmpty { return body(start, bytes.count) }
            return withUnsafeBytes(of: UInt8(0)) { body($0.baseAddress, 0) }
        }
    }
}
