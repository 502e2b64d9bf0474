import ArgumentParser
import EventLog
import Pipeline
import ServiceLifecycle

/// `linkage up`: everything in one process.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs intake, matcher, notifier, recorder and portal in one process.",
        discussion: """
            Without --bootstrap-servers the log is a file in the data directory: durable, restart-safe, enough for one
            office. Other commands on the same machine may use it meanwhile. Stop with Ctrl-C; what was acknowledged is
            kept, however it ends.
            """)

    @Flag(help: "Publish a small fictional market, if there is none yet.")
    var sample = false

    @OptionGroup var portal: PortalOptions
    @OptionGroup var rules: IntakeOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        try await reporting {
            try await log.data.whileLocked {
                if sample { try await log.withLog { try await SamplePublication(to: $0).publishIfEmpty() } }
                try await log.serve { log in
                    [
                        Intake(log: log, rules: try rules.rules(self.log), logger: .services),
                        Matcher(log: log, logger: .services), Notifier(log: log, logger: .services),
                    ] + (try await portal.services(log: log, options: self.log, tellsLinks: true))
                }
            }
        }
    }
}
