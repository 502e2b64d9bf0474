public import EventLog
public import Logging
public import ServiceLifecycle

/// Tells suppliers of opportunities: reads `linkage-market`, writes only `supplier-opportunities`.
public struct Notifier: Service {
    private let service: MarketFoldService<OpportunityFold>

    /// A notifier of a log.
    public init(log: any EventLog, logger: Logger) {
        service = MarketFoldService(log: log, group: "notifier", logger: logger)
    }

    public func run() async throws { try await service.run() }
}
