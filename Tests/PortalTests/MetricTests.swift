import Contracts
import Foundation
import Testing

@Suite struct MetricTests {
    /// 1,000 pieces at 80 dong today; 36,000 dong planned of 68,000, half of it local value.
    private func filled() async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement()), try Samples.fact(Samples.capability(), offset: 1))
        try await fixture.record(Samples.matchSet())
        return fixture
    }

    @Test func `The three numbers are told apart, each in three stages`() async throws {
        try await filled().test(as: .official) { client async throws in
            let answer = try await client.get("/api/v1/metrics/localization")
            #expect(answer.status == 200)
            #expect(answer.json["currencyCode"] as? String == "VND")
            let groups = try #require(answer.json["groups"] as? [[String: Any]])
            let group = try #require(groups.first)
            #expect(groups.count == 1)
            #expect(group["requirements"] as? Int == 1)
            let demand = try #require(group["demand"] as? [String: Any])
            #expect(demand["amount"] as? String == "80000")
            #expect((demand["inCountry"] as? [String: Any])?["share"] as? Int == 0)
            let potential = try #require(group["potential"] as? [String: Any])
            #expect(potential["amount"] as? String == "68000")
            func part(_ name: String) -> [String: Any]? { potential[name] as? [String: Any] }
            #expect(part("inCountry")?["amount"] as? String == "36000")
            #expect(part("domesticallyOwned")?["share"] as? Int == 529_411)
            #expect(part("valueAdded")?["amount"] as? String == "18000")
            #expect(part("valueAdded")?["share"] as? Int == 264_705)
            let realised = try #require(group["realised"] as? [String: Any])
            #expect((realised["valueAdded"] as? [String: Any])?["share"] is NSNull)
            #expect(group["leftOut"] as? [String: Int] == ["withoutPrice": 0, "withoutRate": 0, "outOfRange": 0])
        }
    }

    @Test(arguments: [("heading", "8534"), ("firm", Samples.buyer), ("ward", "–"), ("month", "2027-01")])
    func `The numbers are grouped as asked`(grouping: String, group: String) async throws {
        try await filled().test { client async throws in
            let answer = try await client.get("/api/v1/metrics/localization?by=\(grouping)")
            #expect(answer.json["by"] as? String == grouping)
            let groups = try #require(answer.json["groups"] as? [[String: Any]])
            #expect(groups.map { $0["group"] as? String } == [group])
        }
    }

    @Test func `What is left out is counted with its reason`() async throws {
        try await filled().test(as: .official) { client async throws in
            let answer = try await client.get("/api/v1/metrics/localization?currency=USD")
            let groups = try #require(answer.json["groups"] as? [[String: Any]])
            let leftOut = try #require(groups.first?["leftOut"] as? [String: Int])
            #expect((leftOut["withoutRate"] ?? 0) > 0)
        }
    }

    @Test func `Others are not told how many requirements a single buyer has`() async throws {
        try await filled().test(as: .supplier) { client async throws in
            let answer = try await client.get("/api/v1/metrics/localization?by=firm")
            let group = try #require((answer.json["groups"] as? [[String: Any]])?.first)
            #expect(group["requirements"] is NSNull && group["leftOut"] is NSNull && group["demand"] is NSNull)
        }
    }

    @Test(arguments: [("by=colour", "by"), ("currency=XXX", "currency"), ("currency=vnd", "currency")])
    func `A grouping or currency that is unknown is named`(query: String, field: String) async throws {
        try await filled().test { client async throws in
            let answer = try await client.get("/api/v1/metrics/localization?\(query)")
            #expect(answer.status == 400)
            #expect(answer.faults.map(\.field) == [field])
        }
    }
}
