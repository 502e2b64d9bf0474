import CRdkafka
import EventLog

/// The owner of one `rd_kafka_t`.
///
/// `handle` may be used from any thread until `destroy`, which blocks and must be the last use: of its queues, topics
/// and messages too. Afterwards librdkafka calls back no more.
final class Client: @unchecked Sendable {
    /// librdkafka's object. Its functions are safe to call from several threads.
    let handle: OpaquePointer
    /// What the client is for.
    let role: ClientRole
    /// Where its log lines go.
    let log: ClientLog
    private var isDestroyed = false

    /// Makes a client, which begins to connect by itself.
    /// - throws: `EventLogError.failed` for a property that librdkafka does not take.
    init(_ role: ClientRole, _ configuration: KafkaConfiguration, log: ClientLog) throws(EventLogError) {
        let native = try ClientProperties.native(for: role, configuration, log: log)
        // Released once librdkafka calls back no more.
        rd_kafka_conf_set_opaque(native, Unmanaged.passRetained(log).toOpaque())
        rd_kafka_conf_set_log_cb(native) { client, level, facility, line in
            guard let client, let facility, let line, let opaque = rd_kafka_opaque(client) else { return }
            Unmanaged<ClientLog>.fromOpaque(opaque).takeUnretainedValue()
                .note(level: level, facility: String(cString: facility), String(cString: line))
        }
        if role.isProducer {
            rd_kafka_conf_set_dr_msg_cb(native) { _, message, _ in
                if let message { Delivery.report(message) }
            }
        } else {
            rd_kafka_conf_set_events(native, RD_KAFKA_EVENT_REBALANCE | RD_KAFKA_EVENT_FETCH | RD_KAFKA_EVENT_ERROR)
        }
        var reason = [CChar](repeating: 0, count: 512)
        let kind = role.isProducer ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER
        guard let handle = rd_kafka_new(kind, native, &reason, reason.count) else {
            rd_kafka_conf_destroy(native)
            Unmanaged.passUnretained(log).release()
            throw .failed(log.redact("librdkafka can't start: \(reason.text)"))
        }
        self.handle = handle
        self.role = role
        self.log = log
    }

    deinit { precondition(isDestroyed, "a client must be destroyed on its thread") }

    /// Closes connections, ends librdkafka's threads and frees everything. A consumer of a group has left it before.
    func destroy() {
        guard !isDestroyed else { return }
        isDestroyed = true
        rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
        Unmanaged.passUnretained(log).release()
    }

    /// The failure that ended the client for good, or nil while it can go on.
    var fatalFailure: KafkaFailure? {
        var reason = [CChar](repeating: 0, count: 512)
        let code = rd_kafka_fatal_error(handle, &reason, reason.count)
        return code == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : KafkaFailure(code, reason.text)
    }
}

extension [CChar] {
    /// The text up to the terminating NUL.
    var text: String { withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" } }
}

extension Client {
    /// The version of the library found at run time.
    static var librdkafkaVersion: String { String(cString: rd_kafka_version_str()) }
}
