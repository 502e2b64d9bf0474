import Synchronization

/// A clock that never waits: whoever sleeps is told, and it is then as late as was asked for.
final class ManualClock: Clock {
    struct Instant: InstantProtocol {
        let sinceStart: Duration

        func advanced(by duration: Duration) -> Instant { Instant(sinceStart: sinceStart + duration) }
        func duration(to other: Instant) -> Duration { other.sinceStart - sinceStart }
        static func < (a: Instant, b: Instant) -> Bool { a.sinceStart < b.sinceStart }
    }

    private let time = Mutex(Instant(sinceStart: .zero))
    private let whenAsleep: @Sendable () async throws -> Void

    init(whenAsleep: @escaping @Sendable () async throws -> Void = {}) { self.whenAsleep = whenAsleep }

    var now: Instant { time.withLock { $0 } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try await whenAsleep()
        time.withLock { $0 = max($0, deadline) }
    }
}
