import ArgumentParser
import Pipeline
import ServiceLifecycle

/// `linkage intake`: the border, alone. Others of its group stand by.
struct IntakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "Runs intake alone; a second one stands by.")

    @OptionGroup var rules: IntakeOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        try await log.serve { log in [Intake(log: log, rules: try rules.rules(self.log), logger: .services)] }
    }
}

/// `linkage matcher`: one of the matchers that share the market's partitions.
struct MatcherCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matcher", abstract: "Runs a matcher alone; several share the market's partitions.")

    @OptionGroup var log: LogOptions

    func run() async throws { try await log.serve { [Matcher(log: $0, logger: .services)] } }
}

/// `linkage notifier`: tells suppliers of opportunities.
struct NotifierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notifier", abstract: "Runs the notifier alone; several share the market's partitions.")

    @OptionGroup var log: LogOptions

    func run() async throws { try await log.serve { [Notifier(log: $0, logger: .services)] } }
}

/// `linkage portal`: API and pages over a cache of its own.
struct PortalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Runs a portal with its recorder; each has its own cache in its data directory.")

    @OptionGroup var portal: PortalOptions
    @OptionGroup var log: LogOptions

    func run() async throws {
        try await reporting {
            try await log.data.whileLocked {
                try await log.serve { try await portal.services(log: $0, options: log, tellsLinks: false) }
            }
        }
    }
}
