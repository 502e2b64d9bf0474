import Matching
import Testing

@Suite struct EmissionTests {
    @Test func publishedRequirementIsToldAtOnceEvenIfNothingChanged() throws {
        var trial = try Trial(capability())
        try trial.tell(.requirementPublished(requirement()), version: 2, isEndOfBatch: false)
        #expect(trial.lastEmitted.map(\.requirementVersion) == [2])
        #expect(try trial.lastEmitted.map(\.outcome) == [trial.outcome()])
        try trial.tell(.requirementPublished(requirement()), version: 3, isEndOfBatch: false)
        #expect(trial.lastEmitted.count == 1)
        try trial.tell(.none)
        #expect(trial.lastEmitted.isEmpty, "once is enough")
    }

    @Test func othersAreToldAtTheEndOfTheBatchInKeyOrder() throws {
        var trial = try Trial(["b", "_", "a", "B"].map { requirement($0) }, [])
        try trial.tell(.capabilityPublished(capability("A")), isEndOfBatch: false)
        #expect(trial.lastEmitted.isEmpty)
        try trial.tell(.capabilityPublished(capability("B")), isEndOfBatch: false)
        #expect(trial.lastEmitted.isEmpty)
        try trial.tell(.none)
        #expect(trial.lastEmitted.map(\.requirement.text) == ["buyer/B", "buyer/_", "buyer/a", "buyer/b"])
        #expect(trial.lastEmitted.allSatisfy { $0.outcome.matches.count == 2 })
        #expect(trial.lastEmitted.allSatisfy { $0.cause == MarketPosition(partition: 0, offset: 6) })
        try trial.tell(.none)
        #expect(trial.lastEmitted.isEmpty)
    }

    @Test func whatChangedBackWithinABatchIsNotTold() throws {
        var trial = try Trial(capability("A"))
        try trial.tell(.capabilityPublished(capability("B")), isEndOfBatch: false)
        try trial.tell(.capabilityWithdrawn(capability("B").key))
        #expect(trial.lastEmitted.isEmpty)
    }

    /// A candidate that does not qualify changes how many were examined and the near misses, which are not told alone.
    @Test func onlyAnotherOutcomeIsTold() throws {
        var trial = try Trial(capability("A") { $0.capacityPerMonth = one })
        let before = try trial.matchSet()
        try trial.tell(.capabilityPublished(capability("B") { $0.validLast = today }))
        #expect(trial.lastEmitted.isEmpty)
        let after = try trial.matchSet()
        #expect(after.candidates == before.candidates + 1 && after.nearMisses != before.nearMisses)
        #expect(after.outcome == before.outcome)
    }

    @Test func supplierBeyondTheBestIsNotTold() throws {
        var trial = try Trial([requirement()], (10..<20).map { capability("\($0)") })
        try trial.tell(.capabilityPublished(capability("30")))
        #expect(trial.lastEmitted.isEmpty)
        #expect(try trial.matchSet().qualifyingSuppliers == 11)
        try trial.tell(.capabilityPublished(capability("00")))
        #expect(trial.lastEmitted.count == 1)
    }

    @Test func requirementPublishedAndThenTouchedInABatchIsToldTwice() throws {
        var trial = Trial()
        try trial.tell(.requirementPublished(requirement()), isEndOfBatch: false)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [0])
        try trial.tell(.capabilityPublished(capability()))
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1])
    }

    @Test func requirementTouchedAndThenPublishedInABatchIsToldOnce() throws {
        var trial = try Trial([requirement()], [])
        try trial.tell(.capabilityPublished(capability()), isEndOfBatch: false)
        try trial.tell(.requirementPublished(requirement()), version: 2)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1])
    }

    @Test func requirementTouchedAndThenWithdrawnInABatchIsOnlyWithdrawn() throws {
        var trial = try Trial([requirement()], [])
        try trial.tell(.capabilityPublished(capability()), isEndOfBatch: false)
        try trial.tell(.requirementWithdrawn(requirement().key))
        #expect(trial.lastEmitted.map(\.outcome.status) == [.withdrawn])
    }

    @Test func newVersionOfARankedCapabilityIsTold() throws {
        var trial = try Trial(capability())
        try trial.tell(.capabilityPublished(capability()), version: 2)
        #expect(trial.lastEmitted.map { $0.outcome.matches.map(\.capabilityVersion) } == [[2]])
    }
}
