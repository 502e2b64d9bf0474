import LinkageTesting
import Logging
import Synchronization
import Testing

@testable import KafkaLog

/// What librdkafka says reaches the operator, without secrets and without filling the log.
struct ClientLogTests {
    private final class Bench: Sendable {
        private let heard = LogLines(from: .info)
        private let time = Mutex(ContinuousClock.now)

        var log: ClientLog {
            ClientLog(heard.logger, secrets: ["swordfish"], now: { self.time.withLock { $0 } })
        }

        var said: [String] { heard.lines.map { "\($0.level) \($0.message)" } }

        func pass(_ seconds: Int) { time.withLock { $0 += .seconds(seconds) } }
    }

    @Test func brokenConnectionsAreSpokenOfOnceAMinute() {
        let bench = Bench()
        let log = bench.log
        for second in 0..<130 {
            log.note(level: 3, facility: "FAIL", "[thrd:a]: a:9092/1: Connection refused \(second)")
            log.note(level: 6, facility: "CONSUME", "a:9092/1: Connection refused \(second)")
            bench.pass(1)
        }
        #expect(
            bench.said == [0, 60, 120].map { "warning [thrd:a]: a:9092/1: Connection refused \($0)" })
        #expect(log.trouble == "a:9092/1: Connection refused 129")
    }

    @Test func allElseIsSaidEachTimeWithoutSecrets() {
        let bench = Bench()
        let log = bench.log
        for _ in 0..<2 { log.note(level: 3, facility: "TXNERR", "no luck with swordfish") }
        #expect(bench.said == Array(repeating: "error no luck with <hidden>", count: 2))
        #expect(log.trouble == nil)
    }
}
