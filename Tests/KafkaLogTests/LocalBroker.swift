import EventLog
import Foundation
import KafkaLog
import LinkageTesting
import Logging
import Synchronization
import Testing

/// A real broker that speaks Kafka's protocol on this machine, for the tests of a process.
///
/// It is noida-db (PyPI), which `deploy/test` installs into `.build/test-venv`; another place is given in
/// `LINKAGE_TEST_BROKER`.
final class LocalBroker: Sendable {
    /// The broker's binary; nil when it is not installed.
    static let binary: String? = {
        let environment = ProcessInfo.processInfo.environment
        let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let venv = repository.appending(path: ".build/test-venv/lib").path
        let found = (try? FileManager.default.contentsOfDirectory(atPath: venv)) ?? []
        let candidates =
            [environment["LINKAGE_TEST_BROKER"]].compactMap { $0 }
            + found.map { "\(venv)/\($0)/site-packages/noida_db/noida-db" }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Whether the tests that need the broker can run. Where they must (`CI=true`), they do, and fail.
    static let isAvailable = binary != nil || ProcessInfo.processInfo.environment["CI"] == "true"

    /// What to do when it is not.
    static let advice: Comment = "no broker: run deploy/test, or give noida-db's binary in LINKAGE_TEST_BROKER"

    /// The one broker of the test process; it is stopped when the process ends.
    static func shared() async throws -> LocalBroker { try await theShared.value }

    private static let theShared = Task {
        let broker = try await LocalBroker()
        toStop.withLock { $0 = broker }
        atexit { LocalBroker.toStop.withLock { $0 }?.stop() }
        return broker
    }
    private static let toStop = Mutex<LocalBroker?>(nil)

    private let process: BrokerProcess

    /// Where it listens.
    var servers: String { process.servers }

    /// Starts a broker on a free port, and waits until it answers.
    init() async throws {
        process = try BrokerProcess(try #require(Self.binary, Self.advice))
        let log = try await KafkaLog(configuration(timeout: .seconds(20)), logger: quiet)
        // Any answer will do.
        let answer = await errorOf { _ = try await log.partitionCount(of: Topic("is-anybody-there")) }
        await log.close()
        #expect(answer == .unknownTopic(Topic("is-anybody-there")))
    }

    /// How to reach it.
    func configuration(timeout: Duration = .seconds(15)) -> KafkaConfiguration {
        KafkaConfiguration(bootstrapServers: servers, timeout: timeout)
    }

    /// Ends the broker and removes its data.
    func stop() { process.stop() }
}
