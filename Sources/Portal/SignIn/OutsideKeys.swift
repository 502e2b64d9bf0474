internal import Foundation
internal import JWTKit

/// The keys of another issuer, in a file that whoever fetches its JSON Web Key Set (RFC 7517) replaces: an issuer changes its
/// keys now and then, and the portal goes on.
actor OutsideKeys {
    private let file: String
    private var keys: JWTKeyCollection
    /// What the file said last.
    private var text: Data?

    /// Reads the keys.
    /// - throws: Where the file can't be read.
    init(file: String) async throws {
        self.file = file
        let text = try Data(contentsOf: URL(fileURLWithPath: file))
        self.text = text
        keys = try await Self.keys(text)
    }

    /// The keys as the file says now. The file is read each time, a few kilobytes: when it was changed can't be told where it
    /// is a link to another. What can't be read, such as half a file, leaves the keys from before.
    func current() async -> JWTKeyCollection {
        guard let text = FileManager.default.contents(atPath: file), text != self.text else { return keys }
        self.text = text
        // Another change may have come meanwhile.
        if let read = try? await Self.keys(text), text == self.text { keys = read }
        return keys
    }

    private static func keys(_ text: Data) async throws -> JWTKeyCollection {
        let keys = JWTKeyCollection()
        try await keys.add(jwksJSON: String(decoding: text, as: UTF8.self))
        return keys
    }
}
