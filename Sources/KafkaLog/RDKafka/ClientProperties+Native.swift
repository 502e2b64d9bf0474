import CRdkafka
import EventLog

extension ClientProperties {
    /// librdkafka's object for the properties of a client; the caller owns it.
    /// - throws: `EventLogError.failed` for a property that librdkafka does not know, or whose value it does not take.
    static func native(
        for role: ClientRole, _ configuration: KafkaConfiguration, log: ClientLog
    ) throws(EventLogError) -> OpaquePointer {
        guard let native = rd_kafka_conf_new() else { throw .failed("librdkafka has no memory") }
        var reason = [CChar](repeating: 0, count: 512)
        for (name, value) in all(of: role, configuration).sorted(by: { $0.key < $1.key }) {
            let result = rd_kafka_conf_set(native, name, value, &reason, reason.count)
            guard result == RD_KAFKA_CONF_OK else {
                rd_kafka_conf_destroy(native)
                throw .failed(log.redact("the Kafka property \(name) was refused: \(reason.text)"))
            }
        }
        return native
    }
}

extension Client {
    /// The properties that librdkafka works with by now, by name; secrets are hidden.
    var effectiveProperties: [String: String] {
        let native = rd_kafka_conf(handle)
        var properties: [String: String] = [:]
        for name in ClientProperties.fixed { properties[name] = value(of: name, in: native) }
        var count = 0
        guard let dump = rd_kafka_conf_dump(native, &count) else { return properties }
        defer { rd_kafka_conf_dump_free(dump, count) }
        for index in stride(from: 0, to: count - 1, by: 2) {
            guard let name = dump[index].map({ String(cString: $0) }) else { continue }
            let value = dump[index + 1].map { String(cString: $0) }
            properties[name] = ClientProperties.isSecret(name) ? ClientProperties.hidden : value
        }
        return properties
    }

    /// A property by its name; those of topics are not in a dump.
    private func value(of name: String, in native: OpaquePointer?) -> String? {
        var size = 512
        var value = [CChar](repeating: 0, count: size)
        guard rd_kafka_conf_get(native, name, &value, &size) == RD_KAFKA_CONF_OK else { return nil }
        return value.text
    }
}
