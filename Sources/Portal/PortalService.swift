internal import Hummingbird
public import Logging
public import ServiceLifecycle

/// The portal as one of the services of a process.
public struct PortalService: Service {
    private let portal: Portal
    private let logger: Logger

    /// A service that serves a portal until it is told to shut down.
    public init(_ portal: Portal, logger: Logger) {
        self.portal = portal
        self.logger = logger
    }

    /// Listens, and answers until graceful shutdown.
    /// - throws: Where the address can't be listened on.
    public func run() async throws { try await buildApplication(portal, logger: logger).run() }
}
