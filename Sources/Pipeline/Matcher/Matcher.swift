public import EventLog
public import Logging
public import ServiceLifecycle

/// Proposes who could supply what: reads `linkage-market`, writes only `linkage-matches` and
/// `linkage-gaps`.
public struct Matcher: Service {
    /// The group whose members share the market's partitions.
    static let group = "matcher"

    private let service: MarketFoldService<MatcherFold>

    /// A matcher of a log. Several share the market's partitions.
    public init(log: any EventLog, clock: PlatformClock = .system, logger: Logger) {
        service = MarketFoldService(log: log, group: Self.group, clock: clock, logger: logger)
    }

    public func run() async throws { try await service.run() }
}
