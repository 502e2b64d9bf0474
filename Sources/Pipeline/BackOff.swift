/// Waits longer after each failure in a row, up to a limit.
struct BackOff {
    private var next = PipelineLimits.retry.lowerBound

    /// Waits; the next wait is twice as long.
    mutating func wait() async throws {
        try await Task.sleep(for: next)
        next = min(next * 2, PipelineLimits.retry.upperBound)
    }

    /// After a success.
    mutating func reset() { next = PipelineLimits.retry.lowerBound }
}
