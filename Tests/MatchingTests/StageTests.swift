import Matching
import Testing

/// What days and withdrawals do to a requirement.
@Suite struct StageTests {
    @Test func requirementIsOpenOnItsClosingDayAndClosedAfterIt() throws {
        var trial = try Trial(capability())
        trial.day = Day(20_010)
        try trial.tell(.none)
        #expect(trial.lastEmitted.isEmpty)
        #expect(try trial.outcome().status == .open)
        trial.day = Day(20_011)
        try trial.tell(.none)
        #expect(trial.lastEmitted.map(\.outcome.status) == [.closed])
        let outcome = try trial.outcome()
        #expect(outcome.matches.isEmpty && outcome.plan.allocations.isEmpty && outcome.openQuantity == 100 * one)
        #expect(outcome.ratio.absence == .nothingOpen)
        #expect(try trial.explanation().exclusions == [.notOpen])
    }

    @Test func closedIsSaidBeforeAwarded() throws {
        var trial = try Trial(capability()) { $0.closingDay = Day(19_999) }
        try trial.tell(.awardPublished(award(of: 100 * one, to: capability())))
        #expect(try trial.outcome().status == .closed)
    }

    @Test func laterClosingDayOpensItAgain() throws {
        var trial = try Trial(capability()) { $0.closingDay = Day(19_999) }
        try trial.tell(.requirementPublished(requirement()))
        #expect(trial.lastEmitted.map(\.outcome.status) == [.open])
    }

    @Test func offerIsExaminedOnTheDayAndOnTheLastOfTheWindow() throws {
        var trial = try Trial(capability("A") { $0.validFirst = Day(20_003) })
        #expect(try trial.reasons() == [.validity])
        trial.day = Day(20_003)
        try trial.tell(.none)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1])
        #expect(try trial.reasons().isEmpty)
    }

    @Test func offerThatRunsOutBeforeTheWindowEndsDoesNotQualify() throws {
        var trial = try Trial(capability("A") { $0.validLast = Day(delivery.last.number) }) {
            $0.closingDay = Day(30_000)
        }
        trial.day = delivery.last
        try trial.tell(.none)
        #expect(try trial.reasons().isEmpty)
        trial.day = Day(delivery.last.number + 1)
        try trial.tell(.none)
        #expect(try trial.reasons() == [.validity])
        #expect(try trial.nearMiss()?.change == .validity(from: delivery.last, to: trial.day))
    }

    @Test func withdrawnRequirementIsSaidOnceAndForgotten() throws {
        var trial = try Trial(capability())
        try trial.tell(.requirementWithdrawn(requirement().key), version: 2)
        #expect(trial.lastEmitted.map(\.outcome.status) == [.withdrawn])
        #expect(trial.lastEmitted.map(\.requirementVersion) == [2])
        #expect(
            trial.market.matchSet(of: requirement().key, cause: MarketPosition(partition: 0, offset: 0)) == nil)
        try trial.tell(.requirementWithdrawn(requirement().key), version: 3)
        #expect(trial.lastEmitted.isEmpty)
        try trial.tell(.requirementPublished(requirement()), version: 4)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1])
    }

    @Test func withdrawnRequirementLeavesItsAwardsReserved() throws {
        var trial = try Trial([requirement(), requirement("other")], [capability()])
        try trial.tell(.awardPublished(award(of: 30 * one, to: capability(), for: requirement("other"))))
        try trial.tell(.requirementWithdrawn(requirement("other").key))
        #expect(try trial.outcome().matches.first?.available == 70 * one)
    }

    @Test func withdrawnCapabilityDisappears() throws {
        var trial = try Trial(capability("A"), capability("B"))
        try trial.tell(.capabilityWithdrawn(capability("A").key))
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1])
        #expect(try trial.ranking() == ["B"])
        #expect(try trial.matchSet().candidates == 1)
        try trial.tell(.capabilityWithdrawn(capability("A").key))
        #expect(trial.lastEmitted.isEmpty)
    }
}
