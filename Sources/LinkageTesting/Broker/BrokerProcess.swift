internal import Foundation

/// noida-db, a broker that speaks Kafka's protocol, as a process of its own: on a free port of this machine, with an empty
/// folder.
public final class BrokerProcess: Sendable {
    /// Where it listens, `127.0.0.1:PORT`.
    public let servers: String
    private let process = Process()
    private let directory: URL

    /// Starts a broker; it may take a moment until it answers.
    /// - parameter binary: The binary itself, not pip's wrapper, so that it can be stopped by its number; see
    ///   `Tests/Interop/requirements.txt`.
    /// - throws: Where the program can't be run, or no port is free.
    public init(_ binary: String) throws {
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
    }

    /// Ends the broker and removes its data.
    public func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: directory)
    }

    /// A port nobody listens on.
    private static func freePort() throws -> UInt16 {
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
        guard isBound else { throw CocoaError(.featureUnsupported) }
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
