import Matching
import Testing

/// Terms by hand, with the standard weights 4000, 3000, 3000.
@Suite struct ScoreTests {
    private func terms(
        policy: Policy? = nil, asking: Requirement = requirement(),
        _ offering: (inout Capability) -> Void = { _ in }
    ) throws -> [UInt32] {
        var trial = try Trial([asking], [capability("A", offering)])
        if let policy { try trial.tell(.policySet(policy)) }
        let terms = try #require(try trial.outcome().matches.first?.terms)
        #expect(terms.score == terms.price + terms.coverage + terms.localization)
        return [terms.price, terms.coverage, terms.localization]
    }

    /// 4000 × (30 − price) / 30, rounded down.
    @Test(arguments: [(Int64(30), UInt32(0)), (29, 133), (20, 1_333), (10, 2_666), (1, 3_866)])
    func priceIsMeasuredAgainstTheMaximum(price: Int64, expected: UInt32) throws {
        let terms = try terms(asking: requirement { $0.maximumUnitPrice = Price(30, dong) }) {
            $0.tiers = [PriceTier(from: 0, unitPrice: price)]
        }
        #expect(terms == [expected, 3_000, 0])
    }

    /// Lowest of the qualifying is 7: 4000 × 7 / 9 = 3111.1; the one at 3 does not qualify.
    @Test func priceIsMeasuredAgainstTheLowestThatQualifiesWithoutAMaximum() throws {
        func at(_ price: Int64, _ id: String) -> Capability {
            capability(id) { $0.tiers = [PriceTier(from: 0, unitPrice: price)] }
        }
        var cheap = at(3, "C")
        cheap.validLast = today
        let trial = try Trial(at(9, "A"), at(7, "B"), cheap)
        #expect(try trial.outcome().matches.map(\.terms.price) == [4_000, 3_111])
        #expect(try trial.ranking() == ["B", "A"])
        #expect(try trial.nearMiss(of: cheap.key)?.score == 7_000, "covered, but explained on demand")
    }

    /// 3000 × min(100, available) / 100.
    @Test(arguments: [
        (Int64(1), UInt32(30)), (33, 990), (99, 2_970), (100, 3_000), (250, 3_000),
    ])
    func coverageIsTheShareThatCouldBeSupplied(capacity: Int64, expected: UInt32) throws {
        #expect(
            try terms(asking: requirement { $0.quantity = 100 }) { $0.capacityPerMonth = capacity } == [
                4_000, expected, 0,
            ])
    }

    /// 3000 × 2/3 = 2000, of 6 666 basis points 1 999.8.
    @Test(arguments: [
        (Int64(2), Int64(3), UInt32(1_999)), (1, 1, 3_000), (0, 1, 0), (1, 10_001, 0), (1, 10_000, 0), (4, 10_000, 1),
    ])
    func localizationIsTheContentInBasisPoints(part: Int64, whole: Int64, expected: UInt32) throws {
        #expect(try terms { $0.localContent = LocalContent(part, over: whole) } == [4_000, 3_000, expected])
    }

    @Test func weightsAreThePolicys() throws {
        let policy = Policy(
            priceWeight: 1_000, coverageWeight: 500, localizationWeight: 20_000, matchLimit: 500,
            reportingCurrency: dong)
        #expect(policy.localizationWeight == 10_000 && policy.matchLimit == 100)
        let terms = try terms(
            policy: policy,
            asking: requirement {
                $0.maximumUnitPrice = Price(30, dong)
                $0.quantity = 100
            }
        ) {
            $0.tiers = [PriceTier(from: 0, unitPrice: 10)]
            $0.capacityPerMonth = 33
            $0.localContent = localContent(1, over: 2)
        }
        #expect(terms == [666, 165, 5_000])
    }

    @Test func weightsMayBeNothing() throws {
        let policy = Policy(
            priceWeight: 0, coverageWeight: 0, localizationWeight: 0, matchLimit: -5, reportingCurrency: dong)
        #expect(policy.matchLimit == 1)
        #expect(try terms(policy: policy) { $0.localContent = localContent(1, over: 2) } == [0, 0, 0])
    }
}
