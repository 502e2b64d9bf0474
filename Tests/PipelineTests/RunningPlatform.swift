import Contracts
import EmbeddedLog
import EventLog
import Foundation
import History
import Logging
import ServiceLifecycle
import Testing

@testable import Pipeline

/// The real services on a real log and a real cache in a temporary folder.
final class RunningPlatform: Sendable {
    let directory: URL
    let log: EmbeddedLog
    let cache: HistoryCache
    let clock: PlatformClock

    init(directory: URL? = nil, clock: PlatformClock = .system) async throws {
        self.directory =
            directory
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("linkage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.directory, withIntermediateDirectories: true)
        log = try await EmbeddedLog(directory: self.directory.path, topics: Topic.allOfLinkage)
        cache = try HistoryCache(path: self.directory.appendingPathComponent("cache.sqlite").path)
        self.clock = clock
    }

    /// Runs the services while the body runs, and closes everything after it.
    static func run(
        clock: PlatformClock = .system, _ body: @escaping @Sendable (RunningPlatform) async throws -> Void
    ) async throws {
        let platform = try await RunningPlatform(clock: clock)
        try await platform.whileRunning { try await body(platform) }
        try await platform.remove()
    }

    func whileRunning(_ body: @escaping @Sendable () async throws -> Void) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let rules = IntakeRules(reference: .builtIn, publicIdSecret: [1], acceptsUnauthenticated: true)
        let group = ServiceGroup(
            services: [
                Intake(log: log, rules: rules, clock: clock, logger: logger), Matcher(log: log, logger: logger),
                Notifier(log: log, logger: logger), Recorder(log: log, cache: cache, logger: logger),
            ], logger: logger)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                try await body()
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
    }

    func remove() async throws {
        await log.close()
        try cache.close()
        try FileManager.default.removeItem(at: directory)
    }

    @discardableResult
    func publish(_ messages: PublishedMessage...) async throws -> [Position] {
        try await Publisher(log: log, source: "/test", clock: clock).publish(messages)
    }

    /// Reads the cache again and again until a condition holds.
    func eventually<Value: Sendable>(
        _ what: Comment, _ read: @escaping @Sendable (HistoryReader) throws -> Value?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Value {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            if let value = try await cache.read(read) { return value }
            await Task.yield()
        }
        Issue.record(what, sourceLocation: sourceLocation)
        throw CancellationError()
    }

    /// Waits until matcher, notifier and recorder have come to the end of the log.
    func settle() async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            if try await isSettled() { return }
            await Task.yield()
        }
        Issue.record("the services have not come to rest")
    }

    private func isSettled() async throws -> Bool {
        for subject in Subject.allCases {
            let partition = TopicPartition(subject.topic)
            let done = try await log.committedOffset(of: "intake", in: partition) ?? 0
            guard try await log.offsets(of: partition).upperBound == done else { return false }
        }
        let market = TopicPartition(.market)
        let end = try await log.offsets(of: market).upperBound
        for group in ["matcher", "notifier"] {
            guard try await log.committedOffset(of: group, in: market) ?? 0 == end else { return false }
        }
        let recorded = try await cache.read { try $0.positions() }
        for topic in Topic.ofPlatform {
            let end = try await log.offsets(of: TopicPartition(topic)).upperBound
            guard end == 0 || recorded.contains(where: { $0.topic == topic.name && $0.nextOffset == end }) else {
                return false
            }
        }
        return end > 0
    }
}

extension HistoryReader {
    /// What a supplier was told last of each requirement, newest first, as JSON.
    func told(_ supplier: String) throws -> [String] {
        try opportunities(of: supplier, after: nil, limit: 100).map { try $0.json }
    }
}
