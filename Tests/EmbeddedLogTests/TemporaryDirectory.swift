import Foundation

/// A directory of a test's own, which the test removes.
final class TemporaryDirectory: Sendable {
    /// The directory, which is not made yet.
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)").path
    }

    /// Removes the directory and what is in it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
