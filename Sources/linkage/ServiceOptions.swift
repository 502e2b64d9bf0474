import ArgumentParser
import Contracts
import EventLog
import Foundation
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
    @Option(help: "The address to listen on. Another than this machine's own needs --behind-proxy.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(help: "A name under which the portal is called from outside, such as linkage.example; may be given again.")
    var publicName: [String] = []

    @Flag(help: "A proxy in front of the portal ends TLS: cookies are then sent by TLS only, links begin with https.")
    var behindProxy = false

    @Option(help: "Also take the access tokens of this issuer (claim iss); needs --token-keys.")
    var tokenIssuer: String?

    @Option(help: "A file with that issuer's keys, a JSON Web Key Set. It is read again when it changes.")
    var tokenKeys: String?

    @Option(help: "What the claim aud of that issuer's tokens must name.")
    var tokenAudience = "linkage"

    func validate() throws {
        guard behindProxy || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError(
                "--host \(host) is not an address of this machine only: put a proxy that ends TLS in front of the portal "
                    + "and say --behind-proxy, or sign-in links travel in the clear.")
        }
        guard (tokenIssuer == nil) == (tokenKeys == nil) else {
            throw ValidationError("--token-issuer and --token-keys go together.")
        }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    /// The recorder, the herald and the portal over the cache in the data directory.
    /// - parameter tellsLinks: Whether sign-in links are told, which a log of a service should not hold.
    func services(log: any EventLog, options: LogOptions, tellsLinks: Bool) async throws -> [any Service] {
        try options.data.make()
        let cache = try HistoryCache(path: options.data.cachePath, mayErase: true)
        var signIn = try await options.data.signIn(outside: outsideIssuer())
        signIn.isSecure = behindProxy
        var portal = Portal(
            log: log, cache: cache, signIn: signIn, reference: try options.data.referenceLists())
        portal.host = host
        portal.port = port
        portal.allowedHosts = Set(publicName.map { $0.lowercased() })
        portal.onListening = { [host, publicName, log, cache, signIn] port in
            let name = host.contains(":") ? "[\(host)]" : host
            let address = publicName.first.map { "https://\($0)" } ?? "http://\(name):\(port)"
            standardError("Linkage is at \(address)/ (stop with Ctrl-C)")
            guard tellsLinks else { return }
            await SignInLinks(signIn: signIn, log: log, cache: cache, address: address).tell()
        }
        return [
            Recorder(log: log, cache: cache, logger: .services),
            Herald(log: log, news: cache.news, logger: .services), PortalService(portal, logger: .services),
        ]
    }

    private func outsideIssuer() -> TokenAuthority.OutsideIssuer? {
        guard let tokenIssuer, let tokenKeys else { return nil }
        return TokenAuthority.OutsideIssuer(
            name: tokenIssuer, audience: tokenAudience, keyFile: tokenKeys, logger: .services)
    }
}

extension LogOptions {
    /// Runs services on the log until a signal ends them.
    func serve(_ services: (any EventLog) async throws -> [any Service]) async throws {
        try await reporting {
            try await withLog(logger: .services) { log in
                if bootstrapServers != nil { try await TopicCheck.require(log) }
                do {
                    try await ServiceGroup(
                        services: try await [MemoryTrimming()] + services(log),
                        gracefulShutdownSignals: [.sigterm, .sigint],
                        logger: .services
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
