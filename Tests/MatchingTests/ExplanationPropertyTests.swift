import LinkageTesting
import Localization
import Matching
import Testing

/// Explanations and match sets are made by one check: they agree on every pair.
@Suite struct ExplanationPropertyTests {
    @Test(arguments: Array(UInt64(1)...100))
    func explanationAgreesWithTheMatchSet(seed: UInt64) throws {
        var generator = MarketGenerator(seed: seed)
        let facts = generator.facts(120)
        let oracle = Oracle(facts: facts)
        let market = try Recording(of: facts).market
        for requirement in oracle.requirements {
            let matchSet = try #require(
                market.matchSet(of: requirement.key, cause: MarketPosition(partition: 0, offset: 0)))
            let qualifying = market.qualifying(for: requirement.key)
            var explained: [NearMiss] = []
            for capability in oracle.capabilities {
                let explanation = try #require(
                    market.explain(requirement: requirement.key, capability: capability.key))
                #expect(explanation.findings.map(\.reason) == Reason.allCases)
                let isQualified = explanation.exclusions.isEmpty && explanation.findings.allSatisfy(\.holds)
                #expect(qualifying.contains(capability.key) == isQualified)
                #expect(market.requirements(fitting: capability.key).contains(requirement.key) == isQualified)
                #expect((explanation.terms != nil) == isQualified)
                #expect(explanation.nearMiss == nil || !isQualified)
                #expect(explanation.currency == matchSet.outcome.currency.code)
                let place = matchSet.outcome.matches.firstIndex { $0.capability == capability.key }
                if let place {
                    #expect(explanation.rank == place + 1)
                    #expect(explanation.terms == matchSet.outcome.matches[place].terms)
                } else {
                    #expect(explanation.rank ?? .max > matchSet.outcome.matches.count)
                }
                explained += explanation.nearMiss.map { [$0] } ?? []
            }
            guard let nearMisses = matchSet.nearMisses else { continue }
            let best = explained.sorted { ($1.score, $0.capability) < ($0.score, $1.capability) }.prefix(10)
            #expect(nearMisses.best == Array(best))
            #expect(nearMisses.counts.reduce(0) { $0 + $1.candidates } >= explained.count)
            #expect(nearMisses.counts.map(\.reason) == nearMisses.counts.map(\.reason).sorted())
        }
    }
}
