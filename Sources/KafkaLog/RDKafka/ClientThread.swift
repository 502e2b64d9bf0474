import Dispatch
import Foundation
import Synchronization

/// A thread of its own for what blocks in C; it runs what it is given, one after the other.
final class ClientThread: Sendable {
    typealias Job = @Sendable () -> Void

    private let queue = JobQueue()

    /// Starts the thread.
    /// - parameter name: What debuggers show; the system keeps 15 bytes.
    init(_ name: String) {
        let thread = Thread { [queue] in queue.run() }
        thread.name = name
        thread.stackSize = KafkaLogLimits.stackBytes
        thread.start()
    }

    deinit { queue.stop(after: {}) }

    /// Runs a job later.
    /// - returns: Whether it will run; not once the thread was told to stop.
    @discardableResult
    func submit(_ job: @escaping Job) -> Bool { queue.add(job) }

    /// Runs `body` on the thread and waits for it without holding another; nil once the thread was told to stop.
    func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value? {
        await withCheckedContinuation { continuation in
            if !submit({ continuation.resume(returning: body()) }) { continuation.resume(returning: nil) }
        }
    }

    /// Ends the thread after what it was given by now and a last job, and waits for it. Only the first caller's last
    /// job is run; the others wait for it.
    func stop(after last: @escaping Job) async {
        await withCheckedContinuation { continuation in
            queue.stop(after: last) { continuation.resume() }
        }
    }

    /// Ends the thread as `stop(after:)` does, without waiting.
    func abandon(after last: @escaping Job) { queue.stop(after: last) }
}

/// What a thread is to do.
private final class JobQueue: Sendable {
    private struct State {
        var jobs: [ClientThread.Job] = []
        var isStopping = false
        var hasEnded = false
        var waiting: [ClientThread.Job] = []
    }

    private let state = Mutex(State())
    private let wakeup = DispatchSemaphore(value: 0)

    func add(_ job: @escaping ClientThread.Job) -> Bool {
        let isAccepted = state.withLock { state in
            if !state.isStopping { state.jobs.append(job) }
            return !state.isStopping
        }
        if isAccepted { wakeup.signal() }
        return isAccepted
    }

    func stop(after last: @escaping ClientThread.Job, ended: ClientThread.Job? = nil) {
        let hasEnded = state.withLock { state in
            if !state.isStopping { state.jobs.append(last) }
            state.isStopping = true
            if let ended, !state.hasEnded { state.waiting.append(ended) }
            return state.hasEnded
        }
        wakeup.signal()
        if hasEnded { ended?() }
    }

    /// The thread's body.
    func run() {
        var goesOn = true
        while goesOn {
            wakeup.wait()
            let jobs = state.withLock { state in
                goesOn = !state.isStopping
                defer { state.jobs = [] }
                return state.jobs
            }
            for job in jobs { job() }
        }
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter() }
    }
}
