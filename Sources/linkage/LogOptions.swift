import ArgumentParser
import Contracts
import EmbeddedLog
import EventLog
import Foundation
import KafkaLog
import Logging
import Pipeline

/// Which log a command works on: the one in the data directory, or a Kafka cluster.
struct LogOptions: ParsableArguments {
    @Option(help: "A Kafka cluster, HOST:PORT and more after commas; else the log in the data directory.")
    var bootstrapServers: String?

    @Option(
        help:
            "A file of librdkafka properties, name=value a line: TLS, SASL. $LINKAGE_KAFKA_SASL_PASSWORD and the like set them too."
    )
    var kafkaProperties: String?

    @Option(help: "How long a command waits for the cluster, in seconds.")
    var kafkaTimeout = 30

    @OptionGroup var data: DataDirectory

    func validate() throws {
        guard bootstrapServers != nil || kafkaProperties == nil else {
            throw ValidationError("--kafka-properties needs --bootstrap-servers.")
        }
        guard (1...3_600).contains(kafkaTimeout) else {
            throw ValidationError("--kafka-timeout is a number of seconds from 1 to 3600.")
        }
    }

    /// Opens the log for the time of a body. The embedded log is made where it is missing.
    func withLog<Value>(
        logger: Logger = .quiet, _ body: (any EventLog) async throws -> Value
    ) async throws -> Value {
        let log = try await open(logger)
        do {
            let value = try await body(log)
            await log.close()
            return value
        } catch {
            await log.close()
            throw error
        }
    }

    private func open(_ logger: Logger) async throws -> any EventLog {
        if let configuration = try kafkaConfiguration() { return try await KafkaLog(configuration, logger: logger) }
        try data.make()
        return try await EmbeddedLog(directory: data.path, topics: Topic.allOfLinkage)
    }

    /// How to reach the cluster; nil for the embedded log.
    func kafkaConfiguration() throws -> KafkaConfiguration? {
        guard let bootstrapServers else { return nil }
        var configuration = KafkaConfiguration(
            bootstrapServers: bootstrapServers, timeout: .seconds(kafkaTimeout))
        if let kafkaProperties { try configuration.read(propertiesFile: kafkaProperties) }
        try configuration.read(environment: ProcessInfo.processInfo.environment)
        return configuration
    }

    /// Whether everyone who can reach the log is on this machine.
    var isLocal: Bool {
        guard let bootstrapServers else { return true }
        return bootstrapServers.split(separator: ",").allSatisfy { server in
            let host = server.split(separator: ":").dropLast().joined(separator: ":")
            return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        }
    }
}

extension Logger {
    /// For commands that tell everything themselves.
    static let quiet = Logger(label: "linkage") { _ in SwiftLogNoOpLogHandler() }

    /// For services: to standard error.
    static let services = Logger(label: "linkage") { StreamLogHandler.standardError(label: $0) }
}
