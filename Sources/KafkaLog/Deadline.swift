/// When a call that waits for the cluster must end.
struct Deadline: Sendable {
    private let end: ContinuousClock.Instant

    /// A deadline from now; at most `KafkaLogLimits.longestWait` ahead.
    init(after time: Duration) {
        end = .now + min(max(time, .zero), KafkaLogLimits.longestWait)
    }

    /// Whether the time is over.
    var isOver: Bool { ContinuousClock.now >= end }

    /// What is left, in whole milliseconds, rounded up; 0 when the time is over.
    var milliseconds: Int32 {
        let left = max(end - .now, .zero)
        return Int32((left + .microseconds(999)) / .milliseconds(1))
    }
}
