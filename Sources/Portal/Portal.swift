public import Contracts
public import EventLog
public import History
public import Pipeline

/// What the portal serves from, and where.
///
/// It reads only its own cache, and writes only by publishing to the log.
///
/// ```swift
/// let portal = Portal(log: log, cache: cache, signIn: signIn, reference: lists)
/// try await PortalService(portal, logger: logger).run()
/// ```
public struct Portal: Sendable {
    /// The log that publications go to.
    public let log: any EventLog
    /// The cache that everything shown is read from; a recorder fills it.
    public let cache: HistoryCache
    /// Tells who asks.
    public let signIn: SignIn
    /// Checks publications at once, as far as can be told from one alone. Intake checks again.
    public let resolver: Resolver
    /// Answers why a capability fits a requirement or does not.
    public let explainer: Explainer
    /// Reads the time of publications.
    public let clock: PlatformClock
    /// The address to listen on.
    public var host = "127.0.0.1"
    /// The port to listen on; 0 takes a free one.
    public var port = 8080
    /// Names under which the portal may be called besides those of this machine, such as `linkage.example`.
    public var allowedHosts: Set<String> = []
    /// How long a request waits for the cache to come to a position.
    public var patience = Patience()
    /// After which silence a stream of events sends a comment, so that a connection that is gone is noticed.
    public var heartbeat = Duration.seconds(15)
    /// Told the port once the portal listens.
    public var onListening: @Sendable (Int) async -> Void = { _ in }

    /// A portal over a log and a cache.
    /// - parameter reference: The code lists that publications are checked with, those that intake has.
    public init(
        log: any EventLog, cache: HistoryCache, signIn: SignIn, reference: ReferenceLists = .builtIn,
        clock: PlatformClock = .system
    ) {
        self.log = log
        self.cache = cache
        self.signIn = signIn
        self.resolver = Resolver(reference: reference, publicIdSecret: [])
        self.explainer = Explainer(cache: cache)
        self.clock = clock
    }

    /// Publishes as the portal: `ce_source` is the path of the API.
    var publisher: Publisher { Publisher(log: log, source: PortalLimits.apiPath, clock: clock) }
}
