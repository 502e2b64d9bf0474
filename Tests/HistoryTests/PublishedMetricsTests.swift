import Contracts
import Localization
import Testing

@testable import History

@Suite struct PublishedMetricsTests {
    /// Demand of one firm in 3926, three in 8534, four in 8708; all else equal.
    private func cache() async throws -> TemporaryCache {
        var facts = Facts(from: "2026-01-05")
        for (heading, firms) in [("392690", 1), ("853400", 3), ("870829", 4)] {
            for firm in 0..<firms {
                facts.requirement("230000000\(firm)/\(heading)") {
                    $0.published.hsCode = heading
                    $0.currentUnitPrice = .of(1_000_000, "VND")
                }
            }
        }
        let cache = try TemporaryCache()
        try await cache.record(facts.events)
        return cache
    }

    @Test func `A figure over fewer than three firms, and the next smallest, are suppressed`() async throws {
        let rows = try await cache().published(by: .heading)
        #expect(rows.map(\.metrics.group) == ["3926", "8534", "8708"])
        #expect(rows.map { $0.shares(of: .demand)?.totalAmount } == [nil, nil, 4_000])
        #expect(rows.map { $0.shares(of: .realised)?.totalAmount } == [0, 0, 0])
    }

    @Test func `How many requirements are of fewer than three buyers is not told`() async throws {
        let cache = try await cache()
        #expect(try cache.published(by: .heading).map { $0.requirements != nil } == [false, true, true])
        let firms = try cache.published(by: .firm)
        #expect(!firms.isEmpty && firms.allSatisfy { $0.requirements == nil })
        #expect(try cache.published(by: nil).allSatisfy { $0.requirements == $0.metrics.requirements })
    }

    @Test func `Firms that add nothing to a figure hide nobody in it`() async throws {
        var facts = Facts(from: "2026-01-05")
        for firm in 0..<3 {
            facts.requirement("230000000\(firm)/A") {
                $0.published.hsCode = "853400"
                if firm == 0 { $0.currentUnitPrice = .of(1_000_000, "VND") }
            }
        }
        let cache = try TemporaryCache()
        try await cache.record(facts.events)
        let row = try #require(try cache.published(by: .heading).first)
        #expect(row.shares(of: .demand) == nil && row.requirements == 3)
    }

    @Test func `Where every figure is over enough firms all are shown`() async throws {
        let rows = try await cache().published(by: nil)
        #expect(rows.map { $0.shares(of: .demand)?.totalAmount } == [8_000])
    }

    @Test(arguments: [
        ([5, 3, 9, 3], [false, true, false, false], [1, 3]), ([5, 3, 9, 3], [false, false, false, false], []),
        ([0, 3, 9], [true, false, false], []), ([1, 2, 3], [true, true, false], [0, 1, 2]), ([7], [true], [0]),
    ])
    func `The next smallest is the first of equal ones`(amounts: [Int128], isFew: [Bool], expected: [Int]) {
        #expect(PublishedMetrics.suppressed(amounts: amounts, isFew: isFew) == expected)
    }
}
