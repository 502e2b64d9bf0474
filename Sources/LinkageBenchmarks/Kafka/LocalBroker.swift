import Foundation

/// A broker of this benchmark's own, with an empty folder, on a free port of this machine.
final class LocalBroker {
    let servers: String
    private let folder: URL
    private let process = Process()

    /// Starts noida-db; see `Tests/Interop/requirements.txt`.
    /// - parameter path: The binary itself, not pip's wrapper.
    init(_ path: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("linkage-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let port = Self.freePort()
        servers = "127.0.0.1:\(port)"
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [
            "start", "--only", "kafka", "--data-dir", folder.appendingPathComponent("data").path, "--kafka-port",
            "\(port)",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func freePort() -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = bind(descriptor, generic, length)
                _ = getsockname(descriptor, generic, &length)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }
}
