import Contracts
import History
import LinkageTesting
import Localization
import SwiftProtobuf
import Testing

/// What is kept equals what is added up anew, for every grouping and every day, whatever comes first.
@Suite struct MetricPropertyTests {
    private static let days = 24
    private static let firstDay = "2026-01-01"
    private static let requirements = (0..<7).map { "230000000\($0 % 3)/R\($0)" }
    private static let capabilities = (0..<5).map { "240000000\($0)/C" }

    /// Requirements, plans, awards, rates, capabilities and verifications that come, change and go.
    static func stream(seed: UInt64) -> Facts {
        var random = SplitMix64(seed: seed)
        var facts = Facts(from: firstDay)
        for _ in 0..<days {
            for _ in 0..<Int.random(in: 0...6, using: &random) { happen(&facts, &random) }
            facts.advance(by: 1)
        }
        return facts
    }

    private static func happen(_ facts: inout Facts, _ random: inout SplitMix64) {
        let requirement = requirements.randomElement(using: &random) ?? ""
        let capability = capabilities.randomElement(using: &random) ?? ""
        let index = requirements.firstIndex(of: requirement) ?? 0
        let currency = ["VND", "USD", "EUR"].randomElement(using: &random) ?? ""
        let price = Int64.random(in: 1...900, using: &random) * 100_000
        let quantity = Int64.random(in: 1...40, using: &random)
        switch Int.random(in: 0..<16, using: &random) {
        case 0:
            // A rate may come for a day that is past.
            let day = CalendarDay(number: facts.day.number - Int32.random(in: 0...3, using: &random))
            facts.rate(currency == "VND" ? "USD" : currency, Int64.random(in: 20_000...30_000, using: &random), of: day)
        case 1: facts.withdraw(.rates, "2300000099/USD")
        case 2, 3, 4:
            facts.requirement(requirement) {
                $0.published.hsCode = index < 4 ? "853400" : "392690"
                $0.published.place.wardCode = ["", "09001", "09002"].randomElement(using: &random) ?? ""
                $0.quantity = quantity * 1_000_000
                if quantity % 7 != 0 { $0.currentUnitPrice = .of(price, currency) }
                $0.published.currentSourcing.kind = [.imported, .fdiInVietnam, .domestic][Int(quantity) % 3]
                if quantity % 2 == 0 { $0.currentLvc = UInt32(quantity) * 10_000 }
                let first = Int32.random(in: 20_800...20_840, using: &random)
                $0.published.delivery.firstDay = CalendarDay(number: first).description
                $0.delivery = .with { ($0.first, $0.last) = (first, first + Int32(quantity)) }
            }
        case 5: facts.withdraw(.requirements, requirement)
        case 6, 7:
            facts.capability(capability) {
                $0.vietnameseOwnership = [0, 5_099, 5_100, 10_000].randomElement(using: &random) ?? 0
                $0.capacityPerMonth = Int64.random(in: 1...60, using: &random) * 1_000_000
                if quantity % 3 > 0 { $0.localContent = .with { ($0.numerator, $0.denominator) = (quantity % 5, 7) } }
            }
        case 8: facts.withdraw(.capabilities, capability)
        case 9: facts.verifyStatement(capability, quantity % 4 == 0 ? .refused : .accepted)
        case 10, 11:
            facts.award("\(requirement.prefix(10))/A\(index)") {
                $0.published.requirement = requirement
                $0.published.capability = capability
                if quantity % 5 == 0 { $0.published.status = .cancelled }
                $0.quantity = quantity * 1_000_000
                $0.unitPrice = .of(price, currency)
                $0.vietnameseOwnership = UInt32(quantity) * 250
                if quantity % 2 == 0 { $0.dongPerUnit = currency == "VND" ? 1_000_000 : 25_000_000_000 }
                if quantity % 3 > 0 { $0.localContent = .with { ($0.numerator, $0.denominator) = (quantity % 5, 7) } }
                $0.capabilityNotACandidate = quantity % 11 == 0
            }
        default:
            facts.matchSet(requirement) { set in
                set.currencyCode = currency
                if quantity % 9 == 0 { set.status = .closed }
                if quantity % 8 == 0 {
                    set.localization.clearRatio()
                    set.localization.absentReason = "noRate"
                }
                set.localization.uncoveredAmount = price / 1_000
                set.plan = capabilities.shuffled(using: &random).prefix(Int(quantity) % 3).map {
                    .of($0, quantity, price / 500, lvc: UInt32(quantity % 5) * 1_000_000 / 7)
                }
            }
        }
    }

    /// Records a stream in batches of random sizes.
    static func recorded(_ events: [Event], seed: UInt64) async throws -> TemporaryCache {
        var random = SplitMix64(seed: seed)
        let cache = try TemporaryCache()
        var rest = events[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Int.random(in: 1...30, using: &random))
            rest = rest.dropFirst(batch.count)
            try await cache.record(Array(batch))
        }
        return cache
    }

    static var allDays: [CalendarDay?] {
        let first = CalendarDay(firstDay)?.number ?? 0
        return [nil] + (0..<Int32(days)).map { CalendarDay(number: first + $0) }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `What is kept equals what is added up anew`(seed: UInt64) async throws {
        let cache = try await Self.recorded(Self.stream(seed: seed).events, seed: seed)
        for day in Self.allDays {
            for grouping in [nil] + MetricGrouping.allCases.map(Optional.some) {
                let kept = try cache.metrics(by: grouping, asOf: day)
                #expect(
                    try cache.recomputed(by: grouping, asOf: day) == kept,
                    "seed \(seed), by \(String(describing: grouping))")
            }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `What is kept equals a plain fold of the facts`(seed: UInt64) async throws {
        let events = Self.stream(seed: seed).events
        let cache = try await Self.recorded(events, seed: seed)
        for day in Self.allDays {
            let kept = try #require(try cache.metrics(asOf: day).first)
            let plain = PlainMetrics(events, asOf: day)
            #expect(plain.demand == PlainMetrics.Figures(kept.demand), "seed \(seed), \(String(describing: day))")
            #expect(plain.potential == PlainMetrics.Figures(kept.potential), "seed \(seed), \(String(describing: day))")
            #expect(plain.realised == PlainMetrics.Figures(kept.realised), "seed \(seed), \(String(describing: day))")
            #expect(plain.withoutRate == kept.withoutRate, "seed \(seed), \(String(describing: day))")
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>, [Currency.dong, .dollar])
    func `The groups add up to the whole`(seed: UInt64, currency: Currency) async throws {
        let cache = try await Self.recorded(Self.stream(seed: seed).events, seed: seed)
        for day in Self.allDays {
            let whole = try #require(try cache.metrics(in: currency, asOf: day).first)
            for grouping in MetricGrouping.allCases {
                var sum = try LocalizationMetrics.none
                for group in try cache.metrics(by: grouping, in: currency, asOf: day) { try sum.add(group) }
                #expect(sum == whole, "seed \(seed), by \(grouping)")
            }
            // What the plans leave uncovered and what they cover is all that is planned for, together or alone.
            #expect(whole.jointlyFeasible.totalAmount == whole.potential.totalAmount)
            #expect(whole.jointlyFeasible.inCountryAmount <= whole.potential.inCountryAmount)
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>, [Currency.dong, .dollar])
    func `What requirements contribute to a group adds up to it`(seed: UInt64, currency: Currency) async throws {
        let cache = try await Self.recorded(Self.stream(seed: seed).events, seed: seed)
        for day in Self.allDays {
            for grouping in MetricGrouping.allCases {
                for group in try cache.metrics(by: grouping, in: currency, asOf: day) {
                    var sum = try LocalizationMetrics.none
                    sum.group = group.group
                    let contributions = try await cache.cache.read {
                        try $0.contributions(to: group.group, by: grouping, in: currency, asOf: day)
                    }
                    for contribution in contributions { try sum.add(contribution) }
                    #expect(sum == group, "seed \(seed), by \(grouping), \(group.group)")
                    #expect(contributions.allSatisfy { Self.requirements.contains($0.group) })
                }
            }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `It does not matter whether facts or match sets are recorded first`(seed: UInt64) async throws {
        let events = Self.stream(seed: seed).events
        let facts = events.filter { if case .fact = $0 { true } else { false } }
        let sets = events.filter { if case .matchSet = $0 { true } else { false } }
        let inOrder = try await Self.recorded(events, seed: seed)
        for other in [facts + sets, sets + facts] {
            let cache = try await Self.recorded(other, seed: seed + 1)
            let comparison = try CacheComparison(inOrder.cache.path, cache.cache.path)
            #expect(comparison.differences.map(\.description) == [], "seed \(seed)")
        }
    }
}

extension LocalizationMetrics {
    fileprivate static var none: LocalizationMetrics {
        get throws { try TemporaryCache().metrics()[0] }
    }

    fileprivate mutating func add(_ other: LocalizationMetrics) throws {
        requirements += other.requirements
        withoutPrice += other.withoutPrice
        withoutRate += other.withoutRate
        outOfRange += other.outOfRange
        try demand.add(other.demand)
        try potential.add(other.potential)
        try jointlyFeasible.add(other.jointlyFeasible)
        try realised.add(other.realised)
    }
}
