import Contracts
import EventLog
import Foundation
import KafkaLog
import Logging
import Pipeline
import ServiceLifecycle
import Synchronization

/// How long a record takes through intake at 2,000 records a second, from before it is published until its fact is read;
/// beside the same through the bare loop.
struct LatencyBenchmark {
    let servers: String
    let seed: UInt64
    let open: @Sendable () async throws -> KafkaLog

    private static let perSecond = 2_000
    private static let seconds = 10
    /// Records that are published before the measuring begins.
    private static let warmUp = 2_000
    private static let portion = 20

    func run() async throws -> [String] {
        let service = try await measureIntake()
        let bare = try await measureBareLoop()
        func text(_ name: String, _ times: [Duration]) -> String {
            "\(name): median \(times[times.count / 2]), p99 \(times[times.count * 99 / 100])"
        }
        let ratio = String(format: "%.2f", service[service.count * 99 / 100] / bare[bare.count * 99 / 100])
        return [text("a hop, intake", service), text("a hop, bare loop", bare), "a hop, p99 / bare loop's: \(ratio)"]
    }

    private func measureIntake() async throws -> [Duration] {
        let log = try await open()
        let intake = Intake(
            log: log, rules: IntakeRules(reference: .builtIn, publicIdSecret: [1], acceptsUnauthenticated: true),
            logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
        let group = ServiceGroup(
            services: [intake], logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
        let times = try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            let times = try await hop(from: Subject.capabilities.topic, to: .market, on: log)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return times
        }
        await log.close()
        return times
    }

    private func measureBareLoop() async throws -> [Duration] {
        let log = try await open()
        let (input, output) = (Topic("bare-echo-in"), Topic("bare-echo-out"))
        let run = BareLoopRun(servers: servers, inputs: [TopicPartition(input)], output: output, name: "echo")
        let thread = Thread { _ = try? run.echo(for: .seconds(Self.seconds + 5)) }
        thread.start()
        let times = try await hop(from: input, to: output, on: log)
        await log.close()
        return times
    }

    /// Publishes capabilities at the rate, reads what comes of them, and gives the times in ascending order.
    private func hop(from input: Topic, to output: Topic, on log: any EventLog) async throws -> [Duration] {
        let messages = try capabilities(to: input)
        let sent = SendTimes()
        async let received = receive(messages.count, from: output, on: log, sent: sent)
        let clock = ContinuousClock()
        var next = clock.now
        for start in stride(from: 0, to: messages.count, by: Self.portion) {
            let portion = Array(messages[start..<start + Self.portion])
            sent.note(portion)
            try await log.publish(portion)
            next += .seconds(1) * Self.portion / Self.perSecond
            try await clock.sleep(until: next)
        }
        return try await received.sorted()
    }

    private func receive(
        _ count: Int, from topic: Topic, on log: any EventLog, sent: SendTimes
    ) async throws -> [Duration] {
        let reader = try await log.read(from: [TopicPartition(topic): 0])
        var times: [Duration] = []
        let deadline = ContinuousClock.now + .seconds(60)
        var seen = 0
        while seen < count {
            guard ContinuousClock.now < deadline else { throw KafkaBenchmark.TooSlow() }
            let records = try await reader.next(BatchLimit(), within: .seconds(1))
            let now = ContinuousClock.now
            for record in records {
                guard let began = sent.time(of: record) else { continue }
                seen += 1
                if seen > Self.warmUp { times.append(now - began) }
            }
        }
        await reader.close()
        return times
    }

    private func capabilities(to topic: Topic) throws -> [Message] {
        let count = Self.warmUp + Self.perSecond * Self.seconds
        let market = try SampleMarket(
            SampleMarket.Options(suppliers: count, requirements: 1, seed: seed, asOf: "2026-11-24"))
        return market.capabilities.prefix(count).map { capability in
            let message = PublishedMessage.capability(capability)
            return Message(
                to: topic, key: Array("\(message.owner)/\(message.id)".utf8), value: message.encodeProtobuf(),
                headers: [Header("content-type", ContentType.protobuf.rawValue)])
        }
    }
}

/// When each key was sent.
private final class SendTimes: Sendable {
    private let times = Mutex<[[UInt8]: ContinuousClock.Instant]>([:])

    func note(_ messages: [Message]) {
        let now = ContinuousClock.now
        times.withLock { times in for message in messages { times[message.key ?? []] = now } }
    }

    func time(of record: Record) -> ContinuousClock.Instant? { times.withLock { $0[record.key ?? []] } }
}
