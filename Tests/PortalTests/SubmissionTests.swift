import Contracts
import EventLog
import Foundation
import HTTPTypes
import History
import HummingbirdTesting
import Portal
import SwiftProtobuf
import Testing

@Suite struct SubmissionTests {
    @Test(arguments: ["fdi-requirements/0/0", "fdi-requirements%2F0%2F0"])
    func `A publisher learns that its record was accepted`(position: String) async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.requirement(), offset: 0))
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/submissions/\(position)")
            #expect(answer.status == 200)
            #expect(answer.json["outcome"] as? String == "accepted")
            #expect(answer.json["key"] as? String == "\(Samples.buyer)/R1")
            #expect(answer.json["version"] as? Int == 1)
            #expect(answer.json["position"] as? String == "fdi-requirements/0/0")
        }
    }

    @Test func `A publisher learns that its record was a repeat, is pending, or was refused and why`() async throws {
        let fixture = try await Fixture()
        var repeats = WireMarketFact()
        repeats.repeatsCounted = .with {
            $0.records = [
                .with {
                    $0.topic = "fdi-requirements"
                    $0.offset = 1
                }
            ]
        }
        let pending = Samples.fact("\(Samples.buyer)/A1", from: .awards, offset: 2, .pending(.init()))
        try await fixture.record(repeats, pending)
        try await fixture.record(Samples.deadLetter(offset: 7, ("unknownCode", "unitCode", "BX is withdrawn")))
        try await fixture.test { client async throws in
            func outcome(_ position: String) async throws -> String? {
                try await client.get("/api/v1/submissions/\(position)").json["outcome"] as? String
            }
            #expect(try await outcome("fdi-requirements/0/1") == "repeat")
            #expect(try await outcome("fdi-awards/0/2") == "pending")
            let refused = try await client.get("/api/v1/submissions/fdi-requirements/0/7")
            #expect(refused.json["outcome"] as? String == "refused")
            #expect(refused.faults == [.init(reason: "unknownCode", field: "unitCode")])
        }
    }

    @Test func `An outcome that is not known yet can be asked for again`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/submissions/fdi-requirements/0/5")
            #expect(answer.status == 404)
            #expect(answer.isProblem)
            #expect(answer.headers[.retryAfter] == "1")
        }
    }

    @Test(arguments: ["x", "linkage-market/0/5", "fdi-requirements/0/-5", "fdi-requirements/0/5/6"])
    func `What is no position of a public topic is told`(position: String) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/submissions/\(position)")
            #expect(answer.status == 400)
            #expect(answer.faults == [.init(reason: "malformed", field: "position")])
        }
    }

    @Test(arguments: ["fdi-requirements/0/0", "linkage-market/0/0"])
    func `A read waits until the cache has the position`(position: String) async throws {
        let filling = try await Fixture()
        let clock = ManualClock { try await filling.record(try Samples.fact(Samples.requirement(), offset: 0)) }
        var portal = filling.portal
        portal.patience = Patience(clock: clock)
        let app = buildApplication(portal, logger: Fixture.logger)
        try await app.test(.router) { client async throws in
            let client = Client(client, token: try await filling.token(of: .buyer))
            let answer = try await client.get("/api/v1/requirements?after=\(position)")
            #expect(answer.status == 200)
            #expect(answer.items.count == 1)
        }
        #expect(clock.now.sinceStart > .zero)
    }

    @Test func `A read that waits in vain says so after ten seconds at most`() async throws {
        let clock = ManualClock()
        let fixture = try await Fixture { $0.patience = Patience(limit: .seconds(600), clock: clock) }
        try await fixture.test { client async throws in
            let answer = try await client.get("/api/v1/matches?after=fdi-requirements/0/3")
            #expect(answer.status == 504)
            #expect(answer.isProblem)
            #expect(answer.headers[.retryAfter] != nil)
        }
        #expect(clock.now.sinceStart == .seconds(10))
    }

    @Test func `A read does not wait for what is there`() async throws {
        let clock = ManualClock()
        let fixture = try await Fixture { $0.patience = Patience(clock: clock) }
        try await fixture.record(try Samples.fact(Samples.requirement(), offset: 0))
        try await fixture.test { client async throws in
            #expect(try await client.get("/api/v1/requirements?after=fdi-requirements/0/0").status == 200)
        }
        #expect(clock.now.sinceStart == .zero)
    }
}
