import Contracts
import EventLog
import Foundation
import KafkaLog
import LinkageTesting
import Logging
import Pipeline
import ServiceLifecycle

/// The services on Kafka beside a loop in C with librdkafka alone, on the same broker in the same run: the loop reads
/// what a service read, and writes, byte for byte and in transactions of the same size, what it wrote.
struct KafkaBenchmark {
    let broker: String
    let suppliers: Int
    let seed: UInt64
    /// How often everything is measured, each time on a broker of its own.
    let rounds: Int
    /// How often a log is opened and closed at the end.
    let cycles: Int

    private static let quiet = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
    private static let patience = Duration.seconds(120)
    /// noida-db's fetch never waits: a consumer at the end asks again at once, some thousand times a second, and takes half of
    /// two processors for it. So a service does not ask while it still has records. The loop is faster without: librdkafka 2.0.2
    /// looks only once a second whether there are too few again, and the loop needs a quarter of that for everything.
    private static let asksWhenShort = ["queued.min.messages": "1000"]
    private static let bareTopics = ["intake", "matcher", "echo-in", "echo-out"].map { Topic("bare-\($0)") }

    /// One line of the result.
    struct Line {
        let name: String
        let records: Int
        let service: Duration
        let bare: Duration
        let codecAlone: Duration

        var text: String {
            func rate(_ time: Duration) -> String { "\(Int(Double(records) / (time / .seconds(1))))" }
            func percent(_ time: Duration) -> String { String(format: "%.0f %%", 100 * (bare / time)) }
            return "\(name): \(records) records, \(rate(service))/s, bare loop \(rate(bare))/s, \(percent(service)); "
                + "one processor reads and writes \(rate(codecAlone))/s, \(percent(codecAlone))"
        }
    }

    func run() async throws {
        for round in 1...rounds {
            for encoding in [ContentType.protobuf, .json] {
                try await onBroker { servers in
                    let lines = try await throughput(servers, encoding)
                    for line in lines { show("round \(round): \(line.text)") }
                }
            }
            try await onBroker { servers in
                let bench = LatencyBenchmark(servers: servers, seed: seed, open: { try await open(servers) })
                for line in try await bench.run() { show("round \(round): \(line)") }
            }
            show("round \(round): \(ResidentMemory.bytes >> 20) MB in use")
        }
        try await onBroker { servers in
            try await openAndClose(servers)
        }
    }

    /// Says at once what was measured.
    private func show(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    // MARK: - Throughput

    private func throughput(_ servers: String, _ encoding: ContentType) async throws -> [Line] {
        let log = try await open(servers)
        let sample = try sample(encoding)
        let count = sample.count
        for start in stride(from: 0, to: count, by: 1_000) {
            try await log.publish(Array(sample[start..<min(start + 1_000, count)]))
        }
        await log.close()
        let intake = try await witness(servers, until: count) { log in
            Intake(
                log: log,
                rules: IntakeRules(reference: .builtIn, publicIdSecret: [1], acceptsUnauthenticated: true),
                logger: Self.quiet)
        }
        let bareIntake = try BareLoopRun(
            servers: servers, inputs: Subject.allCases.map { TopicPartition($0.topic) }, output: Self.bareTopics[0],
            name: "intake"
        ).replay(intake.transactions)
        let written = intake.transactions.flatMap(\.outputs)
        var lines = [
            Line(
                name: "intake, \(encoding)", records: count, service: intake.time, bare: bareIntake,
                codecAlone: try CodecAlone.intake(sample, written, encoding))
        ]
        guard encoding == .protobuf else { return lines }
        let facts = written.filter { $0.topic == .market }
        let matcher = try await witness(servers, until: facts.count) { Matcher(log: $0, logger: Self.quiet) }
        let bareMatcher = try BareLoopRun(
            servers: servers, inputs: [TopicPartition(.market)], output: Self.bareTopics[1], name: "matcher"
        ).replay(matcher.transactions)
        lines.append(
            Line(
                name: "matcher", records: facts.count, service: matcher.time, bare: bareMatcher,
                codecAlone: try CodecAlone.matcher(facts, matcher.transactions.flatMap(\.outputs))))
        return lines
    }

    /// The fictional market as others would publish it.
    private func sample(_ encoding: ContentType) throws -> [Message] {
        let market = try SampleMarket(
            SampleMarket.Options(suppliers: suppliers, requirements: suppliers / 2, seed: seed, asOf: "2026-11-24"))
        var messages: [Message] = []
        for subject in [Subject.rates, .profiles, .capabilities, .requirements] {
            try market.forEachObject(of: subject) { json in
                let published = try RecordCodec.decode(subject: subject, contentType: nil, value: json).get()
                messages.append(
                    Message(
                        to: subject.topic, key: Array("\(published.owner)/\(published.id)".utf8),
                        value: encoding == .protobuf ? published.encodeProtobuf() : json,
                        headers: [Header("content-type", encoding.rawValue)]))
            }
        }
        return messages
    }

    /// Runs a service until it has committed so many records.
    private func witness(
        _ servers: String, until count: Int, _ make: (any EventLog) -> any Service
    ) async throws -> WitnessedLog {
        let log = WitnessedLog(try await open(servers, Self.asksWhenShort))
        let group = ServiceGroup(services: [make(log)], logger: Self.quiet)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await Self.wait { log.committedCount >= count }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        await log.close()
        return log
    }

    // MARK: - Opening and closing

    private func openAndClose(_ servers: String) async throws {
        let topic = Self.bareTopics[0]
        for cycle in 1...cycles {
            let log = try await open(servers)
            try await log.publish([Message(to: topic, key: nil, value: [1])])
            let reader = try await log.read(from: [TopicPartition(topic): 0])
            _ = try await reader.next(BatchLimit(records: 1), within: .seconds(10))
            await reader.close()
            await log.close()
            if cycle.isMultiple(of: max(1, cycles / 10)) {
                show("\(cycle) times opened and closed: \(ResidentMemory.bytes >> 20) MB in use")
            }
        }
    }

    // MARK: - The broker

    private func onBroker(_ body: (String) async throws -> Void) async throws {
        let broker = try BrokerProcess(broker)
        defer { broker.stop() }
        let admin = try await KafkaAdmin(KafkaConfiguration(bootstrapServers: broker.servers), logger: Self.quiet)
        let topics = TopicRegistry.all.map { Topic($0.name) } + Self.bareTopics
        try await admin.create(topics.map { TopicSpecification($0, partitions: 1) })
        await admin.close()
        try await body(broker.servers)
    }

    private func open(_ servers: String, _ properties: [String: String] = [:]) async throws -> KafkaLog {
        var configuration = KafkaConfiguration(bootstrapServers: servers)
        for (name, value) in properties { try configuration.set(name, to: value) }
        return try await KafkaLog(configuration, logger: Self.quiet)
    }

    struct TooSlow: Error {}

    /// Waits until a condition holds.
    static func wait(until condition: () -> Bool) async throws {
        let deadline = ContinuousClock.now + patience
        while !condition() {
            guard ContinuousClock.now < deadline else { throw TooSlow() }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
