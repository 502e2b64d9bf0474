import Foundation

/// Writes a new file piece by piece.
final class OutputFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Makes a file, or empties the one that is there.
    init(path: String) throws(FileAccessError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileAccessError(path: path, code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends bytes; they reach the file at the latest by `finish`.
    func append(_ bytes: some Sequence<UInt8>) throws(FileAccessError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= TabularLimits.chunkBytes { try finish() }
    }

    /// Lets the file have all that was appended.
    func finish() throws(FileAccessError) {
        try Self.write(buffer, to: descriptor, path: path)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes all bytes.
    static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileAccessError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let (count, code) = rest.withUnsafeBytes { space in
                let count = Foundation.write(descriptor, space.baseAddress, space.count)
                return (count, errno)
            }
            if count < 0, code == EINTR { continue }
            guard count >= 0 else { throw FileAccessError(path: path, code: code) }
            rest = rest.dropFirst(count)
        }
    }
}
