import LinkageTesting
import Localization
import Matching
import Testing

/// The columnar engine says what the reference engine says.
@Suite struct ColumnarDifferentialTests {
    static let seeds = Array(UInt64(1)...100)

    private func disagreement(
        _ seed: UInt64, _ count: Int, _ change: (inout MarketGenerator.Shape) -> Void = { _ in }
    ) -> ColumnarComparison.Disagreement? {
        var shape = MarketGenerator.Shape()
        change(&shape)
        var generator = MarketGenerator(seed: seed, shape: shape)
        return ColumnarComparison.disagreement(on: generator.facts(count))
    }

    @Test(arguments: seeds)
    func smallMarketsAgree(seed: UInt64) { #expect(disagreement(seed, 200) == nil) }

    @Test(arguments: seeds)
    func valuesAtTheLimitsAgree(seed: UInt64) { #expect(disagreement(seed, 200) { $0.extremePercent = 25 } == nil) }

    /// Several blocks a group, so that they are arranged, divided and skipped.
    @Test(arguments: seeds.prefix(20))
    func marketsOfManyCapabilitiesAgree(seed: UInt64) {
        #expect(
            disagreement(seed, 1_500) {
                $0.capabilities = 900
                $0.suppliers = 700
            } == nil)
    }

    /// Suppliers with many capabilities each are ranked once.
    @Test(arguments: seeds.prefix(20))
    func marketsOfFewSuppliersAgree(seed: UInt64) {
        #expect(
            disagreement(seed, 600) {
                $0.capabilities = 300
                $0.suppliers = 12
                $0.requirements = 12
            } == nil)
    }

    @Test(arguments: seeds.prefix(30))
    func otherBatchesAgree(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var generator = MarketGenerator(seed: seed)
        let facts = generator.facts(150)
        for percent in [0, 10, 100] {
            #expect(ColumnarComparison.disagreement(on: facts.rebatched(endPercent: percent, using: &random)) == nil)
        }
    }

    /// Hundreds of equal capabilities can't be told apart by any bound.
    @Test func equalCapabilitiesAgree() {
        let offers = (0..<700).map { capability("\($0 * 7 % 1_000)") { $0.localContent = LocalContent(1, over: 3) } }
        let others = (0..<300).map { capability("x\($0)") { $0.localContent = LocalContent(1, over: 3) } }
        let asked = [requirement("1"), requirement("2") { $0.maximumUnitPrice = Price(10 * one, dong) }]
        let events: [Fact.Event] =
            asked.map { .requirementPublished($0) } + offers.map { .capabilityPublished($0) }
            + asked.map { .requirementPublished($0) } + others.map { .capabilityPublished($0) }
            + offers.prefix(650).map { .capabilityWithdrawn($0.key) } + asked.map { .requirementPublished($0) }
        #expect(ColumnarComparison.disagreement(on: facts(of: events)) == nil)
    }

    /// A copy of an engine goes its own way.
    @Test func copiesAreIndependent() throws {
        var generator = MarketGenerator(seed: 7)
        let facts = generator.facts(120)
        var engine = ColumnarEngine()
        for fact in facts.prefix(60) { try engine.apply(fact) { _ in } }
        let copy = engine
        var (first, second): ([MatchSet], [MatchSet]) = ([], [])
        for fact in facts.dropFirst(60) { try engine.apply(fact) { first.append($0) } }
        var other = copy
        for fact in facts.dropFirst(60) { try other.apply(fact) { second.append($0) } }
        #expect(first == second && !first.isEmpty)
    }

    @Test(arguments: seeds.prefix(40))
    func rankingIsThatOfTheMatchSet(seed: UInt64) throws {
        var generator = MarketGenerator(seed: seed)
        var engine = ColumnarEngine()
        for fact in generator.facts(150) { try engine.apply(fact) { _ in } }
        var ranking = Ranking()
        for index in 0..<6 {
            let key = Key("\(2_300_000_000 + index % 4)/requirement-\(index)")
            let expected = engine.market.matchSet(of: key, cause: MarketPosition(partition: 0, offset: 0))
            guard engine.rank(key, into: &ranking) else {
                #expect(expected?.outcome.status != .open)
                continue
            }
            let found = try #require(expected)
            #expect(ranking.qualifyingSuppliers == found.qualifyingSuppliers)
            #expect(ranking.candidates == found.candidates)
            #expect(ranking.entries.map(\.terms) == found.outcome.matches.map(\.terms))
            #expect(ranking.entries.map { engine.capability($0.number) } == found.outcome.matches.map(\.capability))
        }
    }
}

/// Events as facts of one moment, each a batch.
func facts(of events: [Fact.Event]) -> [Fact] {
    events.enumerated().map { index, event in
        Fact(
            position: MarketPosition(partition: 0, offset: Int64(index)),
            acceptedAt: (Int64(today.number) * 24 - 7) * 3_600_000, event: event)
    }
}
