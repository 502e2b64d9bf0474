import Contracts
import HTTPTypes
import History
import Hummingbird
import HummingbirdTesting
import Pipeline
import Portal
import Testing

@Suite struct CallerTests {
    @Test func `A tag stands until something is recorded, for the one who asked`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.requirement()))
        try await fixture.test { client async throws in
            let path = "/api/v1/requirements/\(Samples.buyer)/R1"
            let tag = try #require(try await client.get(path).headers[.eTag])
            let again = try await client.get(path, [.ifNoneMatch: "\"other\", \(tag)"])
            #expect(again.status == 304 && again.text.isEmpty && again.headers[.eTag] == tag)
            let other = client.with(token: try await fixture.token(of: .official))
            #expect(try await other.get(path, [.ifNoneMatch: tag]).status == 200)
            try await fixture.cache.record { try $0.advance(topic: "linkage-market", partition: 0, to: 9) }
            #expect(try await client.get(path, [.ifNoneMatch: tag]).status == 200)
        }
    }

    @Test func `One caller can't use up what all need`() async throws {
        let time = SendableBox<Int64>(1_767_225_600_000)
        let fixture = try await Fixture()
        var portal = Portal(
            log: fixture.log, cache: fixture.cache, signIn: fixture.portal.signIn, clock: PlatformClock { time.value })
        portal.port = 0
        let (buyer, supplier) = (try await fixture.token(of: .buyer), try await fixture.token(of: .supplier))
        try await buildApplication(portal, logger: Fixture.logger).test(.router) { client async throws in
            let client = Client(client, token: buyer)
            for _ in 0..<2_000 { #expect(try await client.get("/api/v1/submissions/x").status == 400) }
            let refused = try await client.get("/api/v1/submissions/x")
            #expect(refused.status == 429 && refused.isProblem && refused.headers[.retryAfter] == "1")
            #expect(try await client.with(token: supplier).get("/api/v1/rates").status == 200)
            time.value += 5
            #expect(try await client.get("/api/v1/submissions/x").status == 400)
            #expect(try await client.get("/api/v1/submissions/x").status == 429)
        }
    }
}
