import Matching
import Testing

@Suite struct ValueRatioTests {
    /// 60 of 100 at 10 dong with 2/3: 600 × 666 666 / (600 + 40 × reference).
    private func ratio(_ asking: (inout Requirement) -> Void = { _ in }) throws -> ValueRatio {
        try Trial(
            capability("A") {
                $0.capacityPerMonth = 60 * one
                $0.localContent = localContent(2, over: 3)
            }, asking: asking
        ).outcome().ratio
    }

    @Test func uncoveredIsValuedAtTheCurrentPrice() throws {
        let ratio = try ratio {
            $0.currentUnitPrice = Price(25 * one, dong)
            $0.maximumUnitPrice = Price(20 * one, dong)
        }
        #expect(ratio.plannedAmount == 600 && ratio.uncoveredAmount == 1_000 && ratio.absence == nil)
        #expect(ratio.millionths == 249_999, "600 × 666 666 / 1 600 = 249 999.75")
    }

    @Test func orAtTheMaximum() throws {
        let ratio = try ratio { $0.maximumUnitPrice = Price(20 * one, dong) }
        #expect(ratio.uncoveredAmount == 800)
        #expect(ratio.millionths == 285_714, "600 × 666 666 / 1 400 = 285 714")
    }

    @Test func orAtThePlansAverage() throws {
        let ratio = try ratio()
        #expect(ratio.uncoveredAmount == 400)
        #expect(ratio.millionths == 399_999, "600 × 666 666 / 1 000 = 399 999.6")
    }

    /// 1 at 10 and 2 at 11: 32/3 = 10.666667; 97 of them are 1 034.67.
    @Test func averageIsWeightedByQuantityAndRoundedOnce() throws {
        func offer(_ id: String, _ quantity: Int64, at price: Int64) -> Capability {
            capability(id) {
                $0.capacityPerMonth = quantity * one
                $0.tiers = [PriceTier(from: 0, unitPrice: price * one)]
            }
        }
        let ratio = try Trial(offer("A", 1, at: 10), offer("B", 2, at: 11)).outcome().ratio
        #expect(ratio.plannedAmount == 32 && ratio.uncoveredAmount == 1_035)
        #expect(ratio.millionths == 0)
    }

    @Test func currentPriceIsConvertedRoundedUp() throws {
        var trial = try Trial(capability("A") { $0.capacityPerMonth = 50 * one }) {
            $0.currentUnitPrice = Price(one, dollar)
            $0.maximumUnitPrice = Price(30 * one, dong)
        }
        #expect(try trial.outcome().ratio.absence == .noRate)
        #expect(try trial.outcome().ratio.millionths == nil)
        try trial.tell(.ratePublished(dollar, dongPerUnit: 20 * one))
        #expect(try trial.outcome().ratio.uncoveredAmount == 1_000)
    }

    @Test func currentPriceIsNotNeededWhereAllIsCovered() throws {
        let trial = try Trial(capability("A") { $0.localContent = localContent(1, over: 4) }) {
            $0.currentUnitPrice = Price(one, dollar)
            $0.maximumUnitPrice = Price(30 * one, dong)
        }
        #expect(try trial.outcome().ratio.millionths == 250_000)
    }

    @Test func nothingPlannedIsNothingLocal() throws {
        let ratio = try Trial([requirement { $0.currentUnitPrice = Price(3 * one, dong) }], []).outcome().ratio
        #expect(ratio.millionths == 0 && ratio.plannedAmount == 0 && ratio.uncoveredAmount == 300)
    }

    @Test func withoutAReferencePriceThereIsNone() throws {
        let ratio = try Trial([requirement()], []).outcome().ratio
        #expect(ratio.absence == .noReferencePrice && ratio.millionths == nil && ratio.uncoveredAmount == 0)
    }

    @Test func amountsThatRoundToNothingHaveNoRatio() throws {
        let trial = try Trial(capability("A") { $0.tiers = [PriceTier(from: 0, unitPrice: 1)] }) { $0.quantity = 1 }
        #expect(try trial.outcome().ratio.absence == .noReferencePrice)
    }

    @Test func amountsThatDoNotFitHaveNoRatio() throws {
        let trial = try Trial(
            capability("A") {
                $0.capacityPerMonth = 1_000_000_000_000_000_000
                $0.tiers = [PriceTier(from: 0, unitPrice: 1_000_000_000_000_000_000)]
            }
        ) { $0.quantity = 1_000_000_000_000_000_000 }
        #expect(try trial.plan().allocations.map(\.amount) == [nil])
        #expect(try trial.outcome().ratio.absence == .amountOutOfRange)
    }

    @Test func nothingOpenHasNoRatio() throws {
        var trial = try Trial(capability())
        try trial.tell(.awardPublished(award(of: 100 * one, to: capability())))
        #expect(try trial.outcome().ratio.absence == .nothingOpen)
    }

    @Test func refusedStatementCountsNothing() throws {
        var trial = try Trial(capability("A") { $0.localContent = localContent(1, over: 1) })
        #expect(try trial.outcome().ratio.millionths == 1_000_000)
        try trial.tell(.statementExamined(capability: capability().key, accepted: false))
        #expect(try trial.outcome().ratio.millionths == 0)
    }
}
