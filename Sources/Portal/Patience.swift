/// How long a request waits for something, looking again after pauses that grow.
public struct Patience: Sendable {
    private let limit: Duration
    private let clock: any Clock<Duration>

    /// Waits for so long by a clock, at most ten seconds; tests turn the clock by hand.
    public init(limit: Duration = Self.longest, clock: any Clock<Duration> = ContinuousClock()) {
        self.limit = min(limit, Self.longest)
        self.clock = clock
    }

    /// The longest wait.
    public static let longest = Duration.seconds(10)
    private static let pauses: ClosedRange<Duration> = .milliseconds(5)...(.milliseconds(200))

    /// No more patience than this.
    func upTo(_ limit: Duration) -> Patience { Patience(limit: min(limit, self.limit), clock: clock) }

    /// Whether a condition came to hold in time.
    public func sees(_ condition: @Sendable () async throws -> Bool) async throws -> Bool {
        try await sees(condition, by: clock)
    }

    private func sees<C: Clock>(
        _ condition: @Sendable () async throws -> Bool, by clock: C
    ) async throws -> Bool where C.Duration == Duration {
        let deadline = clock.now.advanced(by: limit)
        var pause = Self.pauses.lowerBound
        while !(try await condition()) {
            guard clock.now < deadline else { return false }
            try await clock.sleep(until: min(clock.now.advanced(by: pause), deadline), tolerance: nil)
            pause = min(pause * 2, Self.pauses.upperBound)
        }
        return true
    }
}
