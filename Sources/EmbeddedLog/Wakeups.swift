import EventLog
import Synchronization

/// Those who wait for something to be written.
///
/// A waiter says up to which `count` it has looked, so that nothing written between its look and its wait is
/// missed.
final class Wakeups: Sendable {
    private struct Waiter {
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var count: UInt64 = 0
        var nextID: UInt64 = 0
        var waiters: [UInt64: Waiter] = [:]
        var isTicking = false
        var isClosed = false
    }

    private let state = Mutex(State())
    private let startTicking: @Sendable () -> Void

    /// - parameter startTicking: Called when the first waiter comes; `expire` is to be called until it says that
    ///   nobody waits.
    init(startTicking: @escaping @Sendable () -> Void) { self.startTicking = startTicking }

    /// How often something was written; to be read before looking.
    var count: UInt64 { state.withLock { $0.count } }

    /// Returns when something was written after `seen` was read, at the deadline, on cancellation or closing.
    func wait(after seen: UInt64, until deadline: ContinuousClock.Instant) async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { add(Waiter(deadline: deadline, continuation: $0), id: id, after: seen) }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
        }
    }

    private func add(_ waiter: Waiter, id: UInt64, after seen: UInt64) {
        let isCancelled = Task.isCancelled
        let (waits, starts) = state.withLock { state in
            guard state.count == seen, !state.isClosed, !isCancelled else { return (false, false) }
            state.waiters[id] = waiter
            defer { state.isTicking = true }
            return (true, !state.isTicking)
        }
        if !waits { waiter.continuation.resume() }
        if starts { startTicking() }
    }

    /// Wakes everybody: something was written.
    func signal() {
        let woken = state.withLock { state in
            state.count &+= 1
            defer { state.waiters.removeAll(keepingCapacity: true) }
            return Array(state.waiters.values)
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Wakes those whose time is over.
    /// - returns: Whether somebody still waits; when not, ticking has ended.
    func expire(now: ContinuousClock.Instant) -> Bool {
        let (expired, continues) = state.withLock { state in
            let expired = state.waiters.filter { $0.value.deadline <= now }
            for id in expired.keys { state.waiters.removeValue(forKey: id) }
            state.isTicking = !state.waiters.isEmpty
            return (expired.values.map(\.continuation), state.isTicking)
        }
        for continuation in expired { continuation.resume() }
        return continues
    }

    /// Wakes everybody; later waits return at once.
    func close() {
        state.withLock { $0.isClosed = true }
        signal()
    }
}
