/// Decides when a call of a simulated log goes on, and what goes wrong with it.
protocol Pace: Sendable {
    /// Waits until it is the call's turn.
    func turn(for call: LogCall) async -> Turn

    /// Whether a call that found nothing looks again before it comes back empty-handed.
    func looksAgain(until deadline: ContinuousClock.Instant) async -> Bool
}

/// What a service asks of its log, or of its clock.
enum LogCall: String, Sendable {
    case partitionCount, offsets, publish, read, join, committedOffset, readerNext, readerPositions, readerClose, next
    /// The two steps of a commit: its records are written, then they are decided.
    case commit, decide
    case leave, wait
}

/// How a call goes on.
struct Turn: Sendable {
    /// What becomes of it.
    enum Fate: String, Sendable {
        case succeeds
        /// It throws, and has done nothing.
        case failsBefore
        /// It throws, but is done.
        case failsAfter
        /// The process ends before it is done.
        case diesBefore
        /// The process ends when it is done, and does not hear of it.
        case diesAfter
    }

    var fate = Fate.succeeds
    /// The most records that a read gives; 0 holds them back.
    var records = Int.max
    /// Which of several partitions a read begins with.
    var first = 0
}

/// A log without faults, in real time.
struct FreePace: Pace {
    func turn(for call: LogCall) async -> Turn { Turn() }

    func looksAgain(until deadline: ContinuousClock.Instant) async -> Bool {
        guard ContinuousClock.now < deadline, !Task.isCancelled else { return false }
        try? await Task.sleep(for: .milliseconds(1))
        return true
    }
}
