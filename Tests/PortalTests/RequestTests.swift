import Contracts
import EventLog
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LinkageTesting
import Portal
import Synchronization
import Testing

@Suite struct RequestTests {
    @Test(arguments: ["/nothing", "/api/v1", "/api/v1/nothing", "/api/v2/requirements", "/api/v1/requirements/a/b/c"])
    func `An unknown address is a problem`(path: String) async throws {
        try await Fixture().test { client async throws in
            let answer = try await client.get(path)
            #expect(answer.status == 404)
            #expect(answer.isProblem)
        }
    }

    @Test(arguments: [
        ("/api/v1/requirements", HTTPRequest.Method.put, "GET, HEAD, POST"), ("/api/v1/matches", .post, "GET, HEAD"),
        ("/", .delete, "GET, HEAD"), ("/metrics", .post, "GET, HEAD"),
        ("/api/v1/requirements/2300000001/R1", .patch, "DELETE, GET, HEAD"),
        ("/api/v1/requirements", .options, "GET, HEAD, POST"),
    ])
    func `A method that an address does not take is a problem`(
        path: String, method: HTTPRequest.Method, allowed: String
    ) async throws {
        try await Fixture().test { client async throws in
            let answer = try await client.send(method, path)
            #expect(answer.status == 405)
            #expect(answer.isProblem)
            #expect(answer.headers[.allow] == allowed)
        }
    }

    @Test func `HEAD is answered as GET without body`() async throws {
        try await Fixture().test { client async throws in
            let answer = try await client.send(.head, "/api/v1/requirements")
            #expect(answer.status == 200)
            #expect(answer.text.isEmpty)
        }
    }

    @Test(arguments: ["/", "/api/v1/requirements", "/nothing", "/assets/linkage.css"])
    func `Every answer says what a browser may do with it`(path: String) async throws {
        try await Fixture().test { client async throws in
            let headers = try await client.get(path).headers
            let policy = try #require(headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'self'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
            #expect(headers[.cacheControl] != nil)
        }
    }

    @Test func `A page of another site may not publish`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            for origin in ["https://elsewhere.example", "null"] {
                let answer = try await client.post("/api/v1/requirements", body, "application/json", [.origin: origin])
                #expect(answer.status == 403)
                #expect(answer.isProblem)
            }
            #expect(fixture.log.published.isEmpty)
            let own = try await client.post(
                "/api/v1/requirements", body, "application/json", [.origin: "http://localhost"])
            #expect(own.status == 202)
        }
    }

    @Test func `A server answers to its own names only`() async throws {
        let port = Mutex<Int?>(nil)
        let heard = AsyncStream<Int>.makeStream()
        let fixture = try await Fixture {
            $0.port = 0
            $0.allowedHosts = ["linkage.example"]
            $0.onListening = { heard.continuation.yield($0) }
        }
        try await buildApplication(fixture.portal, logger: Fixture.logger).test(.live) { client async throws in
            let listening = try #require(await heard.stream.first { _ in true })
            port.withLock { $0 = listening }
            #expect(listening == client.port)
            try await TestClient.withClient(host: "127.0.0.1", port: listening) { client async throws in
                func status(_ authority: String) async throws -> Int {
                    try await client.execute(.init("/healthz", method: .get, authority: authority)).status.code
                }
                #expect(try await status("localhost") == 200)
                #expect(try await status("127.0.0.1:\(listening)") == 200)
                #expect(try await status("[::1]:\(listening)") == 200)
                #expect(try await status("LINKAGE.example") == 200)
                #expect(try await status("rebound.example") == 421)
                #expect(try await status("localhost.rebound.example:\(listening)") == 421)
                #expect(try await status("127.0.0.1.rebound.example") == 421)
            }
        }
    }

    @Test func `A server takes and gives what the router does`() async throws {
        let fixture = try await Fixture { $0.port = 0 }
        try await buildApplication(fixture.portal, logger: Fixture.logger).test(.live) { client async throws in
            let client = Client(client, token: try await fixture.token(of: .buyer))
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            #expect(try await client.post("/api/v1/requirements", body).status == 202)
            #expect(try await client.get("/").text.contains("<html lang=\"vi\">"))
        }
    }

    @Test func `The log tells route, status and duration, and no body, query or key`() async throws {
        let lines = LogLines()
        let fixture = try await Fixture()
        try await buildApplication(fixture.portal, logger: lines.logger).test(.router) { client async throws in
            let client = Client(client, token: try await fixture.token(of: .buyer))
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            _ = try await client.post("/api/v1/requirements", body)
            _ = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1?after=")
        }
        let text = lines.all.joined(separator: "\n")
        #expect(text.contains("/api/v1/requirements/:owner/:id") || text.contains("/api/v1/requirements/{owner}/{id}"))
        #expect(text.contains("\"status\": 202") && text.contains("\"milliseconds\": "))
        #expect(!text.contains(Samples.buyer) && !text.contains("Printed") && !text.contains("after"))
    }
}
