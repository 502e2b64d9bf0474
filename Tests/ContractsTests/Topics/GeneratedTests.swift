import Crypto
import Foundation
import Testing

@Suite struct GeneratedTests {
    @Test func generatedSwiftIsThatOfTheSchemas() throws {
        let generated = Checkout.root.appending(path: "Sources/Contracts/Generated")
        let schemas = try Checkout.files("proto/linkage/v1", ext: "proto")
            .map { Checkout.topics.appending(path: "proto/linkage/v1/" + $0) }
        let swift = try FileManager.default.contentsOfDirectory(atPath: generated.path)
            .filter { $0.hasSuffix(".swift") }.sorted().map { generated.appending(path: $0) }
        #expect(schemas.count == 14)
        var hash = SHA256()
        for file in schemas + swift { hash.update(data: try Data(contentsOf: file)) }
        let digest = hash.finalize().map { String(format: "%02x", $0) }.joined()
        let committed = try String(contentsOf: generated.appending(path: "digest"), encoding: .utf8)
        #expect(committed.trimmingCharacters(in: .whitespacesAndNewlines) == digest, "run topics/generate")
    }
}
