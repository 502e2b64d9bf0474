import Matching
import Testing

@Suite struct CandidateTests {
    @Test(
        arguments: [
            ("853400", 1, []), ("8534", 1, []), ("853401", 0, [.otherCode]),
            ("8535", 0, [.otherCode]), ("090111", 0, [.otherCode]),
        ] as [(String, Int, [Explanation.Exclusion])])
    func codeIsTheSameOrItsHeading(digits: String, candidates: Int, exclusions: [Explanation.Exclusion]) throws {
        let trial = try Trial(capability("A") { $0.hsCode = code(digits) })
        #expect(try trial.matchSet().candidates == candidates)
        #expect(try trial.outcome().matches.count == candidates)
        #expect(try trial.explanation().exclusions == exclusions)
    }

    @Test func unitIsTheSame() throws {
        let trial = try Trial(capability("A") { $0.unitCode = "KGM" })
        #expect(try trial.matchSet().candidates == 0)
        #expect(try trial.explanation().exclusions == [.otherUnit])
    }

    @Test func buyerIsNotItsOwnSupplier() throws {
        let own = capability("A") { $0.key = Key("buyer/capability") }
        let trial = try Trial(own, capability("B") { $0.key = Key("buyer-2/capability") })
        #expect(try trial.outcome().matches.map(\.capability) == [Key("buyer-2/capability")])
        #expect(try trial.explanation(of: own.key).exclusions == [.sameOwner])
        #expect(try trial.explanation(of: own.key).terms == nil)
    }

    @Test func candidateThatFailsIsCounted() throws {
        let trial = try Trial(capability("A") { $0.validLast = today }, capability("B"))
        #expect(try trial.matchSet().candidates == 2)
        #expect(try trial.matchSet().qualifyingSuppliers == 1)
    }

    @Test func otherDirectionFindsTheSamePairs() throws {
        let trial = try Trial(
            [requirement("1"), requirement("2") { $0.unitCode = "KGM" }, requirement("3") { $0.closingDay = Day(1) }],
            [capability("A"), capability("B") { $0.hsCode = code("8534") }])
        #expect(trial.market.requirements(fitting: capability("A").key) == [Key("buyer/1")])
        #expect(trial.market.qualifying(for: Key("buyer/1")) == [capability("A").key, capability("B").key])
        #expect(trial.market.qualifying(for: Key("buyer/3")).isEmpty)
        #expect(trial.market.qualifying(for: Key("buyer/9")).isEmpty)
        #expect(trial.market.requirements(fitting: Key("supplier-Z/1")).isEmpty)
        #expect(trial.market.explain(requirement: Key("buyer/9"), capability: Key("supplier-A/1")) == nil)
    }
}
