import EventLog
import Foundation
import KafkaLog
import Logging
import Synchronization
import Testing

/// A real broker that speaks Kafka's protocol on this machine, for the tests of a process.
///
/// It is noida-db (PyPI), which `deploy/test` installs into `.build/test-venv`; another place is given in
/// `LINKAGE_TEST_BROKER`. The binary itself is started, not its wrapper, so that it can be stopped by its number.
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

    /// Where it listens.
    let servers: String
    private let process = Process()
    private let directory: URL

    /// Starts a broker on a free port, and waits until it answers.
    init() async throws {
        let binary = try #require(Self.binary, Self.advice)
        let port = try Self.freePort()
        servers = "127.0.0.1:\(port)"
        directory = FileManager.default.temporaryDirectory.appending(path: "linkage-broker-\(UUID().uuidString)")
        process.executableURL = URL(filePath: binary)
        process.arguments = [
            "start", "--only", "kafka", "--data-dir", directory.path, "--kafka-port", "\(port)",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.runWithAllSignals()
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
    func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: directory)
    }

    /// A port nobody listens on.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0 && getsockname(descriptor, address, &size) == 0
            }
        }
        try #require(isBound)
        return UInt16(bigEndian: address.sin_port)
    }
}

extension Process {
    /// Starts the program so that it can be told to end: the threads of Swift's tasks block most signals, and a
    /// program inherits what its starter blocks.
    fileprivate func runWithAllSignals() throws {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}
