import Matching
import Testing

/// What everybody's facts do to those already there.
@Suite struct ReevaluationTests {
    @Test func rateChangesWhoQualifies() throws {
        var trial = try Trial(capability("A") { $0.currency = dollar }) { $0.maximumUnitPrice = Price(20 * one, dong) }
        #expect(try trial.ranking().isEmpty)
        try trial.tell(.ratePublished(dollar, dongPerUnit: 2 * one))
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1])
        try trial.tell(.ratePublished(dollar, dongPerUnit: 2 * one))
        #expect(trial.lastEmitted.isEmpty)
        try trial.tell(.ratePublished(dollar, dongPerUnit: 2 * one + 1))
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [0])
        try trial.tell(.ratePublished(dollar, dongPerUnit: one))
        try trial.tell(.rateWithdrawn(dollar))
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [0])
        try trial.tell(.rateWithdrawn(dollar))
        #expect(trial.lastEmitted.isEmpty)
    }

    @Test func policyChangesTheScoresOfAll() throws {
        var trial = try Trial([requirement("2"), requirement("1")], [capability()])
        let policy = Policy(
            priceWeight: 1, coverageWeight: 0, localizationWeight: 0, matchLimit: 1, reportingCurrency: dong)
        try trial.tell(.policySet(policy))
        #expect(trial.lastEmitted.map(\.requirement.text) == ["buyer/1", "buyer/2"])
        #expect(trial.lastEmitted.map { $0.outcome.matches.map(\.terms.score) } == [[1], [1]])
        try trial.tell(.policySet(policy))
        #expect(trial.lastEmitted.isEmpty)
    }

    @Test func tickChangesOnlyWhatTheDayChanges() throws {
        var trial = try Trial(
            [requirement("2") { $0.closingDay = today }, requirement("1") { $0.closingDay = today }, requirement("3")],
            [capability()])
        try trial.tell(.none)
        #expect(trial.lastEmitted.isEmpty)
        trial.day = Day(today.number + 1)
        try trial.tell(.none)
        #expect(trial.lastEmitted.map(\.requirement.text) == ["buyer/1", "buyer/2"])
    }

    /// Any fact brings the day, not only a tick.
    @Test func firstFactOfADayChangesWhatTheDayChanges() throws {
        var trial = try Trial([requirement("1") { $0.closingDay = today }], [])
        trial.day = Day(today.number + 1)
        try trial.tell(.capabilityWithdrawn(Key("supplier-Z/1")))
        #expect(trial.lastEmitted.map(\.outcome.status) == [.closed])
    }

    @Test func capabilityThatChangesCodeLeavesTheOldAndReachesTheNew() throws {
        var trial = try Trial([requirement("1"), requirement("2") { $0.hsCode = code("853401") }], [capability()])
        try trial.tell(.capabilityPublished(capability("A") { $0.hsCode = code("853401") }), version: 2)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [0, 1])
        try trial.tell(.capabilityPublished(capability("A") { $0.hsCode = code("8534") }), version: 3)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [1, 1])
        try trial.tell(.capabilityPublished(capability("A") { $0.hsCode = code("8535") }), version: 4)
        #expect(trial.lastEmitted.map(\.outcome.matches.count) == [0, 0])
    }
}
