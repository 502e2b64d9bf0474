import Foundation

/// How long things take this thread: its own time on a processor, so that others on the machine count less.
enum Stopwatch {
    static func measure(_ body: () throws -> Void) rethrows -> Duration {
        let start = now
        try body()
        return now - start
    }

    /// The shortest of several times.
    static func fastest(of passes: Int, _ body: () -> Void) -> Duration {
        (0..<passes).map { _ in measure(body) }.min() ?? .zero
    }

    static var now: Duration { time(CLOCK_THREAD_CPUTIME_ID) }

    /// The time of all threads of this process on processors, for work that is done on another thread than it is asked
    /// for.
    static var ofProcess: Duration { time(CLOCK_PROCESS_CPUTIME_ID) }

    private static func time(_ clock: clockid_t) -> Duration {
        var time = timespec()
        clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

extension Duration {
    var nanoseconds: Double { Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9 }
}

/// The memory this process has in use, as Linux counts it.
enum ResidentMemory {
    static var bytes: Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (pages?.dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}
