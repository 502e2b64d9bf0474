import LinkageTesting
import Localization
import Matching
import Testing

/// What holds of every market.
@Suite struct MarketPropertyTests {
    static let seeds = Array(UInt64(1)...80)

    private func facts(_ seed: UInt64, _ count: Int = 120) -> [Fact] {
        var generator = MarketGenerator(seed: seed)
        return generator.facts(count)
    }

    private let nowhere = MarketPosition(partition: 0, offset: 0)

    @Test func marketsAreWorthExamining() throws {
        var (sets, matches, joined, nearMisses, flags) = (0, 0, 0, 0, 0)
        for seed in Self.seeds {
            for matchSet in try Recording(of: facts(seed)).emitted {
                sets += 1
                matches += matchSet.outcome.matches.isEmpty ? 0 : 1
                joined += matchSet.outcome.plan.allocations.count > 1 ? 1 : 0
                nearMisses += matchSet.nearMisses?.best.isEmpty == false ? 1 : 0
                flags += matchSet.outcome.awardFlags.isEmpty ? 0 : 1
            }
        }
        #expect(sets > 2_000)
        #expect(matches > sets / 4)
        #expect(joined > sets / 30)
        #expect(nearMisses > sets / 20)
        #expect(flags > sets / 50)
    }

    @Test(arguments: seeds)
    func whatWasLastSaidIsWhatHolds(seed: UInt64) throws {
        let recording = try Recording(of: facts(seed))
        for (key, outcome) in recording.current {
            #expect(recording.market.matchSet(of: key, cause: nowhere)?.outcome == outcome)
        }
    }

    @Test(arguments: seeds)
    func outcomesDoNotDependOnTheOrderOfFacts(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let facts = facts(seed)
        let expected = try Recording(of: facts).current
        for _ in 0..<3 {
            let shuffled = facts.shuffledAcrossSubjects(using: &random)
            #expect(shuffled.count == facts.count)
            #expect(try Recording(of: shuffled).current == expected)
        }
    }

    @Test(arguments: seeds)
    func outcomesDoNotDependOnBatches(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let facts = facts(seed)
        let expected = try Recording(of: facts).current
        for percent in [0, 10, 100] {
            #expect(try Recording(of: facts.rebatched(endPercent: percent, using: &random)).current == expected)
        }
    }

    @Test(arguments: seeds)
    func outcomesDoNotDependOnPartitions(seed: UInt64) throws {
        let facts = facts(seed)
        var parts: [Key: MatchSet.Outcome] = [:]
        for heading in [8_534, 901] as [UInt32] {
            // Every partition is told the time, so that the last day is the same in all.
            let partition = facts.partition(ofHeading: heading) + facts.suffix(1).map(\.asTick)
            parts.merge(try Recording(of: partition).current) { first, _ in first }
        }
        #expect(parts == (try Recording(of: facts).current))
    }

    @Test(arguments: seeds)
    func replaySaysTheSame(seed: UInt64) throws {
        #expect(try Recording(of: facts(seed)).emitted == Recording(of: facts(seed)).emitted)
    }

    @Test(arguments: seeds)
    func planKeepsWhatThereIs(seed: UInt64) throws {
        for outcome in try Recording(of: facts(seed)).emitted.map(\.outcome) {
            let allocations = outcome.plan.allocations
            #expect(
                allocations.reduce(0) { $0 + $1.quantity } + outcome.plan.uncoveredQuantity == outcome.openQuantity)
            #expect(allocations.count <= 5)
            #expect(Set(allocations.map(\.capability.owner)).count == allocations.count)
            for allocation in allocations {
                let match = try #require(outcome.matches.first { $0.capability == allocation.capability })
                #expect(allocation.quantity > 0 && allocation.quantity <= match.available)
            }
            #expect(
                allocations.map(\.capability)
                    == outcome.matches.map(\.capability).filter { key in
                        allocations.contains { $0.capability == key }
                    })
        }
    }

    @Test(arguments: seeds)
    func ratioIsThatOfThePlan(seed: UInt64) throws {
        for outcome in try Recording(of: facts(seed)).emitted.map(\.outcome) {
            let ratio = outcome.ratio
            #expect((ratio.millionths == nil) == (ratio.absence != nil))
            guard let millionths = ratio.millionths else { continue }
            #expect(millionths <= 1_000_000)
            var (amount, local): (Int128, Int128) = (0, 0)
            for allocation in outcome.plan.allocations {
                let part = try #require(allocation.amount)
                amount += Int128(part)
                local += Int128(part) * Int128(allocation.lvc)
            }
            #expect(amount == Int128(ratio.plannedAmount))
            #expect(Int128(millionths) == local / (amount + Int128(ratio.uncoveredAmount)))
            #expect(outcome.plan.uncoveredQuantity > 0 || ratio.uncoveredAmount == 0)
        }
    }

    /// An award never makes less available to the requirement it is made for.
    @Test(arguments: seeds)
    func awardIsNeverCountedAgainstItsOwnRequirement(seed: UInt64) throws {
        var recording = try Recording(of: facts(seed))
        for (key, outcome) in recording.current {
            guard let match = outcome.matches.first, outcome.openQuantity > 1 else { continue }
            let own = Award(
                key: Key("2300000000/own"), requirement: key, capability: match.capability, hsCode: code("853400"),
                quantity: 1, window: DayRange(Day(.min), Day(.max)), isActive: true)
            try recording.add(.awardPublished(own))
            let after = try #require(recording.market.explain(requirement: key, capability: match.capability))
            #expect(after.findings[0].offered == .quantity(match.available))
            try recording.add(.awardWithdrawn(own.key))
        }
    }

    /// Nothing traps, nothing is negative and every plan adds up where values are as large as a fact can hold.
    @Test(arguments: seeds)
    func valuesAtTheLimitsAreComputed(seed: UInt64) throws {
        var shape = MarketGenerator.Shape()
        shape.extremePercent = 25
        var generator = MarketGenerator(seed: seed, shape: shape)
        let recording = try Recording(of: generator.facts(150))
        for outcome in recording.emitted.map(\.outcome) {
            var sum = Int128(outcome.plan.uncoveredQuantity)
            for allocation in outcome.plan.allocations { sum += Int128(allocation.quantity) }
            #expect(sum == Int128(outcome.openQuantity))
            #expect(outcome.ratio.millionths ?? 0 <= 1_000_000)
        }
        for requirement in recording.current.keys {
            for index in 0..<14 {
                let capability = Key("\(2_300_000_002 + index % 7)/capability-\(index)")
                _ = recording.market.explain(requirement: requirement, capability: capability)
            }
        }
    }
}

extension Fact {
    fileprivate var asTick: Fact { Fact(position: position, acceptedAt: acceptedAt, event: .none) }
}
