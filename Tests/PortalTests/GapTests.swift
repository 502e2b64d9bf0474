import Contracts
import Foundation
import History
import SwiftProtobuf
import Testing

@Suite struct GapTests {
    private func filled() async throws -> Fixture {
        let fixture = try await Fixture()
        let report = try WireGapReport(
            jsonUTF8Data: try Data(
                contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent().appending(path: "topics/examples/linkage-gaps/unlocks.json")))
        try await fixture.cache.record { writer in try writer.record(report) }
        return fixture
    }

    @Test func `What one change would unlock is shown`() async throws {
        try await filled().test(as: .official) { client async throws in
            let answer = try await client.get("/api/v1/gaps?heading=39")
            #expect(answer.status == 200)
            let heading = try #require((answer.json["headings"] as? [[String: Any]])?.first)
            #expect(heading["heading"] as? String == "3926" && heading["currencyCode"] as? String == "VND")
            #expect((heading["unmet"] as? [String: Any])?["amount"] as? String == "91300000000")
            #expect((heading["unmet"] as? [String: Any])?["unvalued"] as? Int == 1)
            let unlocks = try #require(heading["unlocks"] as? [[String: Any]])
            #expect(unlocks.map { $0["reason"] as? String } == ["certification", "leadTime"])
            #expect(unlocks[0]["subjects"] as? [String] == ["ISO 13485"] && unlocks[1]["most"] as? Int == 8)
            #expect((unlocks[0]["unlocked"] as? [String: Any])?["amount"] as? String == "80600000000")
        }
    }

    @Test func `A table to publish suppresses what is over few firms`() async throws {
        try await filled().test { client async throws in
            let answer = try await client.get("/api/v1/gaps?published=true")
            let heading = try #require((answer.json["headings"] as? [[String: Any]])?.first)
            let unlocks = try #require(heading["unlocks"] as? [[String: Any]])
            #expect(unlocks[0]["suppliers"] as? Int == 7 && unlocks[0]["unlocked"] is [String: Any])
            #expect(unlocks[1]["suppliers"] is NSNull && unlocks[1]["unlocked"] is NSNull)
        }
    }

    @Test func `The page tells headings in words, what is unmet, and each change with its measure`() async throws {
        try await filled().test(as: .official) { client async throws in
            let page = try await client.get("/gaps?lang=en").text
            for shown in [
                "3926", "91,300,000,000 VND", "148,250,000,000 VND", "12 requirements, 6 firms",
                "1 requirements without a price or a rate", "certificates of ISO 13485", "80,600,000,000 VND",
                "up to 8 days less lead time", "href=\"/gaps?lang=vi\"",
            ] {
                #expect(page.contains(shown), "\(shown)")
            }
            #expect(try await client.get("/gaps").text.contains("tối đa rút ngắn 8 ngày"))
        }
        try await Fixture().test { client async throws in
            #expect(try await client.get("/gaps?lang=en").text.contains("publish some"))
        }
    }

    @Test func `Without reports there are none, and a wrong heading is refused`() async throws {
        try await Fixture().test { client async throws in
            #expect((try await client.get("/api/v1/gaps").json["headings"] as? [Any])?.isEmpty == true)
            for wrong in ["x", "85345", "85%27"] {
                #expect(try await client.get("/api/v1/gaps?heading=\(wrong)").status == 400)
            }
        }
    }
}
