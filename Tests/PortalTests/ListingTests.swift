import Contracts
import Foundation
import HTTPTypes
import Testing

@Suite struct ListingTests {
    @Test func `A key shows what was published and how it was accepted`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.requirement()))
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "application/json")
            #expect(answer.json["key"] as? String == "\(Samples.buyer)/R1")
            #expect(answer.json["version"] as? Int == 1)
            #expect(answer.json["acceptedAt"] as? String == "2026-01-01T00:00:00.000Z")
            #expect(answer.json["position"] as? String == "linkage-market/0/0")
            let published = try #require(answer.json["published"] as? [String: Any])
            #expect(published["quantity"] as? String == "1000")
            let bytes = Array(try JSONSerialization.data(withJSONObject: published))
            let decoded = RecordCodec.decode(subject: .requirements, contentType: nil, value: bytes)
            #expect(decoded == .success(.requirement(Samples.requirement())))
        }
    }

    @Test func `An unknown key is not found and a withdrawn one is gone`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement()), Samples.withdrawal("\(Samples.buyer)/R1", of: .requirements))
        try await fixture.test { client async throws in
            let gone = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1")
            #expect(gone.status == 410 && gone.isProblem)
            let unknown = try await client.get("/api/v1/requirements/\(Samples.buyer)/R2")
            #expect(unknown.status == 404 && unknown.isProblem)
            #expect(try await client.get("/api/v1/requirements").items.isEmpty)
        }
    }

    @Test func `A listing goes on where the page before ended`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try (1...5).map { try Samples.fact(Samples.requirement("R\($0)"), offset: Int64($0)) })
        try await fixture.test { client async throws in
            var keys: [String] = []
            var sizes: [Int] = []
            var next: String? = ""
            while let cursor = next {
                let answer = try await client.get("/api/v1/requirements?limit=2&cursor=\(cursor)")
                keys += answer.items.compactMap { $0["key"] as? String }
                sizes.append(answer.items.count)
                next = answer.json["next"] as? String
            }
            #expect(keys == (1...5).map { "\(Samples.buyer)/R\($0)" })
            #expect(sizes == [2, 2, 1])
        }
    }

    @Test func `A full last page ends the listing`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try (1...2).map { try Samples.fact(Samples.requirement("R\($0)"), offset: Int64($0)) })
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/requirements?limit=2")
            #expect(answer.items.count == 2)
            #expect(answer.json["next"] is NSNull)
        }
    }

    @Test func `A listing is filtered by owner and by HS code`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement("R1")),
            try Samples.fact(Samples.requirement("R2") { $0.hsCode = "392690" }, offset: 1),
            try Samples.fact(Samples.requirement("R3") { $0.owner = Samples.office }, offset: 2))
        try await fixture.test(as: .official) { client async throws in
            func keys(_ query: String) async throws -> [String] {
                try await client.get("/api/v1/requirements?\(query)").items.compactMap { $0["key"] as? String }
            }
            #expect(try await keys("owner=\(Samples.office)") == ["\(Samples.office)/R3"])
            #expect(try await keys("hs=39") == ["\(Samples.buyer)/R2"])
            #expect(
                try await keys("hs=8534&owner=\(Samples.buyer)") == ["\(Samples.buyer)/R1"])
            #expect(try await keys("hs=90").isEmpty)
        }
    }

    @Test(arguments: [
        ("limit=0", "limit"), ("limit=501", "limit"), ("limit=x", "limit"), ("cursor=%21", "cursor"),
        ("owner=1", "owner"),
        ("hs=85x", "hs"), ("ownr=2300000001", "ownr"), ("limit=1&limit=2", "limit"), ("after=nowhere", "after"),
    ])
    func `A parameter that cannot be used is named`(query: String, field: String) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/requirements?\(query)")
            #expect(answer.status == 400)
            #expect(answer.isProblem)
            #expect(answer.faults.map(\.field) == [field])
        }
    }

    @Test func `A subject without HS code is not asked for one`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/profiles?hs=85")
            #expect(answer.status == 400)
            #expect(answer.faults == [.init(reason: "notSupported", field: "hs")])
        }
    }

    @Test(arguments: Subject.allCases)
    func `Each subject can be listed`(subject: Subject) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/\(subject.rawValue)")
            #expect(answer.status == 200)
            #expect(answer.text == #"{"items":[],"next":null}"#)
        }
    }
}
