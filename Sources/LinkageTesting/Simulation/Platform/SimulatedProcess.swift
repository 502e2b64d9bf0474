internal import EventLog
internal import Logging
internal import Pipeline
internal import ServiceLifecycle
internal import Synchronization

/// One life of a service: from its start to its end or its crash.
final class SimulatedProcess: Sendable {
    /// The service it runs, and which of its kind.
    let name: String
    let number: Int
    private let connection: SimulatedConnection
    private let scheduler: Scheduler
    private let task = Mutex<Task<Void, Never>?>(nil)
    private let end = Mutex<End?>(nil)

    /// How it ended.
    enum End: Sendable {
        case wasEnded
        /// The service gave up though nobody asked it to.
        case gaveUp(String)
    }

    private struct OwnPace: Pace {
        let scheduler: Scheduler
        let number: Int

        func turn(for call: LogCall) async -> Turn { await scheduler.turn(of: number, for: call) }
        func looksAgain(until deadline: ContinuousClock.Instant) async -> Bool { false }
    }

    init(_ name: String, number: Int, on log: SimulatedLog, _ scheduler: Scheduler) {
        self.name = name
        self.number = number
        self.scheduler = scheduler
        connection = log.connect(OwnPace(scheduler: scheduler, number: number))
    }

    /// Starts the service, and returns when it makes its first call.
    func start(
        _ clock: SimulatedClock, _ make: (any EventLog, PlatformClock) -> any Service
    ) async {
        let platformClock = PlatformClock(
            { clock.now },
            pause: { [scheduler, number, connection] _ in
                guard !connection.isClosed else { throw CancellationError() }
                let turn = await scheduler.turn(of: number, for: .wait)
                if turn.fate == .diesBefore || turn.fate == .diesAfter { connection.die() }
                guard turn.fate == .succeeds, !Task.isCancelled else { throw CancellationError() }
            })
        let service = make(connection, platformClock)
        await scheduler.start {
            task.withLock { task in
                task = Task {
                    do {
                        try await service.run()
                        self.end.withLock { $0 = .wasEnded }
                    } catch {
                        self.end.withLock { $0 = self.connection.isClosed ? .wasEnded : .gaveUp("\(error)") }
                    }
                    self.scheduler.ended()
                }
            }
        }
    }

    /// The seats it took in groups.
    var members: [Int] { connection.members }

    /// How it ended; nil while it lives.
    var ending: End? { end.withLock { $0 } }

    /// Asks the service to end.
    func cancel() { task.withLock { $0?.cancel() } }

    /// Lets the process go on.
    func goOn(_ turn: Turn) async {
        if turn.fate == .diesBefore || turn.fate == .diesAfter { cancel() }
        await scheduler.release(number, turn)
    }
}
