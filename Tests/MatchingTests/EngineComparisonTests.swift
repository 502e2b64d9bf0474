import LinkageTesting
import Matching
import Testing

/// The comparison finds a wrong engine, and the few facts that show it.
@Suite struct EngineComparisonTests {
    /// An engine that never hears of a withdrawn capability.
    private struct DeafEngine: MatchingEngine {
        private var engine = ReferenceEngine()
        var market: MarketState { engine.market }

        mutating func apply(_ fact: Fact, emit: (MatchSet) -> Void) throws(FactRefusal) {
            guard case .capabilityWithdrawn = fact.event else { return try engine.apply(fact, emit: emit) }
            try engine.apply(
                Fact(
                    position: fact.position, acceptedAt: fact.acceptedAt, version: fact.version,
                    isEndOfBatch: fact.isEndOfBatch, event: .none), emit: emit)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func wrongEngineIsFoundOnFewFacts(seed: UInt64) throws {
        var generator = MarketGenerator(seed: seed)
        let found = try #require(EngineComparison<DeafEngine>.disagreement(on: generator.facts(400)))
        #expect(found.facts.count <= 4)
        #expect(found.facts.contains { if case .capabilityWithdrawn = $0.event { true } else { false } })
    }
}
