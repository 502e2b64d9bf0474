import CRdkafka
import Logging
import Synchronization

/// Where a client's own log lines go, without secrets; it remembers the last trouble, to say in an error why nobody
/// answered. librdkafka calls it from its threads.
final class ClientLog: Sendable {
    private let logger: Logger
    private let secrets: [String]
    private let lastTrouble = Mutex<String?>(nil)

    init(_ logger: Logger, secrets: [String]) {
        self.logger = logger
        self.secrets = secrets
    }

    /// The last connection that failed, and why; nil when none has.
    var trouble: String? { lastTrouble.withLock { $0 } }

    /// Takes a line of librdkafka's.
    /// - parameter level: As in syslog: 0 is an emergency, 7 is for debugging.
    func note(level: Int32, facility: String, _ line: String) {
        let line = redact(line)
        if facility == "FAIL" || facility == "ERROR" {
            // "[thrd:name]: host:port/id: what happened": the thread is of no use to a reader.
            let text = line.split(separator: "]: ", maxSplits: 1).last.map(String.init) ?? line
            lastTrouble.withLock { $0 = text }
        }
        logger.log(level: Self.level(level, facility), "\(line)", metadata: ["facility": "\(facility)"])
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
