internal import Foundation
internal import JWTKit
internal import Logging

/// The keys of another issuer, in a file that whoever fetches its JSON Web Key Set (RFC 7517) replaces: an issuer changes its
/// keys now and then, and the portal goes on.
actor OutsideKeys {
    private let file: String
    private let logger: Logger
    private var keys: JWTKeyCollection
    /// What the file said last; nil where it could not be read.
    private var text: Data?

    /// Reads the keys.
    /// - throws: Where the file can't be read.
    init(file: String, logger: Logger) async throws {
        self.file = file
        self.logger = logger
        let text = try Data(contentsOf: URL(fileURLWithPath: file))
        self.text = text
        keys = try await Self.keys(text)
    }

    /// The keys as the file says now. The file is read each time, a few kilobytes: when it was changed can't be told where it
    /// is a link to another. What can't be read, such as half a file, leaves the keys from before, with a warning.
    func current() async -> JWTKeyCollection {
        let text = FileManager.default.contents(atPath: file)
        guard text != self.text else { return keys }
        self.text = text
        do {
            guard let text else { throw CocoaError(.fileReadNoSuchFile) }
            let read = try await Self.keys(text)
            // Another change may have come meanwhile.
            if text == self.text { keys = read }
        } catch {
            logger.warning(
                "the other issuer's keys can't be read; those from before stand",
                metadata: ["file": "\(file)", "reason": "\(error)"])
        }
        return keys
    }

    private static func keys(_ text: Data) async throws -> JWTKeyCollection {
        let keys = JWTKeyCollection()
        try await keys.add(jwksJSON: String(decoding: text, as: UTF8.self))
        return keys
    }
}
