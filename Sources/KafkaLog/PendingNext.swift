import Synchronization

/// A call of `next` that waits for its client's thread; whoever finishes it first, the thread or a cancellation, is the
/// one whose answer counts.
final class PendingNext<Value: Sendable>: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<Value, Never>)
        case finishedEarly(Value)
        case finished
    }

    private let state = Mutex(State.new)

    /// Whether somebody still waits.
    var isWanted: Bool {
        state.withLock { state in
            switch state {
            case .new, .waiting: true
            case .finishedEarly, .finished: false
            }
        }
    }

    /// Begins to wait.
    func wait(_ continuation: CheckedContinuation<Value, Never>) {
        let early: Value? = state.withLock { state in
            if case .finishedEarly(let value) = state {
                state = .finished
                return value
            }
            state = .waiting(continuation)
            return nil
        }
        if let early { continuation.resume(returning: early) }
    }

    /// Answers.
    /// - returns: Whether the answer was taken; not when there is one already.
    @discardableResult
    func finish(_ value: Value) -> Bool {
        let (isTaken, continuation) = state.withLock { state -> (Bool, CheckedContinuation<Value, Never>?) in
            switch state {
            case .new:
                state = .finishedEarly(value)
                return (true, nil)
            case .waiting(let continuation):
                state = .finished
                return (true, continuation)
            case .finishedEarly, .finished: return (false, nil)
            }
        }
        continuation?.resume(returning: value)
        return isTaken
    }
}
