import Matching
import Testing

@Suite struct SupplyPlanTests {
    /// Ranked by price: those with lower numbers come first.
    private func offer(_ rank: Int, capacity: Int64, _ change: (inout Capability) -> Void = { _ in }) -> Capability {
        capability("\(rank)") {
            $0.tiers = [PriceTier(from: 0, unitPrice: Int64(100 + rank) * one)]
            $0.capacityPerMonth = capacity
            change(&$0)
        }
    }

    /// Coverage does not count here, so that the price alone ranks.
    private func trial(
        _ offers: [Capability], asking change: (inout Requirement) -> Void = { _ in }
    ) throws -> Trial {
        var trial = try Trial(
            [
                requirement("R") {
                    $0.quantity = 100; change(&$0)
                }
            ], offers)
        try trial.tell(
            .policySet(
                Policy(
                    priceWeight: 10_000, coverageWeight: 0, localizationWeight: 0, matchLimit: 10,
                    reportingCurrency: dong)))
        return trial
    }

    private func allocations(_ trial: Trial) throws -> [[Int64]] {
        try trial.plan().allocations.map { [Int64(letter($0.capability)) ?? -1, $0.quantity] }
    }

    @Test func eachGivesWhatItCanInOrder() throws {
        let trial = try trial([offer(1, capacity: 40), offer(2, capacity: 50), offer(3, capacity: 60)])
        #expect(try allocations(trial) == [[1, 40], [2, 50], [3, 10]])
        #expect(try trial.plan().uncoveredQuantity == 0)
        #expect(try trial.matchSet().nearMisses == nil)
    }

    @Test func walkStopsWhenCovered() throws {
        let trial = try trial([offer(1, capacity: 100), offer(2, capacity: 100)])
        #expect(try allocations(trial) == [[1, 100]])
        #expect(try trial.outcome().matches.count == 2)
    }

    @Test(arguments: [(Int64(60), [[1, 40], [2, 60]]), (61, [[1, 40], [3, 60]])] as [(Int64, [[Int64]])])
    func allocationBelowTheMinimumOrderIsSkipped(minimumOrder: Int64, expected: [[Int64]]) throws {
        let trial = try trial([
            offer(1, capacity: 40), offer(2, capacity: 100) { $0.minimumOrder = minimumOrder }, offer(3, capacity: 90),
        ])
        #expect(try allocations(trial) == expected)
    }

    /// At 100 the second asks 102, at 60 it asks 111.
    @Test(arguments: [(Int64(111), [[1, 40], [2, 60]]), (110, [[1, 40], [3, 60]])] as [(Int64, [[Int64]])])
    func allocationWhoseTierIsAboveTheMaximumIsSkipped(maximum: Int64, expected: [[Int64]]) throws {
        let trial = try trial([
            offer(1, capacity: 40),
            offer(2, capacity: 100) {
                $0.tiers = [PriceTier(from: 0, unitPrice: 111 * one), PriceTier(from: 100, unitPrice: 102 * one)]
            }, offer(3, capacity: 90),
        ]) { $0.maximumUnitPrice = Price(maximum * one, dong) }
        #expect(try trial.ranking() == ["1", "2", "3"])
        #expect(try allocations(trial) == expected)
    }

    @Test func allocationIsPricedAtItsOwnTier() throws {
        let trial = try trial([
            offer(1, capacity: 40),
            offer(2, capacity: 100) {
                $0.tiers = [PriceTier(from: 0, unitPrice: 200 * one), PriceTier(from: 100, unitPrice: 102 * one)]
            },
        ])
        #expect(try trial.outcome().matches.map(\.unitPrice) == [101 * one, 102 * one])
        #expect(try trial.plan().allocations.map(\.unitPrice) == [101 * one, 200 * one])
    }

    @Test func atMostFiveJoin() throws {
        let trial = try trial((1...8).map { offer($0, capacity: 10) })
        #expect(try allocations(trial) == [[1, 10], [2, 10], [3, 10], [4, 10], [5, 10]])
        #expect(try trial.plan().uncoveredQuantity == 50)
    }

    @Test func skippedOnesDoNotCountAmongTheFive() throws {
        let offers =
            [offer(1, capacity: 91), offer(2, capacity: 50) { $0.minimumOrder = 10 }]
            + (3...8).map { offer($0, capacity: 1) }
        #expect(try allocations(trial(offers)) == [[1, 91], [3, 1], [4, 1], [5, 1], [6, 1]])
    }

    @Test func onlyThoseHeldAreWalked() throws {
        var trial = try trial([offer(1, capacity: 10), offer(2, capacity: 90)])
        try trial.tell(
            .policySet(
                Policy(
                    priceWeight: 10_000, coverageWeight: 0, localizationWeight: 0, matchLimit: 1,
                    reportingCurrency: dong)))
        #expect(try allocations(trial) == [[1, 10]])
        #expect(try trial.plan().uncoveredQuantity == 90)
    }

    @Test func firstAloneSuppliesAllWithoutPartialSupply() throws {
        let trial = try trial([offer(1, capacity: 99), offer(2, capacity: 100), offer(3, capacity: 300)]) {
            $0.allowsPartialSupply = false
        }
        #expect(try trial.ranking() == ["2", "3"])
        #expect(try allocations(trial) == [[2, 100]])
    }

    @Test func nobodyPlansNothing() throws {
        let trial = try trial([])
        #expect(try trial.plan().allocations.isEmpty)
        #expect(try trial.plan().uncoveredQuantity == 100)
    }

    /// 1.5, 2.5 and 3.5 dong to the even one.
    @Test(
        arguments: [(3 * one, one / 2, 2), (5 * one, one / 2, 2), (7 * one, one / 2, 4), (1, one, 0)]
            as [(Int64, Int64, Int64)])
    func amountIsRoundedHalfEvenOnce(quantity: Int64, unitPrice: Int64, expected: Int64) throws {
        let trial = try Trial(capability("A") { $0.tiers = [PriceTier(from: 0, unitPrice: unitPrice)] }) {
            $0.quantity = quantity
        }
        #expect(try trial.plan().allocations.map(\.amount) == [expected])
    }
}
