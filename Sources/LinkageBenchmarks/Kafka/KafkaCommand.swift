import ArgumentParser

/// `LinkageBenchmarks kafka`.
struct KafkaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kafka", abstract: "Intake and matcher on Kafka beside a loop in C with librdkafka alone.")

    @Option(
        help: """
            The broker to start: noida-db's binary itself, which deploy/test puts into \
            .build/test-venv/lib/python3.*/site-packages/noida_db; pip's wrapper in bin would leave it running.
            """)
    var broker: String

    @Option(help: "How many suppliers the fictional market has; half as many requirements.")
    var suppliers = 12_000

    @Option(help: "What the market is drawn from.")
    var seed: UInt64 = 1

    @Option(help: "How often everything is measured.")
    var rounds = 1

    @Option(help: "How often a log is opened and closed at the end.")
    var cycles = 1_000

    func run() async throws {
        try await KafkaBenchmark(
            broker: broker, suppliers: suppliers, seed: seed, rounds: rounds, cycles: cycles
        ).run()
    }
}
