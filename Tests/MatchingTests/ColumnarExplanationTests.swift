import LinkageTesting
import Localization
import Matching
import Testing

/// What the columnar engine emits is what the explanation of each pair says.
@Suite struct ColumnarExplanationTests {
    @Test(arguments: Array(UInt64(1)...60))
    func everyMatchAndNearMissIsExplained(seed: UInt64) throws {
        var generator = MarketGenerator(seed: seed)
        var engine = ColumnarEngine()
        var market = MarketState()
        for fact in generator.facts(120) {
            var emitted: [MatchSet] = []
            try engine.apply(fact) { emitted.append($0) }
            _ = try market.apply(fact)
            // Before the end of its batch a fact is not yet in what the others are told.
            for matchSet in emitted where matchSet.outcome.status == .open {
                try expectExplained(matchSet, in: market)
            }
        }
    }

    private func expectExplained(_ matchSet: MatchSet, in market: MarketState) throws {
        for (index, match) in matchSet.outcome.matches.enumerated() {
            let explanation = try #require(
                market.explain(requirement: matchSet.requirement, capability: match.capability))
            #expect(explanation.exclusions.isEmpty && explanation.findings.allSatisfy(\.holds))
            #expect(explanation.terms == match.terms)
            #expect(explanation.rank == index + 1)
            #expect(explanation.findings[0].offered == .quantity(match.available))
            #expect(explanation.currency == matchSet.outcome.currency.code)
        }
        for nearMiss in matchSet.nearMisses?.best ?? [] {
            let explanation = try #require(
                market.explain(requirement: matchSet.requirement, capability: nearMiss.capability))
            #expect(explanation.nearMiss == nearMiss)
            #expect(explanation.findings.filter { !$0.holds }.map(\.reason) == [nearMiss.reason])
        }
    }
}
