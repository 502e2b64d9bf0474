import Matching
import Testing

@Suite struct AwardTests {
    @Test func partialAwardLeavesTheRestOpen() throws {
        var trial = try Trial(capability("A"), capability("B"))
        try trial.tell(.awardPublished(award(of: 30 * one, to: capability("A"))))
        #expect(try trial.outcome().status == .open)
        #expect(try trial.outcome().openQuantity == 70 * one)
        #expect(try trial.plan().allocations.map(\.quantity) == [70 * one])
    }

    @Test(arguments: [(100 * one - 1, MatchSet.Status.open, Int64(1)), (100 * one, .awarded, 0)])
    func requirementIsAwardedOnceNothingIsOpen(quantity: Int64, status: MatchSet.Status, open: Int64) throws {
        var trial = try Trial(capability())
        try trial.tell(.awardPublished(award(of: quantity, to: capability())))
        let outcome = try trial.outcome()
        #expect(outcome.status == status && outcome.openQuantity == open)
        #expect(outcome.plan.allocations.isEmpty == (status == .awarded))
        #expect(outcome.awardFlags.isEmpty)
        #expect(trial.market.isOpen(requirement().key) == (status == .open))
    }

    @Test func cancelledAwardOpensItAgain() throws {
        var trial = try Trial(capability())
        try trial.tell(.awardPublished(award(of: 100 * one, to: capability())))
        try trial.tell(.awardPublished(award(of: 100 * one, to: capability(), isActive: false)))
        #expect(trial.lastEmitted.map(\.outcome.status) == [.open])
        #expect(try trial.outcome().openQuantity == 100 * one)
    }

    @Test func moreThanWantedIsFlaggedOnEveryActiveAward() throws {
        var trial = try Trial(capability("A"), capability("B"))
        try trial.tell(.awardPublished(award("2", of: 60 * one, to: capability("A"))))
        #expect(try trial.outcome().awardFlags.isEmpty)
        try trial.tell(.awardPublished(award("1", of: 40 * one + 1, to: capability("B"))))
        let outcome = try trial.outcome()
        #expect(outcome.status == .awarded && outcome.openQuantity == 0)
        #expect(outcome.awardFlags.map(\.kind) == [.exceedsQuantity, .exceedsQuantity])
        #expect(outcome.awardFlags.map(\.award.text) == ["buyer/award-1", "buyer/award-2"])
    }

    @Test func moreThanCanBeMadeIsFlagged() throws {
        var trial = try Trial([requirement { $0.quantity = 300 * one }, requirement("other")], [capability()])
        try trial.tell(.awardPublished(award("1", of: 70 * one, to: capability())))
        try trial.tell(.awardPublished(award("2", of: 30 * one, to: capability(), for: requirement("other"))))
        #expect(try trial.outcome().awardFlags.isEmpty)
        try trial.tell(.awardPublished(award("2", of: 30 * one + 1, to: capability(), for: requirement("other"))))
        #expect(Set(trial.lastEmitted.map(\.requirement)) == [requirement().key, requirement("other").key])
        #expect(try trial.outcome().awardFlags.map(\.kind) == [.exceedsCapacity])
        #expect(try trial.outcome(Key("buyer/other")).awardFlags.map(\.kind) == [.exceedsCapacity])
    }

    @Test func awardToWhatCouldNotBeMatchedIsFlagged() throws {
        var trial = try Trial(capability("A") { $0.unitCode = "KGM" })
        try trial.tell(.awardPublished(award("1", of: 1, to: capability("A"))))
        try trial.tell(.awardPublished(award("2", of: 1, to: capability("B"))))
        #expect(try trial.outcome().awardFlags.map(\.kind) == [.notACandidate, .notACandidate])
        try trial.tell(.capabilityPublished(capability("B")))
        #expect(try trial.outcome().awardFlags.map(\.award.text) == ["buyer/award-1"])
        #expect(trial.lastEmitted.map(\.outcome.awardFlags.count) == [1])
        try trial.tell(.capabilityWithdrawn(capability("B").key))
        #expect(trial.lastEmitted.map(\.outcome.awardFlags.count) == [2])
    }

    @Test func awardBeforeItsRequirementCounts() throws {
        var trial = Trial()
        try trial.tell(.awardPublished(award(of: 30 * one, to: capability())))
        #expect(trial.lastEmitted.isEmpty)
        try trial.tell(.requirementPublished(requirement()))
        #expect(trial.lastEmitted.map(\.outcome.openQuantity) == [70 * one])
    }

    @Test func awardThatMovesToAnotherRequirementOpensTheFirst() throws {
        var trial = try Trial([requirement(), requirement("other")], [capability()])
        try trial.tell(.awardPublished(award(of: 30 * one, to: capability())))
        try trial.tell(.awardPublished(award(of: 30 * one, to: capability(), for: requirement("other"))))
        #expect(try trial.outcome().openQuantity == 100 * one)
        #expect(try trial.outcome(Key("buyer/other")).openQuantity == 70 * one)
    }
}
