internal import Synchronization

/// The one clock of a simulated platform, in milliseconds since 1970-01-01T00:00:00Z. It stands unless it is turned.
final class SimulatedClock: Sendable {
    private let time: Mutex<Int64>

    init(_ start: Int64) { time = Mutex(start) }

    var now: Int64 { time.withLock { $0 } }

    func advance(by milliseconds: Int64) { time.withLock { $0 += milliseconds } }

    func set(_ milliseconds: Int64) { time.withLock { $0 = milliseconds } }
}
