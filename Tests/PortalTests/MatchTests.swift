import Contracts
import Foundation
import History
import SwiftProtobuf
import Testing

@Suite struct MatchTests {
    @Test func `The current match sets are listed with what is best`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(
            Samples.matchSet(offset: 1), Samples.matchSet(offset: 2) { $0.qualifyingSuppliers = 3 })
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/matches")
            #expect(answer.status == 200)
            let item = try #require(answer.items.first)
            #expect(answer.items.count == 1)
            #expect(item["requirement"] as? String == "\(Samples.buyer)/R1")
            #expect(item["status"] as? String == "OPEN")
            #expect(item["qualifyingSuppliers"] as? Int == 3)
            #expect(item["ratio"] as? Int == 264_705)
            #expect(item["absentReason"] is NSNull)
            let best = try #require(item["best"] as? [String: Any])
            #expect(best["capability"] as? String == "\(Samples.supplier)/C1")
            #expect(best["score"] as? Int == 4_900)
        }
    }

    @Test func `How the ranked suppliers stand with officials is told`() async throws {
        let fixture = try await Fixture()
        func verification(_ id: String, offset: Int64, _ verification: WireVerification) throws -> WireMarketFact {
            Samples.fact(
                "\(Samples.office)/\(id)", from: .verifications, offset: offset,
                .verification(try Samples.resolver.resolve(verification).get()))
        }
        let decided = WireVerification.with {
            ($0.owner, $0.id, $0.evidence, $0.official) = (Samples.office, "V1", "seen on site", "An official")
            $0.profile = Samples.supplier
            $0.decision = .accepted
        }
        var capability = Samples.capability()
        capability.certifications = [
            .with { ($0.scheme, $0.number, $0.body, $0.expiresOn) = ("ISO 9001", "N1", "A body", "2028-01-01") }
        ]
        var certificate = decided
        certificate.certificate = .with {
            ($0.capability, $0.scheme, $0.number) = ("\(Samples.supplier)/C1", "iso 9001", "N1")
        }
        certificate.decision = .refused
        try await fixture.record(
            try Samples.fact(Samples.requirement()), try Samples.fact(capability, offset: 1),
            try Samples.fact(Samples.profile(Samples.supplier, "Bo mạch Kinh Bắc"), offset: 2),
            try verification("V1", offset: 3, decided), try verification("V2", offset: 4, certificate))
        try await fixture.record(Samples.matchSet())
        try await fixture.test { client async throws in
            let matches = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches").json
            let standings = try #require(matches["standings"] as? [String: [String: String]])
            #expect(standings["statements"] == ["\(Samples.supplier)/C1": "unstated"])
            #expect(standings["profiles"] == [Samples.supplier: "verified"])
            let official = client.with(token: try await fixture.token(of: .official))
            let offered = try await official.get("/api/v1/capabilities/\(Samples.supplier)/C1").json
            let ofOffer = try #require(offered["standings"] as? [String: Any])
            #expect(ofOffer["statement"] as? String == "unstated")
            #expect(
                ofOffer["certificates"] as? [[String: String]]
                    == [["scheme": "ISO 9001", "number": "N1", "standing": "refused"]])
            let profile = try await client.get("/api/v1/profiles/\(Samples.supplier)/profile").json
            #expect(profile["standings"] as? [String: String] == ["profile": "verified"])
            let asked = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1").json
            #expect(asked["standings"] == nil)
        }
    }

    @Test func `Match sets are filtered by buyer and by supplier, and paged`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(
            Samples.matchSet("\(Samples.buyer)/R1"), Samples.matchSet("\(Samples.buyer)/R2", offset: 2),
            Samples.matchSet("\(Samples.office)/R3", offset: 3) { $0.matches = [] })
        try await fixture.test { client async throws in
            func keys(_ query: String) async throws -> [String] {
                try await client.get("/api/v1/matches?\(query)").items.compactMap { $0["requirement"] as? String }
            }
            #expect(try await keys("owner=\(Samples.office)") == [])
            let official = client.with(token: try await fixture.token(of: .official))
            #expect(try await official.get("/api/v1/matches?owner=\(Samples.office)").items.count == 1)
            #expect(
                try await keys("supplier=\(Samples.supplier)") == ["\(Samples.buyer)/R1", "\(Samples.buyer)/R2"])
            let first = try await client.get("/api/v1/matches?limit=1")
            let next = try #require(first.json["next"] as? String)
            #expect(try await keys("limit=1&cursor=\(next)") == ["\(Samples.buyer)/R2"])
        }
    }

    @Test func `A requirement shows its current match set in full and those before it`() async throws {
        let fixture = try await Fixture()
        let sets = [Samples.matchSet(offset: 1) { $0.candidates = 1 }, Samples.matchSet(offset: 4)]
        try await fixture.record(sets[0], sets[1])
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches")
            #expect(answer.status == 200)
            func set(_ object: Any?) throws -> WireMatchSet {
                let data = try JSONSerialization.data(withJSONObject: try #require(object))
                return try WireMatchSet(jsonUTF8Bytes: Array(data))
            }
            #expect(try set(answer.json["current"]) == sets[1])
            let history = try #require(answer.json["history"] as? [Any])
            #expect(try history.map { try set($0) } == [sets[0]])
        }
    }

    @Test func `A requirement that is not matched yet has no match set`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.requirement()))
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches")
            #expect(answer.status == 200)
            #expect(answer.json["current"] is NSNull)
            let unknown = try await client.get("/api/v1/requirements/\(Samples.buyer)/R2/matches")
            #expect(unknown.status == 404 && unknown.isProblem)
        }
    }

    @Test func `A pair is explained by the check that made the match set`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement()), try Samples.fact(Samples.capability(), offset: 1))
        try await fixture.test { client async throws in
            let answer = try await client.get(
                "/api/v1/explain?requirement=\(Samples.buyer)/R1&capability=\(Samples.supplier)%2FC1")
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.json["qualifies"] as? Bool == true)
            let findings = try #require(answer.json["findings"] as? [[String: Any]])
            #expect(findings.count == 10)
            let price = try #require(findings.first { $0["reason"] as? String == "price" })
            let offered = (price["offered"] as? [String: Any])?["price"] as? [String: String]
            #expect(offered == ["currencyCode": "VND", "value": "60"])
            #expect((answer.json["terms"] as? [String: Int])?["price"] == 1_600)
            let page = try await client.get(
                "/explain?requirement=\(Samples.buyer)/R1&capability=\(Samples.supplier)/C1&lang=en")
            #expect(page.text.contains(" H87</td>"))
            #expect(page.text.contains("60 VND / H87"))
        }
    }

    @Test func `What cannot be explained is told`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let unknown = try await client.get(
                "/api/v1/explain?requirement=\(Samples.buyer)/R1&capability=\(Samples.supplier)/C1")
            #expect(unknown.status == 404 && unknown.isProblem)
            let missing = try await client.get("/api/v1/explain?requirement=\(Samples.buyer)/R1")
            #expect(missing.status == 400)
            #expect(missing.faults == [.init(reason: "missing", field: "capability")])
            let malformed = try await client.get("/api/v1/explain?requirement=R1&capability=\(Samples.supplier)/C1")
            #expect(malformed.faults == [.init(reason: "malformed", field: "requirement")])
        }
    }

    @Test func `A supplier's opportunities are listed newest first, and paged`() async throws {
        let fixture = try await Fixture()
        try await fixture.cache.record { writer in
            for (id, day) in [("R1", "01"), ("R2", "02"), ("R3", "02")] {
                let opportunity = WireOpportunity.with {
                    $0.supplier = Samples.supplier
                    $0.requirement = "\(Samples.buyer)/\(id)"
                    $0.status = .open
                    $0.asOf = "2026-01-\(day)T00:00:00.000Z"
                }
                try writer.record(opportunity)
            }
        }
        try await fixture.test(as: .supplier) { client async throws in
            let first = try await client.get("/api/v1/opportunities?supplier=\(Samples.supplier)&limit=2")
            func keys(_ answer: Answer) -> [String] { answer.items.compactMap { $0["requirement"] as? String } }
            #expect(keys(first) == ["\(Samples.buyer)/R2", "\(Samples.buyer)/R3"])
            let next = try #require(first.json["next"] as? String)
            let second = try await client.get(
                "/api/v1/opportunities?supplier=\(Samples.supplier)&limit=2&cursor=\(next)")
            #expect(keys(second) == ["\(Samples.buyer)/R1"])
            #expect(second.json["next"] is NSNull)
            let others = try await client.get("/api/v1/opportunities?supplier=\(Samples.otherSupplier)")
            #expect(others.status == 403 && others.isProblem)
        }
    }
}
