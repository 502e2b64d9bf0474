internal import Foundation
internal import JWTKit

/// The keys of another issuer, in a file that whoever fetches its JSON Web Key Set (RFC 7517) replaces: an issuer changes its
/// keys now and then, and the portal goes on.
actor OutsideKeys {
    private let file: String
    private var keys: JWTKeyCollection
    private var changedAt: Date?

    /// Reads the keys.
    /// - throws: Where the file can't be read.
    init(file: String) async throws {
        self.file = file
        changedAt = Self.changedAt(file)
        keys = try await Self.read(file)
    }

    /// The keys as the file says now. One that can't be read leaves those from before.
    func current() async -> JWTKeyCollection {
        let changedAt = Self.changedAt(file)
        guard let changedAt, changedAt != self.changedAt else { return keys }
        self.changedAt = changedAt
        if let read = try? await Self.read(file) { keys = read }
        return keys
    }

    private static func changedAt(_ file: String) -> Date? {
        (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
    }

    private static func read(_ file: String) async throws -> JWTKeyCollection {
        let keys = JWTKeyCollection()
        try await keys.add(jwksJSON: String(contentsOfFile: file, encoding: .utf8))
        return keys
    }
}
