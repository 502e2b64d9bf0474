internal import Contracts
internal import EventLog
internal import History
internal import Logging
internal import Pipeline
internal import ServiceLifecycle

/// The real services, as a simulation starts them.
enum Services {
    static let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }

    static let rules = IntakeRules(reference: .builtIn, publicIdSecret: [1], acceptsUnauthenticated: true)

    static func make(_ role: Role, on log: any EventLog, _ clock: PlatformClock, _ cache: HistoryCache) -> any Service {
        switch role {
        case .intake: Intake(log: log, rules: rules, clock: clock, logger: logger)
        case .matcher: Matcher(log: log, clock: clock, logger: logger)
        case .notifier: Notifier(log: log, clock: clock, logger: logger)
        case .recorder: Recorder(log: log, cache: cache, clock: clock, logger: logger)
        }
    }

    /// The partitions of every topic, with so many of the market.
    static func topics(marketPartitions: Int32) -> [Topic: Int32] {
        var topics: [Topic: Int32] = [:]
        for topic in Topic.allOfLinkage {
            topics[topic] = topic == .market || topic == .matches ? marketPartitions : 1
        }
        return topics
    }
}
