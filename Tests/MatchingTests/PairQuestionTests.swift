import LinkageTesting
import Matching
import Testing

/// Which pairs fit, asked of the columns and of every candidate.
@Suite struct PairQuestionTests {
    @Test func bothEnginesFindTheSamePairs() throws {
        #expect(try (1...20).reduce(0) { try $0 + pairs(seed: $1) } > 1_000)
    }

    /// How many pairs were found to fit, after each fact.
    private func pairs(seed: UInt64) throws -> Int {
        var generator = MarketGenerator(seed: seed)
        var engine = ColumnarEngine(isMatching: false)
        var market = MarketState()
        var (requirements, capabilities): (Set<Key>, Set<Key>) = ([], [])
        var found = 0
        for fact in generator.facts(120) {
            switch fact.event {
            case .requirementPublished(let requirement): requirements.insert(requirement.key)
            case .capabilityPublished(let capability): capabilities.insert(capability.key)
            default: break
            }
            try engine.apply(fact) { _ in Issue.record("it tells nothing") }
            _ = try market.apply(fact)
            for key in requirements {
                #expect(engine.isOpen(key) == market.isOpen(key))
                let qualifying = engine.qualifying(for: key)
                #expect(qualifying == market.qualifying(for: key))
                found += qualifying.count
            }
            for key in capabilities {
                #expect(engine.requirements(fitting: key) == market.requirements(fitting: key))
            }
        }
        return found
    }
}
