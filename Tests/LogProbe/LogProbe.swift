// A process for the tests of EmbeddedLog to kill.
//
//     LogProbe publish DIRECTORY CALLS RECORDS PUBLISHERS [STEP COUNT]    acknowledged: `ack OFFSET NUMBER`
//     LogProbe pipe    DIRECTORY [STEP COUNT]                            copies `in` to `out`: `commit OFFSET`
//     LogProbe hold    DIRECTORY                                         takes the group: `assigned OFFSET`
//     LogProbe echo    DIRECTORY                                         publishes at each line: `ack OFFSET NANOSECONDS`
//     LogProbe fill    DIRECTORY BYTES                                   files may not grow over BYTES: `full …`, `ack …`
//     LogProbe open    DIRECTORY                                         as nobody, if it can: `error …` or `opened`
//
// With STEP it says `at STEP` when it comes to that step of a write for the COUNTth time, and stops there. It ends when the
// other end of its standard input is closed, so that tests that crash leave no process that holds their output open.

import EmbeddedLog
import EventLog
import Foundation
import Synchronization

@main
struct LogProbe {
    let arguments: [String]
    let directory: String

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else { exit(64) }
        Thread.detachNewThread(endWithInput)
        try await LogProbe(arguments: arguments, directory: arguments[1]).run()
    }

    func run() async throws {
        switch arguments[0] {
        case "publish":
            let log = try await openLog(stopAt: arguments.dropFirst(5))
            try await publish(log, calls: integer(2), records: integer(3), publishers: integer(4))
        case "pipe": try await pipe(openLog(stopAt: arguments.dropFirst(2)))
        case "hold": try await hold(openLog())
        case "echo": try await echo(openLog())
        case "fill": try await fill(openLog(), bytes: integer(2))
        case "open": await openAsNobody()
        default: exit(64)
        }
    }

    func integer(_ index: Int) -> Int { index < arguments.count ? Int(arguments[index]) ?? 0 : 0 }

    func openLog(stopAt: ArraySlice<String> = []) async throws -> EmbeddedLog {
        let step = stopAt.first.flatMap(WriteStep.init(rawValue:))
        let remaining = Mutex(stopAt.last.flatMap { Int($0) } ?? 0)
        return try await EmbeddedLog(directory: directory, topics: [Topic("in"), Topic("out")]) { reached in
            guard reached == step,
                remaining.withLock({
                    $0 -= 1; return $0 == 0
                })
            else { return }
            say("at \(reached.rawValue)")
            while true { pause() }
        }
    }

    func publish(_ log: EmbeddedLog, calls: Int, records: Int, publishers: Int) async throws {
        // Large enough for checkpoints to happen within a test.
        let padding = [UInt8](repeating: 0x20, count: 4_000)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for publisher in 0..<publishers {
                group.addTask {
                    for call in 0..<calls {
                        let first = (publisher * calls + call) * records
                        let messages = (first..<first + records).map {
                            Message(
                                to: Topic("in"), key: Array("\(publisher)".utf8), value: Array("\($0)".utf8) + padding)
                        }
                        let positions = try await log.publish(messages)
                        let lines = zip(positions, first...).map { "ack \($0.offset) \($1)" }
                        say(lines.joined(separator: "\n"))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    func pipe(_ log: EmbeddedLog) async throws {
        let member = try await log.join(group: "pipe", topics: [Topic("in")])
        while true {
            switch try await member.next(BatchLimit(records: 3), within: .seconds(10)) {
            case .records(let records):
                guard let last = records.last else { continue }
                let outputs = records.map { Message(to: Topic("out"), key: $0.key, value: $0.value) }
                let next = last.position.offset + 1
                try await member.commit(outputs, advancing: [last.position.topicPartition: next], as: "pipe")
                say("commit \(next)")
            case .assigned(let offsets): say("assigned \(offsets.values.first ?? -1)")
            case .revoked: say("revoked")
            case .idle: say("idle")
            }
        }
    }

    func hold(_ log: EmbeddedLog) async throws {
        let member = try await log.join(group: "pipe", topics: [Topic("in")])
        while true {
            if case .assigned(let offsets) = try await member.next(BatchLimit(), within: .seconds(10)) {
                say("assigned \(offsets.values.first ?? -1)")
            }
        }
    }

    func echo(_ log: EmbeddedLog) async throws {
        say("ready")
        while let line = readLine() {
            let positions = try await log.publish([Message(to: Topic("in"), key: nil, value: Array(line.utf8))])
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            say("ack \(positions[0].offset) \(now.tv_sec * 1_000_000_000 + now.tv_nsec)")
        }
    }

    func fill(_ log: EmbeddedLog, bytes: Int) async throws {
        signal(SIGXFSZ, SIG_IGN)
        limitFiles(to: rlim_t(bytes))
        var number = 0
        while true {
            let numbers = number..<number + 100
            let messages = numbers.map {
                Message(to: Topic("in"), key: nil, value: Array("\($0)".utf8) + [UInt8](repeating: 0x20, count: 500))
            }
            do {
                let positions = try await log.publish(messages)
                say(zip(positions, numbers).map { "ack \($0.offset) \($1)" }.joined(separator: "\n"))
                number += 100
            } catch {
                say("full \(error)")
                break
            }
        }
        limitFiles(to: rlim_t.max)
        let positions = try await log.publish([Message(to: Topic("in"), key: nil, value: Array("\(number)".utf8))])
        say("ack \(positions[0].offset) \(number)")
    }

    func limitFiles(to bytes: rlim_t) {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        limit.rlim_cur = min(bytes, limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }

    func openAsNobody() async {
        if getuid() == 0, setgid(65_534) != 0 || setuid(65_534) != 0 { return say("error can't become nobody") }
        do {
            _ = try await openLog()
            say("opened")
        } catch {
            say("error \(error)")
        }
    }
}

/// Waits for the other end of the standard input to be closed, reading nothing, and ends the process.
@Sendable func endWithInput() {
    var input = pollfd(fd: 0, events: 0, revents: 0)
    while poll(&input, 1, -1) < 0, errno == EINTR {}
    _exit(1)
}

/// Writes a line at once: what was said before a kill must be seen.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}
