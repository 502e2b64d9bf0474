import ArgumentParser
import EventLog
import KafkaLog

/// `linkage topics apply`: the topics of a cluster as the contract has them.
struct TopicsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "The topics of a Kafka cluster.", subcommands: [Apply.self])

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Creates what is missing and mends what differs; says what it can't mend.",
            discussion: """
                Kafka adds partitions and never takes them away, and a key's records must stay in one: choose
                --market-partitions before the first record, once.
                """)

        @Flag(help: "Only say what differs; exit code 1 if anything does.")
        var dryRun = false

        @Option(help: "Partitions of linkage-market and linkage-matches: as many matchers can share the work.")
        var marketPartitions: Int32 = 6

        @Option(help: "Copies of each record; -1 for the broker's default.")
        var replicationFactor: Int32 = -1

        @OptionGroup var log: LogOptions

        func validate() throws {
            guard log.bootstrapServers != nil else {
                throw ValidationError(
                    "Name the cluster: --bootstrap-servers HOST:PORT. The embedded log makes its own topics.")
            }
            guard (1...1_000).contains(marketPartitions) else {
                throw ValidationError("--market-partitions is a number from 1 to 1000.")
            }
        }

        func run() async throws {
            try await reporting {
                guard let configuration = try log.kafkaConfiguration() else { return }
                let admin = try await KafkaAdmin(configuration, logger: .quiet)
                do {
                    try await apply(admin)
                } catch {
                    await admin.close()
                    throw error
                }
                await admin.close()
            }
        }

        private func apply(_ admin: KafkaAdmin) async throws {
            let wanted = TopicCheck(marketPartitions: marketPartitions, replicationFactor: replicationFactor)
            let drift = try await admin.drift(from: wanted.specifications)
            for topic in drift { print(topic) }
            if drift.isEmpty { return print("\(wanted.specifications.count) topics are as they are to be") }
            if dryRun { throw ExitCode.refused }
            try await admin.apply(drift)
            let left = try await admin.drift(from: wanted.specifications)
            guard left.isEmpty else {
                throw Failure("what can't be mended: \(left.map(\.description).joined(separator: "; "))")
            }
            print("\(drift.count) topics created or mended")
        }
    }
}
