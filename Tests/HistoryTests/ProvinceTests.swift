import Contracts
import History
import Localization
import SwiftProtobuf
import Testing

/// A province of two firms, four suppliers, three months and two currencies, every figure of which is computed by hand.
///
///     rates      5 January 25,000 · 2 February 26,000 · 2 March 27,000 dong for a dollar
///     R1 of F1   1,000 boards at 80,000 dong, imported
///     R2 of F2   2,000 covers at 2.00 dollars, from an FDI supplier, 25 % local
///     R3 of F1   500 boards at 3.00 dollars, domestic, 40 % local; published in February
///     S1  100 % Vietnamese, 60 % local, 600 a month     S2  51 %, 40 % local, 1,000 a month, from 10 February on
///     S3  0 %, 50 % local, 1,500 a month                S4  30 %, states nothing, takes no part
@Suite struct ProvinceTests {
    static let (f1, f2) = ("2300000001", "2300000002")
    static let (r1, r2, r3) = ("\(f1)/R1", "\(f2)/R2", "\(f1)/R3")
    static let (s1, s2, s3, s4) = ("2400000001/C", "2400000002/C", "2400000003/C", "2400000004/C")

    static var events: [Event] {
        var facts = Facts(from: "2026-01-05")
        january(&facts)
        february(&facts)
        march(&facts)
        return facts.events
    }

    private static func january(_ facts: inout Facts) {
        facts.profile(f1, vsic: "26100", ward: "09003")
        facts.profile(f2, vsic: "29300", ward: "09002", park: "Que Vo")
        facts.rate("USD", 25_000)
        facts.requirement(r1) {
            $0.currentUnitPrice = .of(80_000_000_000, "VND")
            $0.published.currentSourcing.kind = .imported
            $0.published.place.wardCode = "09001"
            $0.published.delivery.firstDay = "2026-04-01"
            $0.delivery = .days("2026-04-01", "2026-04-30")
        }
        facts.requirement(r2) {
            $0.published.hsCode = "392690"
            $0.quantity = 2_000_000_000
            $0.currentUnitPrice = .of(2_000_000, "USD")
            $0.published.currentSourcing.kind = .fdiInVietnam
            $0.currentLvc = 250_000
            $0.published.delivery.firstDay = "2026-05-01"
            $0.delivery = .days("2026-05-01", "2026-05-30")
        }
        facts.capability(s1) {
            $0.capacityPerMonth = 600_000_000
            $0.localContent = .with { ($0.numerator, $0.denominator) = (3, 5) }
        }
        facts.capability(s3) {
            $0.vietnameseOwnership = 0
            $0.capacityPerMonth = 1_500_000_000
            $0.localContent = .with { ($0.numerator, $0.denominator) = (1, 2) }
        }
        facts.capability(s4) { $0.vietnameseOwnership = 3_000 }
        facts.matchSet(r1) {
            $0.plan = [.of(s1, 600, 42_000_000, lvc: 600_000)]
            $0.localization.uncoveredAmount = 32_000_000
        }
        facts.matchSet(r2) {
            $0.currencyCode = "USD"
            $0.plan = [.of(s3, 1_500, 2_700_00, lvc: 500_000)]
            $0.localization.uncoveredAmount = 1_000_00
        }
    }

    private static func february(_ facts: inout Facts) {
        facts.advance(to: "2026-02-02")
        facts.rate("USD", 26_000)
        facts.requirement(r3) {
            $0.quantity = 500_000_000
            $0.currentUnitPrice = .of(3_000_000, "USD")
            $0.published.currentSourcing.kind = .domestic
            $0.currentLvc = 400_000
            $0.published.delivery.firstDay = "2026-04-01"
            $0.delivery = .days("2026-04-01", "2026-04-30")
        }
        facts.matchSet(r3) { $0.plan = [.of(s1, 500, 35_000_000, lvc: 600_000)] }
        facts.award("\(f2)/A1") { awardOfR2(&$0) }
        facts.matchSet(r2) {
            $0.currencyCode = "USD"
            $0.plan = [.of(s3, 1_000, 1_800_00, lvc: 500_000)]
        }
        facts.advance(to: "2026-02-10")
        facts.capability(s2) {
            $0.vietnameseOwnership = 5_100
            $0.localContent = .with { ($0.numerator, $0.denominator) = (2, 5) }
        }
        facts.matchSet(r1) {
            $0.plan = [.of(s1, 600, 42_000_000, lvc: 600_000), .of(s2, 400, 30_000_000, lvc: 400_000)]
        }
    }

    private static func march(_ facts: inout Facts) {
        facts.advance(to: "2026-03-02")
        facts.rate("USD", 27_000)
        facts.award("\(f1)/A2") {
            $0.published.requirement = r1
            $0.published.capability = s1
            $0.quantity = 600_000_000
            $0.unitPrice = .of(70_000_000_000, "VND")
            $0.dongPerUnit = 1_000_000
            $0.vietnameseOwnership = 10_000
            $0.localContent = .with { ($0.numerator, $0.denominator) = (3, 5) }
            $0.window = .days("2026-04-01", "2026-04-30")
        }
        facts.matchSet(r1) { $0.plan = [.of(s2, 400, 30_000_000, lvc: 400_000)] }
        facts.matchSet(r3) { $0.plan = [.of(s2, 500, 37_500_000, lvc: 400_000)] }
        facts.advance(to: "2026-03-10")
        facts.verifyStatement(s1)
        facts.advance(to: "2026-03-20")
        facts.award("\(f2)/A1") {
            awardOfR2(&$0)
            $0.published.status = .cancelled
        }
        facts.matchSet(r2) {
            $0.currencyCode = "USD"
            $0.plan = [.of(s3, 1_500, 2_700_00, lvc: 500_000)]
            $0.localization.uncoveredAmount = 1_000_00
        }
    }

    private static func awardOfR2(_ award: inout WireAwardAccepted) {
        award.published.requirement = r2
        award.published.capability = s3
        award.quantity = 1_000_000_000
        award.unitPrice = .of(1_800_000, "USD")
        award.dongPerUnit = 26_000_000_000
        award.localContent = .with { ($0.numerator, $0.denominator) = (1, 2) }
        award.window = .days("2026-05-01", "2026-05-30")
    }

    private func province() async throws -> TemporaryCache {
        let cache = try TemporaryCache()
        try await cache.record(Self.events)
        return cache
    }

    private func whole(_ day: String?) async throws -> LocalizationMetrics {
        try #require(try await province().metrics(asOf: day.flatMap { CalendarDay($0) }).first)
    }

    private func expect(
        _ shares: LocalizationShares, total: Int128, inCountry: Int128, domesticallyOwned: Int128, valueAdded: Int128,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(shares.totalAmount == total, sourceLocation: sourceLocation)
        #expect(shares.inCountryAmount == inCountry, sourceLocation: sourceLocation)
        #expect(shares.domesticallyOwnedAmount == domesticallyOwned, sourceLocation: sourceLocation)
        #expect(shares.valueAddedMillionths == valueAdded * 1_000_000, sourceLocation: sourceLocation)
    }

    @Test func `January: two requirements, two plans, nothing awarded`() async throws {
        let january = try await whole("2026-01-31")
        // 1,000 × 80,000 + 4,000.00 dollars × 25,000; a quarter of the dollars is local.
        expect(
            january.demand, total: 180_000_000, inCountry: 100_000_000, domesticallyOwned: 0, valueAdded: 25_000_000)
        // R1: 600 × 70,000 + 400 × 80,000 uncovered. R2: (2,700.00 + 1,000.00 uncovered) × 25,000.
        // Value: 42,000,000 × 60 % + 67,500,000 × 50 % = 25,200,000 + 33,750,000.
        expect(
            january.potential, total: 74_000_000 + 92_500_000, inCountry: 42_000_000 + 67_500_000,
            domesticallyOwned: 42_000_000, valueAdded: 58_950_000)
        #expect(january.jointlyFeasible == january.potential)
        expect(january.realised, total: 0, inCountry: 0, domesticallyOwned: 0, valueAdded: 0)
    }

    @Test func `February: one supplier is planned twice, and one award is given`() async throws {
        let february = try await whole("2026-02-28")
        // R3: 1,500.00 dollars × 26,000 = 39,000,000, of which 40 % is local; R2 keeps the rate of its day.
        expect(
            february.demand, total: 219_000_000, inCountry: 139_000_000, domesticallyOwned: 39_000_000,
            valueAdded: 25_000_000 + 15_600_000)
        // R1: S1 42,000,000 + S2 30,000,000. R2: 1,800.00 × 26,000 = 46,800,000. R3: S1 500 × 70,000 = 35,000,000.
        // Value: 25,200,000 + 12,000,000 + 23,400,000 + 21,000,000.
        expect(
            february.potential, total: 153_800_000, inCountry: 153_800_000,
            domesticallyOwned: 72_000_000 + 35_000_000, valueAdded: 81_600_000)
        // S1 makes 600 × 30 / 30 in April, all of which R1 takes: R3's 35,000,000 (21,000,000 local) go uncovered.
        expect(
            february.jointlyFeasible, total: 153_800_000, inCountry: 118_800_000, domesticallyOwned: 72_000_000,
            valueAdded: 60_600_000)
        // 1,000 × 1.80 dollars × 26,000, half of it local.
        expect(
            february.realised, total: 46_800_000, inCountry: 46_800_000, domesticallyOwned: 0,
            valueAdded: 23_400_000)
        #expect(february.realised.coverage == .zero)
    }

    @Test func `In the middle of March two awards stand, one of them verified`() async throws {
        let march = try await whole("2026-03-15")
        // 46,800,000 + 600 × 70,000; value 23,400,000 + 42,000,000 × 60 %.
        expect(
            march.realised, total: 88_800_000, inCountry: 88_800_000, domesticallyOwned: 42_000_000,
            valueAdded: 48_600_000)
        #expect(march.realised.verifiedAmount == 42_000_000)
        #expect(march.realised.coverage == Ratio(420, over: 888))
        // R1: S2 400 × 75,000. R2: 46,800,000. R3: S2 500 × 75,000; S2 makes 1,000, so that 900 are feasible together.
        // Value: 12,000,000 + 23,400,000 + 15,000,000.
        expect(
            march.potential, total: 114_300_000, inCountry: 114_300_000, domesticallyOwned: 67_500_000,
            valueAdded: 50_400_000)
        #expect(march.jointlyFeasible == march.potential)
    }

    @Test(arguments: [nil, "2026-03-31"]) func `At the end of March an award is cancelled`(day: String?) async throws {
        let march = try await whole(day)
        #expect(march.requirements == 3)
        expect(
            march.demand, total: 219_000_000, inCountry: 139_000_000, domesticallyOwned: 39_000_000,
            valueAdded: 40_600_000)
        // R2 again: 2,700.00 × 27,000 + 1,000.00 × 27,000 uncovered. Value: 12,000,000 + 36,450,000 + 15,000,000.
        expect(
            march.potential, total: 30_000_000 + 99_900_000 + 37_500_000,
            inCountry: 30_000_000 + 72_900_000 + 37_500_000, domesticallyOwned: 67_500_000, valueAdded: 63_450_000)
        #expect(march.jointlyFeasible == march.potential)
        expect(
            march.realised, total: 42_000_000, inCountry: 42_000_000, domesticallyOwned: 42_000_000,
            valueAdded: 25_200_000)
        #expect(march.realised.coverage == .one)
        #expect([march.withoutPrice, march.withoutRate, march.outOfRange] == [0, 0, 0])
    }

    @Test func `In dollars every amount has the rate of its day`() async throws {
        let march = try #require(try await province().metrics(in: .dollar).first)
        // In cents: 80,000,000 / 25,000 + 4,000.00 + 1,500.00.
        #expect(march.demand.totalAmount == 320_000 + 400_000 + 150_000)
        // 30,000,000 / 27,000 = 1,111.11 · 3,700.00 · 37,500,000 / 27,000 = 1,388.89.
        #expect(march.potential.totalAmount == 111_111 + 370_000 + 138_889)
        // 42,000,000 / 27,000 = 1,555.56.
        #expect(march.realised.totalAmount == 155_556)
    }

    @Test(arguments: [
        (MetricGrouping.heading, ["3926": 100, "8534": 119]), (.chapter, ["39": 100, "85": 119]),
        (.firm, [f1: 119, f2: 100]), (.industry, ["26100": 119, "29300": 100]),
        // R3 names no ward: that of its firm's profile counts.
        (.ward, ["09001": 80, "09002": 100, "09003": 39]), (.park, ["Que Vo": 100, "–": 119]),
        (.month, ["2026-04": 119, "2026-05": 100]), (.supplier, ["–": 219]),
    ])
    func `Demand by group, in millions of dong`(grouping: MetricGrouping, expected: [String: Int128]) async throws {
        let groups = try await province().metrics(by: grouping)
        let demand = groups.filter { $0.demand.totalAmount > 0 }.map { ($0.group, $0.demand.totalAmount / 1_000_000) }
        #expect(Dictionary(uniqueKeysWithValues: demand) == expected)
    }

    @Test func `Potential and awards by supplier`() async throws {
        let groups = try await province().metrics(by: .supplier)
        func amounts(_ stage: (LocalizationMetrics) -> LocalizationShares) -> [String: Int128] {
            Dictionary(uniqueKeysWithValues: groups.map { ($0.group, stage($0).totalAmount) }).filter { $0.value > 0 }
        }
        #expect(
            amounts(\.potential) == ["2400000002": 67_500_000, "2400000003": 72_900_000, "–": 27_000_000])
        #expect(amounts(\.realised) == ["2400000001": 42_000_000])
    }
}
