import EventLog
import Foundation
import KafkaLog
import LinkageTesting
import Testing

@Suite("The configuration is what the log's promises need, and what the operator says")
struct ConfigurationTests {
    private let nowhere = KafkaConfiguration(bootstrapServers: "127.0.0.1:1", timeout: .seconds(20))

    @Test func producersAreIdempotentAndWaitForAllReplicas() async throws {
        let log = try await KafkaLog(nowhere, logger: quiet)
        for role in [ClientRole.publisher, .writer(name: "matcher-3")] {
            let properties = try await log.effectiveProperties(of: role)
            #expect(properties["enable.idempotence"] == "true")
            #expect(properties["acks"] == "-1", "librdkafka's number for all")
            #expect(properties["partitioner"] == "murmur2_random")
            #expect(properties["message.max.bytes"] == "1048588")
            #expect(properties["message.timeout.ms"] == "20000")
            #expect(properties["bootstrap.servers"] == nil || properties["bootstrap.servers"] == "127.0.0.1:1")
        }
        #expect(try await log.effectiveProperties(of: .writer(name: "matcher-3"))["transactional.id"] == "matcher-3")
        await log.close()
    }

    @Test func consumersReadWhatIsCommittedFromTheFirstRecordAndCommitNothingThemselves() async throws {
        let log = try await KafkaLog(nowhere, logger: quiet)
        for role in [ClientRole.cluster, .reader, .member(group: "matcher")] {
            let properties = try await log.effectiveProperties(of: role)
            #expect(properties["isolation.level"] == "read_committed")
            #expect(properties["auto.offset.reset"] == "smallest", "librdkafka's name for earliest")
            #expect(properties["allow.auto.create.topics"] == "false")
            #expect(properties["enable.auto.commit"] == "false")
            #expect(properties["enable.auto.offset.store"] == "false")
            #expect(properties["partition.assignment.strategy"] == "range,roundrobin")
            #expect(properties["receive.message.max.bytes"] == "2000000000")
        }
        #expect(try await log.effectiveProperties(of: .member(group: "matcher"))["group.id"] == "matcher")
        await log.close()
    }

    @Test func propertiesThatThePromisesDependOnAreRefused() throws {
        var configuration = nowhere
        for name in ["acks", "isolation.level", "enable.auto.commit", "transactional.id", "group.id"] {
            #expect(throws: EventLogError.self) { try configuration.set(name, to: "1") }
        }
    }

    @Test func aPropertyThatLibrdkafkaDoesNotTakeIsNamedWhenTheLogIsOpened() async throws {
        for (name, value) in [("no.such.property", "1"), ("socket.timeout.ms", "soon")] {
            var configuration = nowhere
            try configuration.set(name, to: value)
            let error = await errorOf { _ = try await KafkaLog(configuration, logger: quiet) }
            #expect(error?.description.contains(name) == true, "\(String(describing: error))")
        }
    }

    @Test func aFileAndTheEnvironmentSetProperties() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).properties").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = "# of the operator\n\n bootstrap.servers = kafka:9093\r\nfetch.min.bytes=5\nlinger.ms=7\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        var configuration = nowhere
        try configuration.read(propertiesFile: path)
        try configuration.read(environment: [
            "LINKAGE_KAFKA_LINGER_MS": "9", "LINKAGE_KAFKA_CLIENT_ID": "office", "LINKAGE_KAFKA_DEBUG": "",
            "PATH": "/bin",
        ])
        #expect(configuration.bootstrapServers == "kafka:9093")
        #expect(configuration.clientId == "office")
        let log = try await KafkaLog(configuration, logger: quiet)
        let properties = try await log.effectiveProperties(of: .publisher)
        #expect(properties["queue.buffering.max.ms"] == "9" && properties["client.id"] == "office")
        #expect(try await log.effectiveProperties(of: .reader)["fetch.min.bytes"] == "5")
        await log.close()
    }

    @Test func aFileWithAFaultNamesTheLineButDoesNotShowIt() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).properties").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "client.id=a\nsasl.password hunter2\n".write(toFile: path, atomically: true, encoding: .utf8)
        var configuration = nowhere
        let error = #expect(throws: EventLogError.self) { try configuration.read(propertiesFile: path) }
        #expect(error?.description.contains("line 2") == true)
        #expect(error?.description.contains("hunter2") == false)
        #expect(throws: EventLogError.self) { try configuration.read(propertiesFile: path + ".none") }
    }

    @Test func aSecretIsSeenNowhere() async throws {
        let secret = "hunter2-never-shown"
        var configuration = KafkaConfiguration(bootstrapServers: "127.0.0.1:1", timeout: .seconds(1))
        try configuration.set("security.protocol", to: "sasl_plaintext")
        try configuration.set("sasl.mechanisms", to: "SCRAM-SHA-256")
        try configuration.set("sasl.username", to: "linkage")
        try configuration.set("sasl.password", to: secret)
        try configuration.set("debug", to: "all")
        #expect(configuration.description.contains("sasl.password=<hidden>"))
        #expect(!"\(configuration)".contains(secret))
        #expect(!String(reflecting: configuration).contains(secret))
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!dumped.contains(secret))

        let lines = LogLines()
        let log = try await KafkaLog(configuration, logger: lines.logger)
        let error = await errorOf { _ = try await log.partitionCount(of: input) }
        #expect(isUnreachable(error) && error?.description.contains(secret) == false)
        #expect(try await log.effectiveProperties(of: .publisher)["sasl.password"] == "<hidden>")
        await log.close()
        #expect(lines.all.count > 10)
        #expect(!lines.all.contains { $0.contains(secret) })
    }

    @Test func anErrorAboutASecretDoesNotShowIt() async throws {
        var configuration = nowhere
        try configuration.set("ssl.key.pem", to: "not-a-key-but-secret")
        let error = await errorOf { _ = try await KafkaLog(configuration, logger: quiet) }
        #expect(error?.description.contains("not-a-key-but-secret") != true)
    }
}
