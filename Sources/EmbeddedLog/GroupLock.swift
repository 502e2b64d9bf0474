import EventLog
import Foundation
import Synchronization

/// A lock file that at most one holder has, in this process or another; the kernel frees it when its holder dies.
final class GroupLock: Sendable {
    /// The lock file, which is never removed.
    let path: String
    private let descriptor = Mutex<Int32?>(nil)

    init(path: String) { self.path = path }

    deinit { release() }

    /// Takes the lock if nobody has it.
    /// - returns: Whether this object holds it now.
    func acquire() throws(EventLogError) -> Bool {
        if descriptor.withLock({ $0 != nil }) { return true }
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw EventLogError(errorNumber: errno, doing: "opening the lock file", path: path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0, isAtPath(opened) else {
            Foundation.close(opened)
            return false
        }
        descriptor.withLock { $0 = opened }
        return true
    }

    /// Gives the lock back, if it is held.
    func release() {
        let held = descriptor.withLock { held in
            defer { held = nil }
            return held
        }
        if let held { Foundation.close(held) }
    }

    /// Whether the locked file is still the one that others would open.
    private func isAtPath(_ opened: Int32) -> Bool {
        var mine = stat()
        var theirs = stat()
        return fstat(opened, &mine) == 0 && stat(path, &theirs) == 0
            && mine.st_ino == theirs.st_ino && mine.st_dev == theirs.st_dev
    }
}
