import Dispatch
import EventLog
import Foundation
import GRDB

/// The connections to a log's file.
struct LogFiles: Sendable {
    /// Appends and commits.
    let writer: Connection
    /// Reads.
    let reader: Connection
    /// Is asked whether others have written.
    let watch: Connection

    /// Opens the file in a directory, on a queue that may block.
    static func open(directory: String, topics: [Topic]) async throws(EventLogError) -> LogFiles {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue(label: "linkage.log.open").async {
                let result: Result<LogFiles, EventLogError>
                do throws(EventLogError) {
                    result = .success(try LogFiles(directory: directory, topics: topics))
                } catch {
                    result = .failure(error)
                }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }

    private init(directory: String, topics: [Topic]) throws(EventLogError) {
        try Self.makeDirectory(directory)
        // One process at a time makes a file into a log.
        let lock = GroupLock(path: "\(directory)/opening.lock")
        try Self.acquire(lock)
        defer { lock.release() }
        let path = "\(directory)/\(EmbeddedLog.fileName)"
        writer = try Connection(path: path, role: .writer)
        try writer.runBlocking { try $0.createLog(topics: topics) }
        reader = try Connection(path: path, role: .reader)
        watch = try Connection(path: path, role: .watch)
    }

    private static func acquire(_ lock: GroupLock) throws(EventLogError) {
        let deadline = ContinuousClock.now + .seconds(EmbeddedLogLimits.busySeconds)
        while try !lock.acquire() {
            guard ContinuousClock.now < deadline else {
                throw .unreachable("\(lock.path): another process has been opening the log for long; try again")
            }
            usleep(1_000)
        }
    }

    /// Creates a directory and those above it. What is made is the owner's only: a log holds sealed prices.
    private static func makeDirectory(_ directory: String) throws(EventLogError) {
        var status = stat()
        if stat(directory, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .unreachable("\(directory) is a file; give a directory")
            }
            return
        }
        let parent = (directory as NSString).deletingLastPathComponent
        if !parent.isEmpty, parent != directory { try makeDirectory(parent) }
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw EventLogError(errorNumber: errno, doing: "creating the directory", path: directory)
        }
        flush(directory: parent.isEmpty ? "." : parent)
    }

    /// Makes a new entry of a directory survive a power cut; where that is not possible, nothing is lost by trying.
    private static func flush(directory: String) {
        let descriptor = Foundation.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Foundation.close(descriptor)
    }
}
