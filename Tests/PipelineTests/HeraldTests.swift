import Contracts
import EmbeddedLog
import EventLog
import History
import Logging
import ServiceLifecycle
import SwiftProtobuf
import Testing

@testable import Pipeline

/// Who watches hears of an opportunity once, from the log or from the cache, whichever has it first.
@Suite struct HeraldTests {
    private let supplier = "2400000001"

    private func opportunity(_ id: String, to supplier: String? = nil) -> WireOpportunity {
        .with {
            $0.supplier = supplier ?? self.supplier
            $0.requirement = "2300000001/\(id)"
            $0.requirementVersion = 1
            $0.status = .open
            $0.asOf = "2026-01-01T00:00:00.000Z"
        }
    }

    /// The next events: each its requirement, with `*` where it is news, and `.` where the cache has it.
    private func heard(_ count: Int, of news: AsyncStream<OpportunityNews.Event>) async -> [String] {
        var heard: [String] = []
        for await event in news.prefix(count) {
            let id = event.entry.place.requirement.suffix(2)
            heard.append("\(id)\(event.isNew ? "*" : "")\(event.isRecorded ? "." : "")")
        }
        return heard
    }

    @Test(.timeLimit(.minutes(5))) func `What the log has is told before the cache has it`() async throws {
        let platform = try await RunningPlatform()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        func publish(_ opportunities: [WireOpportunity]) async throws {
            _ = try await platform.log.publish(
                opportunities.map {
                    Message(
                        to: .opportunities, key: Array($0.supplier.utf8), value: Array(try $0.jsonString().utf8),
                        headers: [Header("content-type", "application/json")])
                })
        }
        // What was told before it came is for the listing.
        try await publish([opportunity("R0")])
        let news = platform.cache.news.stream(of: supplier)
        let herald = ServiceGroup(
            services: [Herald(log: platform.log, news: platform.cache.news, logger: logger)], logger: logger)
        let running = Task { try await herald.run() }
        while !platform.cache.news.isHeralded { await Task.yield() }
        try await publish([opportunity("R1"), opportunity("R2", to: "2400000002"), opportunity("R3")])
        #expect(await heard(2, of: news) == ["R1*", "R3*"])
        await herald.triggerGracefulShutdown()
        try await running.value
        #expect(!platform.cache.news.isHeralded)
        try await platform.remove()
    }

    @Test(.timeLimit(.minutes(5))) func `Nobody hears twice, and who comes between hears the second`() async throws {
        let platform = try await RunningPlatform()
        let news = platform.cache.news
        func record(_ id: String) async throws {
            try await platform.cache.record { try $0.record(opportunity(id)) }
        }
        news.setHeralded(true)
        let early = news.stream(of: supplier)
        news.herald([opportunity("R1")])
        let late = news.stream(of: supplier)
        try await record("R1")
        try await record("R2")
        news.herald([opportunity("R2"), opportunity("R3")])
        #expect(await heard(4, of: early) == ["R1*", "R1.", "R2*.", "R3*"])
        #expect(await heard(3, of: late) == ["R1*.", "R2*.", "R3*"])
        news.setHeralded(false)
        // Then the cache alone tells.
        try await record("R4")
        news.herald([])
        #expect(await heard(1, of: early) == ["R4*."])
        try await platform.remove()
    }
}
