public import Logging
internal import Synchronization

/// Log lines, kept for a test.
public final class LogLines: Sendable {
    /// A line that was logged.
    public struct Line: Sendable, CustomStringConvertible {
        /// How much it matters.
        public let level: Logger.Level
        /// What it says.
        public let message: String
        /// What it says beside that.
        public let metadata: Logger.Metadata

        /// Level, message and metadata.
        public var description: String { "\(level) \(message) \(metadata)" }
    }

    private struct Waiter {
        let text: String
        let times: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var lines: [Line] = []
        var waiters: [Waiter] = []

        func satisfies(_ waiter: Waiter) -> Bool {
            lines.count { $0.description.contains(waiter.text) } >= waiter.times
        }
    }

    private let level: Logger.Level
    private let state = Mutex(State())

    /// Keeps lines of a level and what matters more.
    public init(from level: Logger.Level = .trace) { self.level = level }

    /// What was logged so far.
    public var lines: [Line] { state.withLock { $0.lines } }

    /// The same as text.
    public var all: [String] { lines.map(\.description) }

    /// A logger that writes here.
    public var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(lines: self) }
        logger.logLevel = level
        return logger
    }

    /// Waits until so many lines hold a text; the test's time limit is the deadline.
    public func until(_ text: String, times: Int = 1) async {
        await withCheckedContinuation { continuation in
            update { $0.waiters.append(Waiter(text: text, times: times, continuation: continuation)) }
        }
    }

    private func update(_ change: (inout State) -> Void) {
        let done = state.withLock { state in
            change(&state)
            let done = state.waiters.filter { state.satisfies($0) }
            state.waiters = state.waiters.filter { !state.satisfies($0) }
            return done
        }
        for waiter in done { waiter.continuation.resume() }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) {
            let line = Line(level: event.level, message: "\(event.message)", metadata: event.metadata ?? [:])
            lines.update { $0.lines.append(line) }
        }
    }
}
