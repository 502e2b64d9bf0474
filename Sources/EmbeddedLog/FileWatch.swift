import Dispatch
import EventLog
import GRDB
import Synchronization

/// Notices what other processes write, by `PRAGMA data_version` on a connection that never writes.
///
/// It asks only while somebody waits, on its own queue, at most every `EmbeddedLogLimits.pollInterval`.
final class FileWatch: Sendable {
    /// Those who wait.
    let wakeups: Wakeups
    private let connection: Connection
    private let ticker: Ticker

    /// Watches the file of a connection.
    init(_ connection: Connection) {
        self.connection = connection
        let ticker = Ticker()
        self.ticker = ticker
        wakeups = Wakeups { ticker.start() }
        ticker.tick.withLock { $0 = Tick { [weak self] in self?.look() ?? false } }
    }

    /// Wakes everybody and closes the connection.
    func close() async {
        wakeups.close()
        await connection.close()
    }

    private func look() -> Bool {
        do {
            let version = try connection.runBlocking { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
            if ticker.noteVersion(version) { wakeups.signal() }
        } catch {
            // Who waits will look, and learn what is wrong with the file.
            wakeups.signal()
        }
        return wakeups.expire(now: .now)
    }
}

/// What is done at a tick; false ends the ticking.
///
/// A closure that is kept in a mutex by itself is wrapped anew, and once more, at every access.
private struct Tick: Sendable {
    let act: @Sendable () -> Bool
}

/// Does something every so often, on one queue, until that returns false.
private final class Ticker: Sendable {
    let tick = Mutex(Tick { false })
    private let lastVersion = Mutex<Int64?>(nil)
    private let lastTick = Mutex(ContinuousClock.now - EmbeddedLogLimits.pollInterval)
    private let queue = DispatchQueue(label: "linkage.log.watch", qos: .userInitiated)

    /// Whether the version is another than last time.
    func noteVersion(_ version: Int64) -> Bool {
        lastVersion.withLock { last in
            defer { last = version }
            return last != version
        }
    }

    /// Begins ticking, at once unless the last tick was just now.
    func start() {
        let wait = lastTick.withLock { EmbeddedLogLimits.pollInterval - (ContinuousClock.now - $0) }
        schedule(after: max(wait, .zero))
    }

    private func schedule(after wait: Duration) {
        let nanoseconds = Int(wait / .nanoseconds(1))
        queue.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [weak self] in self?.fire() }
    }

    private func fire() {
        lastTick.withLock { $0 = .now }
        let tick = tick.withLock { $0 }
        if tick.act() { schedule(after: EmbeddedLogLimits.pollInterval) }
    }
}
