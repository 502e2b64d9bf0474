import Contracts
import Foundation
import SwiftProtobuf
import Testing

@Suite struct ProductLocalizationTests {
    /// A telephone of 200 dong, of which 20 are the firm's own, with one line of 80 dong that is imported today and for
    /// which 600 of 1,000 pieces are planned at 60 dong and half local value.
    private func filled() async throws -> Fixture {
        let fixture = try await Fixture()
        let product = WireProduct.with {
            $0.owner = Samples.buyer
            $0.id = "P1"
            $0.hsCode = "851713"
            $0.name = "Telephone"
            $0.fob = Samples.money("200", "VND")
            $0.ownDomesticValue = Samples.money("20", "VND")
        }
        let requirement = Samples.requirement {
            $0.product.id = "P1"
            $0.product.quantityPerUnit = "1"
        }
        try await fixture.record(
            Samples.fact(
                "\(Samples.buyer)/P1", from: .products, offset: 0,
                .product(try Samples.resolver.resolve(product).get())),
            try Samples.fact(requirement))
        try await fixture.record(Samples.matchSet())
        return fixture
    }

    @Test func `A product's ratios and the first awards are shown`() async throws {
        try await filled().test { client async throws in
            let answer = try await client.get("/api/v1/products/\(Samples.buyer)/P1/localization")
            #expect(answer.status == 200)
            // Own 20 of 200; with the plan 60 % of 60 dong at one half besides.
            #expect((answer.json["today"] as? [String: Any])?["originating"] as? String == "20")
            #expect((answer.json["potential"] as? [String: Any])?["originating"] as? String == "38")
            let agreements = try #require(answer.json["agreements"] as? [[String: Any]])
            #expect(agreements.first?["agreement"] as? String == "Viet Nam LVC")
            #expect((agreements.first?["today"] as? [String: Any])?["ratio"] as? Int == 100_000)
            #expect((agreements.first?["today"] as? [String: Any])?["passes"] as? Bool == false)
            // 30 % of 200 is 60: the plan does not bring it.
            #expect(agreements.first?["firstAwards"] is NSNull)
            // EVFTA's limit is on EXW, which is not published.
            #expect(
                (agreements.last?["today"] as? [String: Any])?["absentReason"] as? String == "missing")
        }
    }

    @Test func `A product that is not there is named`() async throws {
        try await filled().test { client async throws in
            let answer = try await client.get("/api/v1/products/\(Samples.buyer)/P9/localization")
            #expect(answer.status == 404)
            #expect(answer.isProblem)
        }
    }

    @Test func `Metrics are told for a day, and for publishing`() async throws {
        try await filled().test(as: .official) { client async throws in
            let before = try await client.get("/api/v1/metrics/localization?asOf=2025-12-31")
            let groups = try #require(before.json["groups"] as? [[String: Any]])
            #expect(groups.first?["requirements"] as? Int == 0)
            let now = try await client.get("/api/v1/metrics/localization?asOf=2026-01-01")
            #expect((now.json["groups"] as? [[String: Any]])?.first?["requirements"] as? Int == 1)
            // One firm would be revealed.
            let published = try await client.get("/api/v1/metrics/localization?published=true")
            #expect((published.json["groups"] as? [[String: Any]])?.first?["demand"] is NSNull)
            let refused = try await client.get("/api/v1/metrics/localization?asOf=yesterday")
            #expect(refused.faults.map(\.field) == ["asOf"])
        }
    }
}
