internal import Contracts
public import EventLog
public import History
public import Logging
public import ServiceLifecycle
internal import SwiftProtobuf

/// Tells those who watch, in its process, what suppliers are told as soon as the log has it. The cache of a busy platform
/// comes to it later: it records what is told to all, and they watch what is told to some.
public struct Herald: Service {
    private let log: any EventLog
    private let news: OpportunityNews
    private let endurance: Endurance

    /// A herald of a log to those who watch.
    public init(log: any EventLog, news: OpportunityNews, clock: PlatformClock = .system, logger: Logger) {
        self.log = log
        self.news = news
        endurance = Endurance(service: "herald", clock: clock, logger: logger)
    }

    public func run() async throws {
        do {
            let reader = try await endurance.keepTrying("opening") {
                try await log.read(from: log.ends(of: [.opportunities]))
            }
            // What was recorded meanwhile may be told again.
            news.setHeralded(true)
            defer { news.setHeralded(false) }
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let records = try await endurance.keepTrying("reading") {
                    try await reader.next(PipelineLimits.batch, within: PipelineLimits.idle)
                }
                news.herald(records.compactMap(watched))
            }
            await reader.close()
        } catch is CancellationError {}
    }

    /// What a record tells a supplier that is watched; nil for any other.
    private func watched(_ record: Record) -> WireOpportunity? {
        guard let key = record.key, news.watcherCount(of: String(decoding: key, as: UTF8.self)) > 0,
            let value = record.value
        else { return nil }
        return try? WireOpportunity(jsonString: String(decoding: value, as: UTF8.self))
    }
}
