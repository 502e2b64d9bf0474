public import EventLog
public import Logging
public import ServiceLifecycle

/// Tells suppliers of opportunities: reads `linkage-market`, writes only `supplier-opportunities`.
public struct Notifier: Service {
    private let service: MarketFoldService<OpportunityFold>

    /// A notifier of a log.
    public init(log: any EventLog, clock: PlatformClock = .system, logger: Logger) {
        service = MarketFoldService(log: log, group: "notifier", clock: clock, logger: logger)
    }

    public func run() async throws { try await service.run() }
}
