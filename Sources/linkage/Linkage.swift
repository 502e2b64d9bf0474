import ArgumentParser
import Foundation

#if os(Linux)
import CMalloc
#endif

/// The command line. One subcommand a file, under `Commands`.
@main
struct Linkage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkage",
        abstract: "Connects FDI manufacturers in Bac Ninh with domestic suppliers.",
        discussion: """
            Start with `linkage up --sample` and open the page it prints.
            Exit codes: 0 done, 1 refused input, 2 wrong usage, 69 the log is unreachable.
            """,
        subcommands: [
            Up.self, Publish.self, Subscribe.self, Matches.self, Explain.self, Metrics.self, Gaps.self, Products.self,
            RatioCommand.self,
            ImportCommand.self, ExportCommand.self, ReferenceCommand.self, DeadLetters.self, ReplayCommand.self,
            Sample.self, TokenCommand.self,
            TopicsCommand.self, Simulate.self, IntakeCommand.self, MatcherCommand.self, NotifierCommand.self,
            PortalCommand.self,
        ])

    static func main() async {
        limitMemoryPools()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            standardError(fullMessage(for: error))
            Foundation.exit(ExitCode.wrongUsage.rawValue)
        }
    }

    /// As many pools of memory as there are processors. glibc makes eight times as many, each of which keeps what its
    /// threads have freed: `linkage up` then takes twice the memory for nothing.
    private static func limitMemoryPools() {
        #if os(Linux)
        mallopt(M_ARENA_MAX, Int32(clamping: ProcessInfo.processInfo.activeProcessorCount))
        #endif
    }
}
