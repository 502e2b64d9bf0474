import ArgumentParser
import Contracts
import Foundation
import History

/// Where the log, the cache and the imported code lists of an office are.
struct DataDirectory: ParsableArguments {
    @Option(
        name: .customLong("data-dir"),
        help: "Where log, cache and code lists are (else $LINKAGE_DATA_DIR, else ./linkage-data).")
    var given: String?

    /// The folder's path.
    var path: String { given ?? ProcessInfo.processInfo.environment["LINKAGE_DATA_DIR"] ?? "linkage-data" }

    /// The cache's file.
    var cachePath: String { path + "/cache.sqlite" }

    /// Where imported code lists are kept.
    var referencePath: String { path + "/reference" }

    /// Makes the folder where it is missing.
    func make() throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(
                "the data directory \(path) can't be made: \(error.localizedDescription)", exitCode: .unavailable)
        }
    }

    /// The cache; where there is none, says what to do.
    func openCache() throws -> HistoryCache {
        guard FileManager.default.fileExists(atPath: cachePath) else {
            throw Failure("there is no cache in \(path) yet: start `linkage up` there first")
        }
        return try HistoryCache(path: cachePath)
    }

    /// What the public ids of anonymous requirements are made with.
    func publicIdSecret() throws -> [UInt8] { try secret("public-id") }

    /// The secret of a name: 32 random bytes, made once.
    func secret(_ name: String) throws -> [UInt8] {
        let path = path + "/\(name).secret"
        if let bytes = FileManager.default.contents(atPath: path), bytes.count == 32 { return Array(bytes) }
        let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(secret), attributes: [.posixPermissions: 0o600])
        else { throw Failure("\(path) can't be written", exitCode: .unavailable) }
        return secret
    }

    /// The imported code lists, or the built-in ones.
    func referenceLists() throws -> ReferenceLists { try ReferenceLists(directory: referencePath) }
}
