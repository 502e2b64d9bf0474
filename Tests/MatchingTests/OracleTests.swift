import LinkageTesting
import Matching
import Testing

/// Thousands of small markets, computed twice by programs that share no rule.
@Suite struct OracleTests {
    static let chunks = Array(0..<40)

    @Test(arguments: chunks)
    func engineAgreesWithAPlainReadingOfTheRules(chunk: Int) throws {
        for seed in UInt64(chunk * 50)..<UInt64(chunk * 50 + 50) {
            var generator = MarketGenerator(seed: seed)
            try compare(generator.facts(60), seed: seed)
        }
    }

    @Test(arguments: chunks)
    func engineAgreesAtTheLimits(chunk: Int) throws {
        var shape = MarketGenerator.Shape()
        shape.extremePercent = 15
        for seed in UInt64(chunk * 20)..<UInt64(chunk * 20 + 20) {
            var generator = MarketGenerator(seed: seed, shape: shape)
            try compare(generator.facts(60), seed: seed)
        }
    }

    private func compare(_ facts: [Fact], seed: UInt64) throws {
        let oracle = Oracle(facts: facts)
        let market = try Recording(of: facts).market
        var found: [String] = []
        for requirement in oracle.requirements {
            let matchSet = try #require(
                market.matchSet(of: requirement.key, cause: MarketPosition(partition: 0, offset: 0)))
            found += try differences(matchSet, requirement, oracle)
            for capability in oracle.capabilities {
                found += try differences(requirement, capability, oracle, market)
            }
        }
        #expect(found.isEmpty, "seed \(seed)")
    }

    /// What differs in a match set.
    private func differences(_ matchSet: MatchSet, _ requirement: Requirement, _ oracle: Oracle) throws -> [String] {
        let (outcome, ranking, plan) = (matchSet.outcome, oracle.ranking(requirement), oracle.plan(requirement))
        let matches = outcome.matches.map { match in
            Oracle.Offer(
                capability: match.capability, price: match.unitPrice, available: match.available,
                priceTerm: match.terms.price, coverageTerm: match.terms.coverage,
                localizationTerm: match.terms.localization)
        }
        let allocations = outcome.plan.allocations.map { allocation in
            Oracle.Allocation(
                capability: allocation.capability, quantity: allocation.quantity, price: allocation.unitPrice)
        }
        let agreements = [
            "open": outcome.openQuantity == oracle.open(requirement),
            "ranking": matches == Array(ranking.prefix(oracle.policy.matchLimit)),
            "count": matchSet.qualifyingSuppliers == ranking.count, "plan": allocations == plan,
        ]
        return agreements.filter { !$0.value }.keys.map { "\($0) of \(requirement.key)" }
    }

    /// What differs in a pair.
    private func differences(
        _ requirement: Requirement, _ capability: Capability, _ oracle: Oracle, _ market: MarketState
    ) throws -> [String] {
        let explanation = try #require(market.explain(requirement: requirement.key, capability: capability.key))
        let pair = "\(requirement.key), \(capability.key)"
        guard explanation.exclusions.allSatisfy({ $0 == .notOpen }) else {
            return oracle.isCandidate(capability, for: requirement) ? ["no candidate: \(pair)"] : []
        }
        guard oracle.isCandidate(capability, for: requirement) else { return ["a candidate: \(pair)"] }
        guard explanation.exclusions.isEmpty else { return [] }
        var found = Set(explanation.findings.filter { !$0.holds }.map(\.reason))
        var expected = oracle.failed(capability, for: requirement)
        // Where capacity fails, the engine examines the price of the whole open quantity.
        if expected.contains(.capacity) {
            found.remove(.price)
            expected.remove(.price)
        }
        return found == expected ? [] : ["\(found.sorted()), not \(expected.sorted()): \(pair)"]
    }
}
