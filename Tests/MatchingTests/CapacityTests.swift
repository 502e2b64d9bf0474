import Matching
import Testing

@Suite struct CapacityTests {
    /// Capacity per month × days / 30, rounded down.
    @Test(arguments: [
        (Int64(100), Int32(30), Int64(100)), (100, 1, 3), (100, 29, 96), (100, 31, 103), (1, 29, 0), (1, 30, 1),
        (3_000_000, 45, 4_500_000),
    ])
    func capacityIsInProportionToTheWindow(perMonth: Int64, days: Int32, expected: Int64) {
        let window = DayRange(Day(5), Day(5 + days - 1))
        #expect(capability("A") { $0.capacityPerMonth = perMonth }.capacity(over: window) == expected)
    }

    /// Quantity × days of overlap / days of the award's window, rounded up.
    @Test(arguments: [
        (Int32(0), Int32(9), Int64(10)), (10, 19, 0), (9, 9, 1), (5, 9, 5), (-5, 20, 10), (8, 30, 2),
    ])
    func awardReservesInProportionToTheOverlap(first: Int32, last: Int32, expected: Int64) {
        let taken = award(of: 10, to: capability(), window: DayRange(Day(0), Day(9)))
        #expect(taken.reserved(over: DayRange(Day(first), Day(last))) == expected)
    }

    @Test func reservationIsRoundedUpForEachAward() throws {
        #expect(
            award(of: 10, to: capability(), window: DayRange(Day(0), Day(2))).reserved(over: DayRange(Day(0), Day(0)))
                == 4)
        let other = requirement("other")
        var trial = try Trial([requirement(), other], [capability("A") { $0.capacityPerMonth = 100 }])
        let window = DayRange(delivery.last, Day(delivery.last.number + 2))
        for id in ["1", "2", "3"] {
            try trial.tell(.awardPublished(award(id, of: 10, to: capability(), for: other, window: window)))
        }
        #expect(try trial.outcome().matches.first?.available == 100 - 3 * 4)
    }

    @Test func awardsOfTheSameRequirementDoNotCountAgainstIt() throws {
        var trial = try Trial(capability())
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability())))
        #expect(try trial.outcome().openQuantity == 40 * one)
        #expect(try trial.outcome().matches.first?.available == 100 * one)
        try trial.tell(.requirementPublished(requirement("other")))
        #expect(try trial.outcome(Key("buyer/other")).matches.first?.available == 40 * one)
    }

    @Test func awardsOfOtherHeadingsDoNotCount() throws {
        let other = requirement("other") { $0.hsCode = code("853500") }
        var trial = try Trial([requirement(), other], [capability()])
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability(), for: other)))
        #expect(try trial.outcome().matches.first?.available == 100 * one)
        let sibling = requirement("sibling") { $0.hsCode = code("853401") }
        try trial.tell(.awardPublished(award("2", of: 30 * one, to: capability(), for: sibling)))
        #expect(try trial.outcome().matches.first?.available == 70 * one)
    }

    @Test func cancelledAndWithdrawnAwardsDoNotReserve() throws {
        let other = requirement("other")
        var trial = try Trial([requirement(), other], [capability()])
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability(), for: other)))
        #expect(try trial.outcome().matches.first?.available == 40 * one)
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability(), for: other, isActive: false)))
        #expect(try trial.outcome().matches.first?.available == 100 * one)
        try trial.tell(.awardPublished(award(of: 50 * one, to: capability(), for: other)))
        #expect(try trial.outcome().matches.first?.available == 50 * one)
        try trial.tell(.awardWithdrawn(award(of: 1, to: capability()).key))
        #expect(try trial.outcome().matches.first?.available == 100 * one)
    }

    @Test func awardThatMovesFreesWhatItTook() throws {
        let other = requirement("other")
        var trial = try Trial([requirement(), other], [capability("A"), capability("B")])
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability("A"), for: other)))
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability("B"), for: other)))
        let available = try trial.outcome().matches.reduce(into: [:]) { $0[letter($1.capability)] = $1.available }
        #expect(available == ["A": 100 * one, "B": 40 * one])
    }

    @Test func awardThatCameBeforeItsCapabilityReserves() throws {
        let other = requirement("other")
        var trial = try Trial([requirement(), other], [])
        try trial.tell(.awardPublished(award(of: 60 * one, to: capability(), for: other)))
        try trial.tell(.capabilityPublished(capability()))
        #expect(try trial.outcome().matches.first?.available == 40 * one)
    }
}
