public import EventLog

/// How to reach a Kafka cluster, and what else librdkafka is to know.
///
/// Besides the brokers' addresses, any of librdkafka's properties can be set, such as those of TLS and SASL:
///
/// ```swift
/// var configuration = KafkaConfiguration(bootstrapServers: "kafka-1:9093,kafka-2:9093")
/// try configuration.read(propertiesFile: "/etc/linkage/kafka.properties")   // security.protocol=sasl_ssl …
/// try configuration.read(environment: ProcessInfo.processInfo.environment)  // LINKAGE_KAFKA_SASL_PASSWORD=…
/// ```
///
/// Secrets (`sasl.password` and the like) appear in no description, log line or error.
///
/// Source: librdkafka's CONFIGURATION.md.
public struct KafkaConfiguration: Sendable, CustomStringConvertible, CustomReflectable {
    /// `bootstrap.servers`: one or more `host:port`, with commas between.
    public var bootstrapServers: String

    /// `client.id`: how brokers name this program in their logs.
    public var clientId: String

    /// How long a call waits for the cluster before it throws `EventLogError.unreachable`. A publish that had to wait
    /// for room in the producer's queue may take twice as long.
    public var timeout: Duration

    private(set) var properties: [String: String] = [:]

    /// A configuration for a cluster.
    public init(bootstrapServers: String, clientId: String = "linkage", timeout: Duration = .seconds(30)) {
        self.bootstrapServers = bootstrapServers
        self.clientId = clientId
        self.timeout = timeout
    }

    /// Sets a property of librdkafka's.
    /// - throws: `EventLogError.failed` for a property that the log depends on and sets itself, such as `acks`.
    ///   Whether librdkafka knows the property, and takes the value, is seen when the log is opened.
    public mutating func set(_ name: String, to value: String) throws(EventLogError) {
        switch name {
        case "bootstrap.servers", "metadata.broker.list": bootstrapServers = value
        case "client.id": clientId = value
        case _ where ClientProperties.fixed.contains(name):
            throw .failed("the Kafka property \(name) can't be changed: the log's promises depend on it")
        default: properties[name] = value
        }
    }

    public var description: String {
        let others = properties.keys.sorted().map { name in
            "\(name)=\(ClientProperties.isSecret(name) ? ClientProperties.hidden : properties[name] ?? "")"
        }
        return (["bootstrap.servers=\(bootstrapServers)", "client.id=\(clientId)"] + others).joined(separator: " ")
    }

    /// A dump shows what the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["configuration": description]) }

    /// The values that must never be seen.
    var secrets: [String] { properties.filter { ClientProperties.isSecret($0.key) && !$0.value.isEmpty }.map(\.value) }
}
