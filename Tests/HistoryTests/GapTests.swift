import Contracts
import SwiftProtobuf
import Testing

@testable import History

@Suite struct GapTests {
    private func report(
        _ heading: String, at offset: Int64, unmet: Int64 = 0, firms: UInt32 = 3,
        _ change: (inout WireGapReport) -> Void = { _ in }
    ) -> WireGapReport {
        .with {
            $0.heading = heading
            $0.marketOffset = offset
            $0.currencyCode = "VND"
            $0.demand = .with { ($0.amount, $0.firms) = (9_000, 5) }
            $0.unmet = .with { ($0.amount, $0.firms) = (unmet, firms) }
            change(&$0)
        }
    }

    private func cache(_ reports: [WireGapReport]) async throws -> TemporaryCache {
        let cache = try TemporaryCache()
        try await cache.record(reports)
        return cache
    }

    @Test func `The newest report of a heading is kept, whichever comes first`() async throws {
        let reports = [report("8534", at: 4, unmet: 1), report("8534", at: 9, unmet: 2), report("8534", at: 7)]
        for order in [reports, reports.reversed()] {
            #expect(try await cache(order).ask { try $0.gaps() }.map(\.marketOffset) == [9])
        }
    }

    @Test func `Headings are listed by what is unmet`() async throws {
        let cache = try await cache([
            report("3926", at: 1, unmet: 5), report("8534", at: 2, unmet: 7), report("8536", at: 3, unmet: 7),
            report("0901", at: 4, unmet: 6),
        ])
        func headings(_ prefix: String) throws -> [String] {
            try cache.ask { try $0.gaps(ofHeadings: prefix) }.map(\.heading)
        }
        #expect(try headings("") == ["8534", "8536", "0901", "3926"])
        #expect(try headings("85") == ["8534", "8536"])
        #expect(try headings("8536") == ["8536"])
        #expect(try headings("7") == [])
    }

    @Test func `Figures over fewer than three firms are not published`() {
        func unlock(_ firms: UInt32, _ suppliers: UInt32) -> WireUnlock {
            .with {
                $0.reason = "leadTime"
                ($0.suppliers, $0.most) = (suppliers, 8)
                $0.part = .with { $0.firms = firms }
            }
        }
        let open = report("8534", at: 1) { $0.unlocks = [unlock(3, 3), unlock(2, 5), unlock(5, 2)] }.published
        #expect(open.hasDemand && open.hasUnmet)
        #expect(open.unlocks.map(\.hasPart) == [true, false, false])
        #expect(open.unlocks.map(\.most) == [8, 0, 0] && open.unlocks.map(\.suppliers) == [3, 0, 0])
        // What is met is the difference of both.
        let few = report("8534", at: 1, firms: 2).published
        #expect(!few.hasDemand && !few.hasUnmet)
    }
}
