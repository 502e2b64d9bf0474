import Foundation

/// Bytes that come in chunks: of a file, the standard input, or memory. Never holds the whole file.
public final class ByteSource {
    /// The file's path, "-" for the standard input; for messages.
    public let path: String
    private let descriptor: Int32?
    private let closesDescriptor: Bool
    private var memory: ArraySlice<UInt8>
    private let chunkBytes: Int

    /// Opens a file; "-" is the standard input.
    public init(path: String, chunkBytes: Int = TabularLimits.chunkBytes) throws(FileAccessError) {
        self.path = path
        self.chunkBytes = chunkBytes
        memory = []
        closesDescriptor = path != "-"
        guard closesDescriptor else {
            descriptor = STDIN_FILENO
            return
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw FileAccessError(path: path, code: errno) }
        descriptor = opened
    }

    /// Hands out bytes in memory.
    public init(_ bytes: [UInt8], path: String = "", chunkBytes: Int = TabularLimits.chunkBytes) {
        self.path = path
        self.chunkBytes = chunkBytes
        memory = bytes[...]
        descriptor = nil
        closesDescriptor = false
    }

    deinit {
        if let descriptor, closesDescriptor { close(descriptor) }
    }

    /// Appends the next bytes; false at the end.
    func append(to buffer: inout [UInt8]) throws(FileAccessError) -> Bool {
        guard let descriptor else {
            let chunk = memory.prefix(chunkBytes)
            memory = memory.dropFirst(chunkBytes)
            buffer.append(contentsOf: chunk)
            return !chunk.isEmpty
        }
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        var count = read(descriptor, &chunk, chunkBytes)
        while count < 0, errno == EINTR { count = read(descriptor, &chunk, chunkBytes) }
        guard count >= 0 else { throw FileAccessError(path: path, code: errno) }
        buffer.append(contentsOf: chunk.prefix(count))
        return count > 0
    }
}
