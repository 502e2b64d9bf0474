import Foundation

/// Makes folders for what is written.
enum OutputFolder {
    /// Makes a folder and those it is in, where they are not there.
    static func make(_ path: String) throws(FileAccessError) {
        var isRoot = path.hasPrefix("/")
        var current = ""
        for part in path.split(separator: "/") {
            current += (isRoot || !current.isEmpty ? "/" : "") + part
            isRoot = false
            guard mkdir(current, 0o755) == 0 || errno == EEXIST || errno == EISDIR else {
                throw FileAccessError(path: current, code: errno)
            }
        }
    }
}
