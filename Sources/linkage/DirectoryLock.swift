import Foundation

/// Keeps a second `linkage up` from using the same data directory. The lock goes with the process, however it ends.
struct DirectoryLock {
    private let descriptor: Int32

    /// Takes the lock of a folder.
    /// - throws: `Failure` where another process has it, or the folder can't be written.
    init(_ directory: String) throws {
        let path = directory + "/up.lock"
        descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(
                "the data directory \(directory) can't be written: \(String(cString: strerror(errno)))",
                exitCode: .unavailable)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(
                "`linkage up` is already running on \(directory): stop it, or name another --data-dir",
                exitCode: .unavailable)
        }
    }

    func release() { close(descriptor) }
}
