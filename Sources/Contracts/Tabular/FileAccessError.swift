import Foundation

/// A file that cannot be opened, read or written.
public struct FileAccessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's path; "-" for the standard input.
    public let path: String
    /// The number the system gave, such as `ENOENT`.
    public let code: Int32

    /// An error of the system about a file.
    public init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    public var description: String { "\(path): \(String(cString: strerror(code)))" }
}
