import Foundation
import Synchronization

/// Progress of long work on stderr: a line that is written anew on a terminal, now and then a line elsewhere.
final class ProgressLine: Sendable {
    private let what: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state = Mutex((shown: ContinuousClock.now, wasShown: false))

    init(what: String) { self.what = what }

    /// Shows how much is done, at most five times a second.
    func show(_ done: Int64, of total: Int64) {
        let interval: Duration = isTerminal ? .milliseconds(200) : .seconds(5)
        let isDue = state.withLock { state in
            guard ContinuousClock.now - state.shown >= interval else { return false }
            state = (ContinuousClock.now, true)
            return true
        }
        guard isDue else { return }
        let line = "\(done) of \(total) \(what)"
        FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K\(line)" : line + "\n").utf8))
    }

    /// Clears the line.
    func end() {
        guard isTerminal, state.withLock({ $0.wasShown }) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
