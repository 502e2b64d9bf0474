import ArgumentParser
import Contracts
import EventLog
import History
import Logging
import NIOCore
import Pipeline
import Portal
import ServiceLifecycle
import UnixSignals

/// What intake is told by the operator.
struct IntakeOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: "Accept records from shared topics, which carry no principal (yes where the log is on this machine).")
    var acceptUnauthenticated: Bool?

    /// The rules that follow, with the code lists of the data directory.
    func rules(_ log: LogOptions) throws -> IntakeRules {
        try log.data.make()
        return IntakeRules(
            reference: try log.data.referenceLists(), publicIdSecret: try log.data.publicIdSecret(),
            acceptsUnauthenticated: acceptUnauthenticated ?? log.isLocal)
    }
}

/// Where the portal listens.
struct PortalOptions: ParsableArguments {
    @Option(help: "The address to listen on. Only loopback addresses are allowed until there is sign-in.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    func validate() throws {
        guard ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError(
                "--host \(host) is not a loopback address: until there is sign-in, only this machine may call.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    /// The recorder and the portal over the cache in the data directory.
    func services(log: any EventLog, options: LogOptions) throws -> [any Service] {
        try options.data.make()
        let cache = try HistoryCache(path: options.data.cachePath)
        var portal = Portal(log: log, cache: cache, reference: try options.data.referenceLists())
        portal.host = host
        portal.port = port
        portal.onListening = { [host] port in
            let name = host.contains(":") ? "[\(host)]" : host
            standardError("Linkage is at http://\(name):\(port)/ (stop with Ctrl-C)")
        }
        return [
            Recorder(log: log, cache: cache, logger: .services), PortalService(portal, logger: .services),
        ]
    }
}

extension LogOptions {
    /// Runs services on the log until a signal ends them.
    func serve(_ services: (any EventLog) throws -> [any Service]) async throws {
        try await reporting {
            try await withLog(logger: .services) { log in
                if bootstrapServers != nil { try await TopicCheck.require(log) }
                do {
                    try await ServiceGroup(
                        services: try services(log), gracefulShutdownSignals: [.sigterm, .sigint], logger: .services
                    ).run()
                } catch let error as IOError {
                    throw Failure(
                        "can't listen: \(error.localizedDescription); name another --port", exitCode: .unavailable)
                }
            }
        }
    }
}

extension DataDirectory {
    /// Runs a body while no other process writes the cache of the folder.
    func whileLocked(_ body: () async throws -> Void) async throws {
        try make()
        let lock = try DirectoryLock(path)
        defer { lock.release() }
        try await body()
    }
}
