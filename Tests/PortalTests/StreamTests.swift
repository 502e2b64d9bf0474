import Contracts
import Foundation
import HTTPTypes
import History
import Hummingbird
import HummingbirdTesting
import NIOCore
import Portal
import SwiftProtobuf
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite struct StreamTests {
    private func tell(_ fixture: Fixture, _ id: String, at time: String, to supplier: String = Samples.supplier)
        async throws
    {
        try await fixture.cache.record { writer in
            let opportunity = WireOpportunity.with {
                $0.supplier = supplier
                $0.requirement = "\(Samples.buyer)/\(id)"
                $0.status = .open
                $0.asOf = time
            }
            try writer.record(opportunity)
        }
    }

    @Test func `What a supplier is told is heard by those who watch, and by nobody else`() async throws {
        let fixture = try await Fixture()
        let news = fixture.cache.news.stream(of: Samples.supplier)
        #expect(fixture.cache.news.watcherCount == 1)
        try await tell(fixture, "R0", at: "2026-01-01T00:00:00.000Z", to: Samples.otherSupplier)
        try await tell(fixture, "R1", at: "2026-01-01T00:00:01.000Z")
        // An older one changes nothing, and is not told.
        try await tell(fixture, "R1", at: "2026-01-01T00:00:00.000Z")
        try await tell(fixture, "R2", at: "2026-01-01T00:00:02.000Z")
        var heard: [String] = []
        for await event in news {
            heard.append(event.entry.place.requirement)
            if heard.count == 2 { break }
        }
        #expect(heard == ["\(Samples.buyer)/R1", "\(Samples.buyer)/R2"])
    }

    @Test func `What an open page was told of opens though the cache has it a little later`() async throws {
        let whenAsleep = SendableBox<@Sendable () async throws -> Void>({})
        let clock = ManualClock { try await whenAsleep.value() }
        let fixture = try await Fixture { $0.patience = Patience(clock: clock) }
        let path = "/opportunities/one?requirement=\(Samples.buyer)/R1"
        try await fixture.test(as: .supplier) { client async throws in
            // Nobody has just been told of it.
            #expect(try await client.get(path).status == 404 && clock.now.sinceStart == .zero)
            let news = fixture.cache.news.stream(of: Samples.supplier)
            #expect(try await client.get(path).status == 404 && clock.now.sinceStart == .seconds(2))
            whenAsleep.value = {
                try await fixture.record(try Samples.fact(Samples.requirement()))
                try await tell(fixture, "R1", at: "2026-01-01T00:00:00.000Z")
            }
            #expect(try await client.get(path).status == 200)
            withExtendedLifetime(news) {}
        }
    }

    @Test func `A stream goes on after the last event, and tells what comes`() async throws {
        let fixture = try await Fixture { $0.heartbeat = .milliseconds(20) }
        try await tell(fixture, "R1", at: "2026-01-01T00:00:00.000Z")
        try await tell(fixture, "R2", at: "2026-01-01T00:10:00.000Z")
        try await tell(fixture, "R3", at: "2026-01-01T00:20:00.000Z")
        let token = try #require(try await fixture.token(of: .supplier))
        var portal = fixture.portal
        portal.port = 0
        let heard = SendableBox("")
        try await buildApplication(portal, logger: Fixture.logger).test(.live) { client async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await Self.listen(
                        on: try #require(client.port), token,
                        lastEventId: "2026-01-01T00:10:00.000Z \(Samples.buyer)/R2"
                    ) { text in
                        heard.value += text
                        return heard.value.contains("R4") && heard.value.contains(": still here")
                    }
                }
                while fixture.cache.news.watcherCount == 0 { await Task.yield() }
                try await tell(fixture, "R4", at: "2026-01-01T00:30:00.000Z")
                try await group.waitForAll()
            }
        }
        let ids = heard.value.matches(of: /id: \S+ \S+\/(R\d)/).map { String($0.1) }
        #expect(ids == ["R2", "R3", "R4"])
        #expect(heard.value.contains("event: opportunity\nid: 2026-01-01T00:30:00.000Z \(Samples.buyer)/R4\ndata: {"))
    }

    @Test func `A stream ends once its token is revoked or over, and one supplier has so many at most`() async throws {
        let time = SendableBox(Fixture.newYear)
        let fixture = try await Fixture({ $0.heartbeat = .milliseconds(20) }, now: { time.value })
        let token = try #require(try await fixture.token(of: .supplier))
        var portal = fixture.portal
        portal.port = 0
        let held = (0..<20).map { _ in fixture.cache.news.stream(of: Samples.supplier) }
        try await buildApplication(portal, logger: Fixture.logger).test(.live) { client async throws in
            let client = Client(client, token: token)
            let refused = try await client.get("/api/v1/opportunities/stream")
            #expect(refused.status == 429 && refused.isProblem)
        }
        withExtendedLifetime(held) {}
        let ends: [@Sendable (String) async throws -> Void] = [
            { try await fixture.portal.signIn.store.revoke(try #require(TokenAuthority.id(of: $0))) },
            { _ in time.value += 3_600 },
        ]
        try await buildApplication(portal, logger: Fixture.logger).test(.live) { client async throws in
            for end in ends {
                let other = try #require(try await fixture.token(of: .otherSupplier))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        // It ends by itself: never enough is heard.
                        try await Self.listen(
                            on: try #require(client.port), other, lastEventId: "2026-01-01T00:00:00.000Z x/y"
                        ) { _ in false }
                    }
                    while fixture.cache.news.watcherCount(of: Samples.otherSupplier) == 0 { await Task.yield() }
                    try await end(other)
                    try await group.waitForAll()
                }
                while fixture.cache.news.watcherCount(of: Samples.otherSupplier) > 0 { await Task.yield() }
            }
        }
    }

    /// Reads a stream over a socket until enough was heard.
    private static func listen(
        on port: Int, _ token: String, lastEventId: String, _ isEnough: @escaping @Sendable (String) -> Bool
    ) async throws {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)/api/v1/opportunities/stream")))
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        request.setValue(lastEventId, forHTTPHeaderField: "Last-Event-ID")
        request.timeoutInterval = 20
        let reader = EventReader(isEnough)
        let session = URLSession(configuration: .ephemeral, delegate: reader, delegateQueue: nil)
        session.dataTask(with: request).resume()
        for await _ in reader.done {}
        session.invalidateAndCancel()
    }
}

/// Takes the bytes of a stream until enough was heard, or it ends.
private final class EventReader: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    let done: AsyncStream<Void>
    private let finish: AsyncStream<Void>.Continuation
    private let isEnough: @Sendable (String) -> Bool

    init(_ isEnough: @escaping @Sendable (String) -> Bool) {
        self.isEnough = isEnough
        (done, finish) = AsyncStream.makeStream(of: Void.self)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        if isEnough(String(decoding: data, as: UTF8.self)) { finish.finish() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        finish.finish()
    }
}
