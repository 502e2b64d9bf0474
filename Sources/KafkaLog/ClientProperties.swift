/// The properties of librdkafka's that a client is given: the log's own, then the operator's, then those that the
/// log's promises depend on.
///
/// Where librdkafka's defaults differ from the Java client's, the value is said here in so many words. Source:
/// librdkafka's CONFIGURATION.md.
enum ClientProperties {
    /// Set by the log, and refused from an operator.
    static let fixed: Set<String> = [
        "enable.idempotence", "acks", "request.required.acks", "partitioner", "auto.offset.reset", "isolation.level",
        "allow.auto.create.topics", "enable.auto.commit", "auto.commit.enable", "enable.auto.offset.store",
        "partition.assignment.strategy", "group.id", "transactional.id", "message.max.bytes",
        "enable.partition.eof", "message.timeout.ms", "delivery.timeout.ms", "enable.gapless.guarantee",
    ]

    /// Stands for a secret where properties are shown.
    static let hidden = "<hidden>"

    /// Whether a property's value must never be seen.
    static func isSecret(_ name: String) -> Bool {
        ["password", "secret", "ssl.key.pem", "sasl.oauthbearer.config", "sasl.jaas.config", "token"]
            .contains { name.contains($0) }
    }

    /// All properties of a client, by name.
    static func all(of role: ClientRole, _ configuration: KafkaConfiguration) -> [String: String] {
        let milliseconds = configuration.timeout.milliseconds
        var properties = common(timeout: milliseconds)
        if role.isProducer {
            properties["linger.ms"] = "\(KafkaLogLimits.linger.milliseconds)"
        } else {
            properties["receive.message.max.bytes"] = "\(KafkaLogLimits.receiveBytes)"
        }
        switch role {
        case .member:
            properties["session.timeout.ms"] = "\(KafkaLogLimits.session.milliseconds)"
            properties["heartbeat.interval.ms"] = "\(KafkaLogLimits.heartbeat.milliseconds)"
            properties["max.poll.interval.ms"] = "\(KafkaLogLimits.longestWork.milliseconds)"
        case .writer:
            let longest = max(milliseconds, KafkaLogLimits.transaction.milliseconds)
            properties["transaction.timeout.ms"] = "\(longest)"
        case .cluster, .publisher, .reader: break
        }
        properties.merge(configuration.properties) { $1 }
        properties.merge(promised(of: role, timeout: milliseconds)) { $1 }
        properties["bootstrap.servers"] = configuration.bootstrapServers
        properties["client.id"] = configuration.clientId
        return properties
    }

    private static func common(timeout: Int) -> [String: String] {
        [
            "socket.timeout.ms": "\(max(1_000, min(timeout, 60_000)))",
            "socket.connection.setup.timeout.ms": "\(max(1_000, min(timeout, 10_000)))",
            "socket.keepalive.enable": "true",
            "socket.nagle.disable": "true",
            "reconnect.backoff.max.ms": "\(KafkaLogLimits.reconnect.milliseconds)",
            "log.connection.close": "false",
        ]
    }

    private static func promised(of role: ClientRole, timeout: Int) -> [String: String] {
        guard role.isProducer else {
            var properties = [
                "allow.auto.create.topics": "false",
                "auto.offset.reset": "earliest",
                "enable.auto.commit": "false",
                "enable.auto.offset.store": "false",
                "enable.partition.eof": "false",
                "isolation.level": "read_committed",
                "partition.assignment.strategy": "range,roundrobin",
            ]
            switch role {
            case .member(let group): properties["group.id"] = group
            // Never used on a broker, but librdkafka assigns partitions to consumers with a group only.
            case .reader:
                properties["group.id"] = "linkage-reader"
                // Tells of the end, which may lie behind the last record.
                properties["enable.partition.eof"] = "true"
            case .cluster, .publisher, .writer: break
            }
            return properties
        }
        var properties = [
            "acks": "all",
            "enable.idempotence": "true",
            "message.max.bytes": "\(KafkaLogLimits.batchBytes)",
            "message.timeout.ms": "\(timeout)",
            "partitioner": "murmur2_random",
        ]
        if case .writer(let name) = role { properties["transactional.id"] = name }
        return properties
    }
}

extension Duration {
    /// Whole milliseconds, at least 1, as librdkafka's properties want them.
    var milliseconds: Int {
        let limited = min(max(self, .milliseconds(1)), KafkaLogLimits.longestWait)
        return Int(limited / .milliseconds(1))
    }
}
