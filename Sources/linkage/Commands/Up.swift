import ArgumentParser
import Contracts
import EventLog
import Foundation
import History
import Logging
import Pipeline
import ServiceLifecycle
import UnixSignals

/// `linkage up`: everything in one process.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs intake, matcher, notifier, recorder and portal in one process, on the embedded log.",
        discussion: """
            The log is a file in the data directory: durable, restart-safe, enough for one office. Other commands on the
            same machine may use it meanwhile. Stop with Ctrl-C; what was acknowledged is kept, however it ends.
            """)

    @Option(help: "The address to listen on. Only loopback addresses are allowed until there is sign-in.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Flag(help: "Publish a small fictional market, if there is none yet.")
    var sample = false

    @OptionGroup var data: DataDirectory

    func validate() throws {
        guard ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError(
                "--host \(host) is not a loopback address: until there is sign-in, only this machine may call.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    func run() async throws {
        try await reporting {
            try data.make()
            let lock = try DirectoryLock(data.path)
            defer { lock.release() }
            try await data.withLog { try await serve($0) }
        }
    }

    private func serve(_ log: any EventLog) async throws {
        let logger = Logger(label: "linkage", factory: { _ in StreamLogHandler.standardError(label: "linkage") })
        let cache = try HistoryCache(path: data.cachePath)
        let rules = IntakeRules(
            reference: try data.referenceLists(), publicIdSecret: try data.publicIdSecret(),
            acceptsUnauthenticated: true)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: Intake(log: log, rules: rules, logger: logger)),
                    .init(service: Matcher(log: log, logger: logger)),
                    .init(service: Notifier(log: log, logger: logger)),
                    .init(service: Recorder(log: log, cache: cache, logger: logger)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try cache.close()
    }
}
