import Contracts
import History
import Localization
import SwiftProtobuf
import Testing

/// A telephone of 200 dollars (EXW 190), of which 30 are the firm's own, with three lines; 25,000 dong for a dollar.
@Suite struct ProductReportTests {
    static let firm = "2300000001"
    static let telephone = "\(firm)/P1"
    static let (board, cover, cable) = ("\(firm)/R1", "\(firm)/R2", "\(firm)/R3")
    static let (s1, s2) = ("2400000001/C", "2400000002/C")

    private func cache(_ more: (inout Facts) -> Void = { _ in }) async throws -> TemporaryCache {
        var facts = Facts(from: "2026-01-05")
        facts.rate("USD", 25_000)
        facts.add(
            .products, Self.telephone,
            .product(
                .with {
                    $0.published.owner = Self.firm
                    $0.published.name = "Telephone"
                    $0.published.hsCode = "851713"
                    $0.published.fob.currencyCode = "USD"
                    $0.fob = .of(200_000_000, "USD")
                    $0.exw = .of(190_000_000, "USD")
                    $0.ownDomesticValue = .of(30_000_000, "USD")
                }))
        // Two boards of 20.00 dollars: 40, nothing local. 1,000 wanted.
        line(&facts, Self.board, perUnit: 2, .of(20_000_000, "USD"), .imported, lvc: nil)
        // One cover of 500,000 dong: 20 dollars, a quarter of it local.
        line(&facts, Self.cover, perUnit: 1, .of(500_000_000_000, "VND"), .fdiInVietnam, lvc: 250_000)
        // A cable of 4 dollars, domestic, but without a stated content: unknown, so nothing counts.
        line(&facts, Self.cable, perUnit: 1, .of(4_000_000, "USD"), .domestic, lvc: nil)
        more(&facts)
        let cache = try TemporaryCache()
        try await cache.record(facts.events)
        return cache
    }

    private func line(
        _ facts: inout Facts, _ key: String, perUnit: Int64, _ price: WirePrice, _ kind: WireSourcing.Kind, lvc: UInt32?
    ) {
        facts.requirement(key) {
            $0.published.owner = Self.firm
            $0.published.product.id = "P1"
            $0.quantityPerProduct = perUnit * 1_000_000
            $0.currentUnitPrice = price
            $0.published.currentSourcing.kind = kind
            if let lvc { $0.currentLvc = lvc }
        }
    }

    /// Plans for 750 of 1,000 boards (500 at 16 dollars with 60 %, 250 at 18 with 50 %) and for all covers at 450,000
    /// dong with 80 %.
    private func plan(_ facts: inout Facts) {
        facts.matchSet(Self.board) {
            $0.currencyCode = "USD"
            $0.plan = [.of(Self.s1, 500, 800_000, lvc: 600_000), .of(Self.s2, 250, 450_000, lvc: 500_000)]
            $0.plan[0].unitPrice = 16_000_000
            $0.plan[1].unitPrice = 18_000_000
        }
        facts.matchSet(Self.cover) {
            $0.plan = [.of(Self.s1, 1_000, 450_000_000, lvc: 800_000)]
            $0.plan[0].unitPrice = 450_000_000_000
        }
    }

    private func report(_ cache: TemporaryCache) throws -> ProductReport {
        try #require(try cache.product(Self.telephone))
    }

    @Test func `Today the lines count as they are bought`() async throws {
        let value = try report(try await cache()).today.get()
        // 30 own + 20 × 25 % = 35 of 200; purchases 40 + 20 + 4.
        #expect(value.originating == 35_000_000)
        #expect(value.purchases == 64_000_000)
        #expect(try value.ratio(of: .lvcDirect) == Ratio(35, over: 200))
    }

    @Test func `With plans each supplier's share counts at its price`() async throws {
        let value = try report(try await cache(plan)).potential.get()
        // Boards: half of 32 at 60 % = 9.6, a quarter of 36 at 50 % = 4.5, a quarter of 40 at nothing. Covers: 18 at 80 %.
        #expect(value.originating == 30_000_000 + 9_600_000 + 4_500_000 + 14_400_000)
        #expect(value.purchases == 16_000_000 + 9_000_000 + 10_000_000 + 18_000_000 + 4_000_000)
    }

    @Test func `An award is realised, and the plans propose for the rest`() async throws {
        let report = try report(
            try await cache { facts in
                facts.award("\(Self.firm)/A1") {
                    $0.published.requirement = Self.board
                    $0.published.capability = Self.s1
                    $0.quantity = 500_000_000
                    $0.unitPrice = .of(16_000_000, "USD")
                    $0.localContent = .with { ($0.numerator, $0.denominator) = (3, 5) }
                }
                facts.matchSet(Self.board) {
                    $0.currencyCode = "USD"
                    $0.plan = [.of(Self.s2, 500, 900_000, lvc: 500_000)]
                    $0.plan[0].unitPrice = 18_000_000
                }
            })
        // Awarded: half of 32 at 60 %. Covers as today: 5.
        #expect(try report.realised.get().originating == 30_000_000 + 9_600_000 + 5_000_000)
        // Planned besides: half of 36 at 50 %.
        #expect(try report.potential.get().originating == 30_000_000 + 9_600_000 + 9_000_000 + 5_000_000)
    }

    @Test func `The fewest awards that cross each limit are told`() async throws {
        let report = try report(try await cache(plan))
        let first = report.agreements.map { ($0.threshold.agreement, $0.firstAwards?.awards.map(\.gain)) }
        // Gains: boards by S1 9.6, by S2 4.5; covers 14.4 − 5 = 9.4. 30 % of 200 is 60, and 35 originates today.
        #expect(first.map(\.0) == ["Viet Nam LVC", "ATIGA", "RCEP", "CPTPP", "EVFTA"])
        // 25 are short, and the plans bring 23.5.
        #expect(first.map(\.1) == [nil, nil, nil, nil, nil])
        let lower = AgreementLimits([
            .init(hsPrefix: "", Threshold(agreement: "A", method: .lvcDirect, percent: try Millionths("25")))
        ])
        let reached = try #require(try cacheRead(try await cache(plan), lower).agreements.first)
        // A quarter of 200 is 50: 15 are short, which the two largest bring.
        #expect(reached.firstAwards?.awards.map(\.requirement) == [Self.board, Self.cover])
        #expect(reached.firstAwards?.awards.map(\.gain) == [9_600_000, 9_400_000])
    }

    private func cacheRead(_ cache: TemporaryCache, _ limits: AgreementLimits) throws -> ProductReport {
        try #require(try cache.product(Self.telephone, limits: limits))
    }

    @Test func `A line without a price or rate is left out with its reason`() async throws {
        let report = try report(
            try await cache { facts in
                line(&facts, Self.cable, perUnit: 1, .of(1_000_000, "EUR"), .imported, lvc: nil)
                facts.requirement(Self.cover) {
                    $0.published.owner = Self.firm
                    $0.published.product.id = "P1"
                    $0.quantityPerProduct = 1_000_000
                }
            })
        #expect(report.lines.map(\.leftOut) == [nil, .noPrice, .noRate])
        #expect(try report.today.get().purchases == 40_000_000)
    }

    @Test func `A product that is withdrawn or unknown is none`() async throws {
        let cache = try await cache { $0.withdraw(.products, Self.telephone) }
        #expect(try cache.product(Self.telephone) == nil)
        #expect(try cache.product("2300000001/P9") == nil)
    }

    @Test func `The longest code of an agreement decides`() throws {
        let limits = AgreementLimits([
            .init(hsPrefix: "", Threshold(agreement: "A", method: .lvcDirect, percent: try Millionths("30"))),
            .init(hsPrefix: "8517", Threshold(agreement: "A", method: .lvcDirect, percent: try Millionths("45"))),
            .init(hsPrefix: "85", Threshold(agreement: "A", method: .lvcDirect, percent: try Millionths("40"))),
        ])
        func percents(_ code: String) -> [String] { limits.thresholds(forHSCode: code).map(\.percent.description) }
        #expect(percents("851713") == ["45"])
        #expect(percents("853400") == ["40"])
        #expect(percents("392690") == ["30"])
        #expect(AgreementLimits.usual.rows.count == 5)
    }
}
