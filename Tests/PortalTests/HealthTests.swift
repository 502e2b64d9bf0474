import Contracts
import EventLog
import Foundation
import HTTPTypes
import History
import Testing

@Suite struct HealthTests {
    @Test func `The process is alive whatever the log does`() async throws {
        let fixture = try await Fixture()
        fixture.log.fail(.unreachable("away"))
        try await fixture.test { client async throws in
            #expect(try await client.get("/healthz").status == 200)
        }
    }

    @Test func `The portal is ready when cache and log answer`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            #expect(try await client.get("/readyz").status == 200)
            fixture.log.fail(.unreachable("away"))
            let answer = try await client.get("/readyz")
            #expect(answer.status == 503)
            #expect(answer.isProblem)
            #expect(answer.headers[.retryAfter] != nil)
        }
    }

    @Test func `The portal is not ready without its cache`() async throws {
        let fixture = try await Fixture()
        try fixture.cache.close()
        try await fixture.test { client async throws in
            let answer = try await client.get("/readyz")
            #expect(answer.status == 503)
            #expect(answer.isProblem)
            let failed = try await client.get("/api/v1/requirements")
            #expect(failed.status == 500)
            #expect(failed.isProblem)
        }
    }

    @Test func `Requests, publications, refusals and the cache's lag are counted`() async throws {
        let fixture = try await Fixture()
        _ = try await fixture.log.publish([
            Message(to: Topic(PlatformTopicName.market), key: nil, value: [1]),
            Message(to: Topic(PlatformTopicName.market), key: nil, value: [2]),
            Message(to: Topic(PlatformTopicName.market), key: nil, value: [3]),
        ])
        try await fixture.record(try Samples.fact(Samples.requirement()))
        try await fixture.test { client async throws in
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            _ = try await client.post("/api/v1/requirements", body)
            _ = try await client.post("/api/v1/requirements", "{".utf8)
            _ = try await client.get("/nothing/2300000001")
            let answer = try await client.get("/metrics")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let lines = Set(answer.text.split(separator: "\n").map(String.init))
            #expect(
                lines.contains(
                    #"linkage_http_requests_total{method="POST",route="/api/v1/requirements",status="202"} 1"#))
            #expect(
                lines.contains(
                    #"linkage_http_requests_total{method="POST",route="/api/v1/requirements",status="400"} 1"#))
            #expect(lines.contains(#"linkage_http_requests_total{method="GET",route="NotFound",status="404"} 1"#))
            #expect(lines.contains(#"linkage_published_total{subject="requirements"} 1"#))
            #expect(lines.contains(#"linkage_refused_total{subject="requirements"} 1"#))
            #expect(lines.contains(#"linkage_cache_lag_records{topic="linkage-market",partition="0"} 2"#))
            #expect(lines.contains("linkage_log_reachable 1"))
            fixture.log.fail(.unreachable("away"))
            #expect(try await client.get("/metrics").text.contains("linkage_log_reachable 0"))
        }
    }
}
