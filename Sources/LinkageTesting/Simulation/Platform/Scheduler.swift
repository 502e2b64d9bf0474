internal import Synchronization

/// Holds every process at each of its calls until the simulation lets it go on, so that one runs at a time and a seed
/// decides the order.
final class Scheduler: Sendable {
    fileprivate struct Waiting {
        let call: LogCall
        let goOn: CheckedContinuation<Turn, Never>
    }

    fileprivate struct State {
        var waiting: [Int: Waiting] = [:]
        /// Processes that are between two calls.
        var running = 0
        var simulation: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    // MARK: - The processes' side

    /// Waits for the process's turn.
    func turn(of process: Int, for call: LogCall) async -> Turn {
        await withCheckedContinuation { goOn in
            let simulation = state.withLock { state in
                state.waiting[process] = Waiting(call: call, goOn: goOn)
                return state.stop()
            }
            simulation?.resume()
        }
    }

    /// Notes that a process has ended.
    func ended() { state.withLock { $0.stop() }?.resume() }

    // MARK: - The simulation's side

    /// The processes that wait, with what they are about to do.
    var waiting: [(process: Int, call: LogCall)] {
        state.withLock { state in state.waiting.map { ($0.key, $0.value.call) } }.sorted { $0.process < $1.process }
    }

    /// Starts something that will call or end, and returns when it does.
    func start(_ body: () -> Void) async {
        state.withLock { $0.running += 1 }
        body()
        await untilNobodyRuns()
    }

    /// Lets a process go on, and returns when it makes its next call or ends.
    func release(_ process: Int, _ turn: Turn) async {
        let waiting = state.withLock { state in
            state.running += 1
            return state.waiting.removeValue(forKey: process)
        }
        guard let waiting else { preconditionFailure("process \(process) does not wait") }
        waiting.goOn.resume(returning: turn)
        await untilNobodyRuns()
    }

    private func untilNobodyRuns() async {
        await withCheckedContinuation { simulation in
            let isQuiet = state.withLock { state in
                if state.running > 0 { state.simulation = simulation }
                return state.running == 0
            }
            if isQuiet { simulation.resume() }
        }
    }
}

extension Scheduler.State {
    /// One process less is running; when it was the last, the simulation goes on.
    fileprivate mutating func stop() -> CheckedContinuation<Void, Never>? {
        running -= 1
        guard running == 0 else { return nil }
        defer { simulation = nil }
        return simulation
    }
}
