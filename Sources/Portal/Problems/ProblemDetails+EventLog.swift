internal import Contracts
internal import EventLog
internal import HTTPTypes

extension ProblemDetails {
    /// A record that the log did not take: nothing was acknowledged, so the caller must send it again.
    init(_ error: EventLogError) {
        switch error {
        case .recordTooLarge(let bytes, let limit):
            self.init(
                Refusals(Refusal(.recordTooLarge, "the record takes \(bytes) bytes in the log; the limit is \(limit)")))
        case .storageFull:
            self.init(unavailable: "no space is left for the log", retryAfter: PortalLimits.retryAfterRepairSeconds)
        case .readOnly, .damaged:
            self.init(unavailable: "the log can't be written", retryAfter: PortalLimits.retryAfterRepairSeconds)
        case .unknownTopic(let topic):
            self.init(
                unavailable: "the log has no topic \(topic)", retryAfter: PortalLimits.retryAfterRepairSeconds)
        case .unreachable, .fenced, .closed, .failed:
            self.init(unavailable: "the log is unreachable", retryAfter: PortalLimits.retryAfterSeconds)
        }
    }

    private init(unavailable why: String, retryAfter seconds: Int) {
        self.init(
            kind: "log-unavailable", .serviceUnavailable, title: "The log can't take records",
            "\(why); nothing was published, send it again later", headers: [.retryAfter: "\(seconds)"])
    }
}
