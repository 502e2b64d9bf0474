import EventLog
import LinkageTesting
import Logging
import Synchronization
import Testing

@testable import Pipeline

/// A service outlives a log that does not answer for a while, and does not fill the operator's log with it.
struct EnduranceTests {
    /// A clock that time passes on only while somebody waits, and what was said meanwhile.
    private final class Bench: Sendable {
        let pauses = Mutex<[Duration]>([])
        private let heard = LogLines(from: .info)
        private let now = Mutex<Int64>(0)

        var endurance: Endurance {
            let clock = PlatformClock(
                { self.now.withLock { $0 } },
                pause: { time in
                    self.pauses.withLock { $0.append(time) }
                    self.now.withLock { $0 += Int64(time / .milliseconds(1)) }
                })
            return Endurance(
                service: "matcher", clock: clock, logger: heard.logger)
        }

        var said: [String] { heard.lines.map { "\($0.level) \($0.message) \($0.metadata["seconds"] ?? "")" } }

        /// How often something is tried that fails so many times.
        func tries(failing times: Int, with error: EventLogError = .unreachable("nobody is there")) async throws -> Int
        {
            var tries = 0
            try await endurance.keepTrying("committing") {
                tries += 1
                if tries <= times { throw error }
            }
            return tries
        }
    }

    @Test func whatWorksAtOnceIsNotSpokenOf() async throws {
        let bench = Bench()
        #expect(try await bench.tries(failing: 0) == 1)
        #expect(bench.pauses.withLock { $0 }.isEmpty)
        #expect(bench.said.isEmpty)
    }

    @Test func pausesDoubleUpToALimit() async throws {
        let bench = Bench()
        #expect(try await bench.tries(failing: 11) == 12)
        let milliseconds = bench.pauses.withLock { $0.map { Int($0 / .milliseconds(1)) } }
        #expect(
            milliseconds == [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000])
    }

    /// The waits before the ninth to the fourteenth try end after 25.5, 51.1, 81.1, 111.1, 141.1 and 171.1 seconds.
    @Test func itSaysSoOnceAMinuteAndWhenItIsOver() async throws {
        let bench = Bench()
        _ = try await bench.tries(failing: 13)
        #expect(
            bench.said == [
                "warning trying again 0", "warning trying again 81", "warning trying again 141",
                "notice the log answers again 171",
            ])
    }

    @Test(arguments: [EventLogError.fenced("another"), .closed, .damaged("bytes"), .recordTooLarge(bytes: 2, limit: 1)])
    func whatDoesNotPassIsThrownAtOnce(error: EventLogError) async throws {
        let bench = Bench()
        await #expect(throws: error) { try await bench.tries(failing: 1, with: error) }
        #expect(bench.pauses.withLock { $0 }.isEmpty)
    }

    @Test func whoeverIsCancelledStopsTrying() async throws {
        let endurance = Endurance(
            service: "matcher", clock: .system, logger: LogLines().logger)
        let task = Task { try await endurance.keepTrying("reading") { throw EventLogError.unreachable("nobody") } }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
