import CRdkafka
import Logging
import Synchronization

/// Where a client's own log lines go, without secrets; it remembers the last trouble, to say in an error why nobody
/// answered. Of connections that fail, every client and thread of librdkafka's speaks again and again; the operator
/// hears of them once a minute. librdkafka calls this from its threads.
final class ClientLog: Sendable {
    private let logger: Logger
    private let secrets: [String]
    private let now: @Sendable () -> ContinuousClock.Instant
    private let connections = Mutex(Connections())

    private struct Connections {
        var trouble: String?
        var saidLast: ContinuousClock.Instant?
    }

    /// What librdkafka says of connections.
    private static let ofConnections: Set = ["FAIL", "ERROR", "CONSUME", "REQTMOUT"]

    init(
        _ logger: Logger, secrets: [String],
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.logger = logger
        self.secrets = secrets
        self.now = now
    }

    /// The last connection that failed, and why; nil when none has.
    var trouble: String? { connections.withLock { $0.trouble } }

    /// Takes a line of librdkafka's.
    /// - parameter level: As in syslog: 0 is an emergency, 7 is for debugging.
    func note(level: Int32, facility: String, _ line: String) {
        let line = redact(line)
        var shown = Self.level(level, facility)
        if Self.ofConnections.contains(facility) {
            let isDue = connections.withLock { connections in
                // "[thrd:name]: host:port/id: what happened": the thread is of no use to a reader.
                connections.trouble = line.split(separator: "]: ", maxSplits: 1).last.map(String.init) ?? line
                let isDue = connections.saidLast.map { now() - $0 >= KafkaLogLimits.complaints } ?? true
                if isDue { connections.saidLast = now() }
                return isDue
            }
            if !isDue { shown = .debug }
        }
        logger.log(level: shown, "\(line)", metadata: ["facility": "\(facility)"])
    }

    /// The text without any secret.
    func redact(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: ClientProperties.hidden) }
    }

    private static func level(_ level: Int32, _ facility: String) -> Logger.Level {
        // Every client is given all of the operator's properties, and warns of those that are for the other kind.
        if facility == "CONFWARN" { return .debug }
        switch level {
        case ...2: return .critical
        case 3: return facility == "FAIL" || facility == "ERROR" ? .warning : .error
        case 4: return .warning
        case 5: return .notice
        case 6: return .info
        default: return .debug
        }
    }
}
