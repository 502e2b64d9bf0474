import Contracts
import EventLog
import Matching
import SwiftProtobuf
import Testing

@testable import Pipeline

@Suite("Intake")
struct IntakeTests {
    private typealias P = Publications

    @Test func aRecordBecomesAFactWithItsOriginAndVersion() throws {
        var bench = IntakeBench()
        let outcome = try bench.take([.requirement(P.requirement())], eventId: "e-1")
        let fact = try #require(outcome.keyed.first)
        #expect(fact.key == "2300000001/R1")
        #expect(fact.version == 1)
        #expect(fact.acceptedAt == bench.now)
        #expect(fact.origin.topic == "fdi-requirements")
        #expect(fact.origin.eventID == "e-1")
        #expect(fact.requirement.quantity == 1_000_000_000)
        #expect(outcome.letters.isEmpty)
    }

    @Test func theLastFactOfATransactionEndsTheBatchInEachPartition() throws {
        var bench = IntakeBench()
        bench.partitions = 3
        let outcome = try bench.take([
            .requirement(P.requirement()), .capability(P.capability()),
            .requirement(P.requirement("R2") { $0.hsCode = "853100" }), .rate(P.rate("26000")),
        ])
        for partition in 0..<Int32(3) {
            let ends = outcome.facts.filter { $0.partition == partition }.map(\.fact.endOfBatch)
            #expect(ends.last == true)
            #expect(ends.dropLast().allSatisfy { !$0 })
        }
    }

    @Test func factsOfOneHeadingShareAPartitionAndRatesGoToAll() throws {
        var bench = IntakeBench()
        bench.partitions = 6
        let outcome = try bench.take([
            .requirement(P.requirement()), .capability(P.capability()), .rate(P.rate("26000")),
            .subscription(P.subscription()),
        ])
        func partitions(_ wanted: (WireMarketFact) -> Bool) -> [Int32] {
            outcome.facts.filter { wanted($0.fact) }.map(\.partition)
        }
        #expect(partitions { $0.key.hasSuffix("/R1") } == [8_534 % 6])
        #expect(partitions { $0.key.hasSuffix("/C1") } == [8_534 % 6])
        #expect(partitions { $0.key.hasSuffix("/USD") } == [0, 1, 2, 3, 4, 5])
        #expect(partitions { $0.key.hasSuffix("/S1") } == [0, 1, 2, 3, 4, 5])
        #expect(partitions { if case .clockTicked = $0.fact { true } else { false } } == [0, 1, 2, 3, 4, 5])
    }

    @Test func equalContentIsARepeatAndNoFact() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement())])
        let again = try bench.take([.requirement(P.requirement())])
        #expect(again.keyed.isEmpty)
        #expect(again.repeats == 1)
    }

    @Test func anAmendmentIsTheNextVersionAndTheFormerContentIsNoRepeat() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement())])
        let amended = try bench.take([.requirement(P.requirement { $0.quantity = "2000" })])
        #expect(amended.keyed.map(\.version) == [2])
        let back = try bench.take([.requirement(P.requirement())])
        #expect(back.keyed.map(\.version) == [3])
    }

    @Test func anEventIdOfTheLastSixteenIsARepeatWhateverTheContent() throws {
        var bench = IntakeBench()
        for number in 0..<17 {
            let quantity = "\(1_000 + number)"
            _ = try bench.take([.requirement(P.requirement { $0.quantity = quantity })], eventId: "e-\(number)")
        }
        let remembered = try bench.take([.requirement(P.requirement { $0.quantity = "5" })], eventId: "e-1")
        #expect(remembered.repeats == 1)
        let forgotten = try bench.take([.requirement(P.requirement { $0.quantity = "5" })], eventId: "e-0")
        #expect(forgotten.keyed.map(\.version) == [18])
    }

    @Test func aHeadingNeverChangesNotEvenAfterAWithdrawal() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement())])
        let moved = P.requirement { $0.hsCode = "853110" }
        #expect(try bench.take([.requirement(moved)]).reasons == ["headingChanged"])
        _ = try bench.withdraw(.requirements, "2300000001/R1")
        let outcome = try bench.take([.requirement(moved)])
        #expect(outcome.reasons == ["headingChanged"])
        #expect(outcome.letters.first?.refusals.first?.field == "hsCode")
        #expect(try bench.take([.requirement(P.requirement { $0.hsCode = "853490" })]).letters.isEmpty)
    }

    @Test func sealedQuotesAreNotOpenedBeforeTheirDay() throws {
        var bench = IntakeBench()
        let today = CalendarDay(ofMilliseconds: bench.now)
        let closing = CalendarDay(number: today.number + 2)
        func sealed(until day: CalendarDay, _ change: (inout WireRequirement) -> Void = { _ in }) -> PublishedMessage {
            .requirement(
                P.requirement {
                    $0.delivery.lastDay = CalendarDay(number: today.number + 90).description
                    ($0.quotesSealed, $0.closingDay) = (true, day.description)
                    change(&$0)
                })
        }
        let unsealed = sealed(until: closing) { $0.quotesSealed = false }
        let earlier = sealed(until: CalendarDay(number: closing.number - 1))
        #expect(try bench.take([unsealed]).letters.isEmpty)
        #expect(try bench.take([sealed(until: closing)]).letters.isEmpty)
        #expect(try bench.take([unsealed]).letters.map(\.refusals.first?.field) == ["quotesSealed"])
        let broughtForward = try bench.take([earlier])
        #expect(broughtForward.reasons == ["sealBroken"])
        #expect(broughtForward.letters.first?.refusals.first?.field == "closingDay")
        #expect(try bench.take([sealed(until: closing) { $0.quantity = "5" }]).letters.isEmpty)

        // Not by withdrawing it either.
        _ = try bench.withdraw(.requirements, "2300000001/R1")
        #expect(try bench.take([unsealed]).reasons == ["sealBroken"])

        // On the closing day suppliers still quote; the day after, nothing is sealed any more.
        bench.now += 2 * 86_400_000
        #expect(try bench.take([unsealed]).reasons == ["sealBroken"])
        #expect(try bench.take([sealed(until: closing)]).letters.isEmpty)
        #expect(try bench.take([.quote(P.quote())]).letters.isEmpty)
        bench.now += 86_400_000
        let late = try bench.take([.quote(P.quote { $0.unitPrice.value = "1" })])
        #expect(late.reasons == ["quotesOpened"])
        // Its buyer may be anonymous.
        #expect(late.letters.flatMap(\.refusals).allSatisfy { !$0.message.contains("2300000001") })
        _ = try bench.withdraw(.requirements, "2300000001/R1")
        let withdrawn = try bench.take([.quote(P.quote { $0.unitPrice.value = "2" })])
        #expect(withdrawn.reasons == ["withdrawnReference"])
        #expect(withdrawn.letters.flatMap(\.refusals).allSatisfy { !$0.message.contains("2300000001") })
        #expect(try bench.take([unsealed]).letters.isEmpty)
    }

    @Test func aDecisionIsFollowedByAnotherButNotTakenBack() throws {
        var bench = IntakeBench()
        func decision(
            _ decision: WireVerification.Decision, _ change: (inout WireVerification) -> Void = { _ in }
        ) -> PublishedMessage {
            var verification = WireVerification.with {
                $0.owner = "2300000099"
                $0.id = "V1"
                $0.statement = "2400000001/C1"
                $0.decision = decision
                $0.evidence = "audit 7"
                $0.official = "Nguyễn Văn An"
            }
            change(&verification)
            return .verification(verification)
        }
        _ = try bench.take([.capability(P.capability())])
        #expect(try bench.take([decision(.accepted)]).keyed.map(\.version) == [1])
        #expect(try bench.withdraw(.verifications, "2300000099/V1").reasons == ["decisionStands"])
        let other = try bench.take([decision(.accepted) { $0.profile = "2400000001" }])
        #expect(other.reasons == ["decisionStands"])
        #expect(other.letters.first?.refusals.first?.field == "id")
        #expect(try bench.take([decision(.refused)]).keyed.map(\.version) == [2])
        #expect(try bench.withdraw(.verifications, "2300000099/V2").reasons == ["unknownKey"])
    }

    @Test func aWithdrawalIsAFactOnce() throws {
        var bench = IntakeBench()
        _ = try bench.take([.capability(P.capability())])
        let withdrawn = try bench.withdraw(.capabilities, "2400000001/C1")
        #expect(withdrawn.keyed.map(\.withdrawn.topic) == ["supplier-capabilities"])
        #expect(withdrawn.keyed.map(\.version) == [2])
        #expect(try bench.withdraw(.capabilities, "2400000001/C1").repeats == 1)
        #expect(try bench.take([.capability(P.capability())]).keyed.map(\.version) == [3])
    }

    @Test func withdrawingWhatWasNeverPublishedIsRefused() throws {
        var bench = IntakeBench()
        #expect(try bench.withdraw(.capabilities, "2400000001/C9").reasons == ["unknownKey"])
    }

    @Test func aForeignOwnerInTheKeyIsRefused() throws {
        var bench = IntakeBench()
        let message = PublishedMessage.requirement(P.requirement())
        let record = bench.record(.requirements, key: "2300000002/R1", message.encodeJSON())
        let outcome = try bench.take([record])
        #expect(outcome.reasons == ["keyMismatch"])
        #expect(outcome.letters.first?.refusals.first?.field == "owner")
        #expect(outcome.keyed.isEmpty)
    }

    @Test(arguments: [nil, "", "2300000001", "2300000001/", "x/R1", "2300000001/R 1", "2300000001/R1/x"])
    func aKeyOfAnotherFormIsRefused(_ key: String?) throws {
        var bench = IntakeBench()
        let record = bench.record(.requirements, key: key, PublishedMessage.requirement(P.requirement()).encodeJSON())
        #expect(try bench.take([record]).reasons == ["malformedKey"])
    }

    @Test func aPoisonRecordAmongGoodOnesStopsNothing() throws {
        var bench = IntakeBench()
        let good = PublishedMessage.requirement(P.requirement())
        let records = [
            bench.record(.requirements, key: "2300000001/R1", good.encodeJSON()),
            bench.record(.requirements, key: "2300000001/R2", Array("{".utf8)),
            bench.record(.requirements, key: "2300000001/R3", [0xFF, 0xFE]),
            bench.record(.requirements, key: "2300000001/R4", [1, 2], contentType: "application/protobuf"),
            bench.record(.requirements, key: "2300000001/R5", [1], contentType: "text/plain"),
            bench.record(.requirements, key: "2300000001/R6", [1], contentType: "application/cloudevents+json"),
            bench.record(.requirements, key: "2300000001/R7", []),
            bench.record(
                .capabilities, key: "2400000001/C1", PublishedMessage.capability(P.capability()).encodeProtobuf(),
                contentType: "application/protobuf"),
        ]
        let outcome = try bench.take(records)
        #expect(outcome.keyed.map(\.key) == ["2300000001/R1", "2400000001/C1"])
        #expect(
            outcome.reasons == [
                "malformedJSON", "invalidUTF8", "malformedProtobuf", "unknownContentType", "structuredCloudEvent",
                "emptyRecord",
            ])
        #expect(outcome.letters.map(\.origin.offset) == [1, 2, 3, 4, 5, 6])
    }

    @Test func recordsWithoutPrincipalAreRefusedWhereTheOperatorForbidsThem() throws {
        var bench = IntakeBench()
        bench.acceptsUnauthenticated = false
        #expect(try bench.take([.requirement(P.requirement())]).reasons == ["unauthenticated"])
    }

    @Test func recordsOfSeveralTopicsAreTakenInTheOrderOfTheirTime() {
        func record(_ subject: Subject, _ offset: Int64, at time: Int64) -> Record {
            Record(
                position: Position(TopicPartition(subject.topic), offset: offset), timestamp: time, key: nil,
                value: nil,
                headers: [])
        }
        let records = [
            record(.awards, 0, at: 30), record(.awards, 1, at: 20), record(.capabilities, 0, at: 10),
            record(.capabilities, 1, at: 35), record(.requirements, 0, at: 30),
        ]
        #expect(RecordMerge(records).map(\.timestamp) == [10, 30, 20, 30, 35])
    }

    // MARK: - Pending references

    @Test func anAwardWaitsForItsRequirementAndFollowsIt() throws {
        var bench = IntakeBench()
        let early = try bench.take([.award(P.award())])
        #expect(early.keyed.map(\.pending.awaits) == ["2300000001/R1"])
        let then = try bench.take([.requirement(P.requirement())])
        #expect(then.keyed.map(\.key) == ["2300000001/R1", "2300000001/A1"])
        #expect(then.keyed.last?.award.quantity == 400_000_000)
        #expect(then.keyed.last?.origin.offset == 0)
        #expect(then.keyed.last?.version == 1)
    }

    @Test func aPendingRecordIsRefusedAfter24Hours() throws {
        var bench = IntakeBench()
        _ = try bench.take([.award(P.award())])
        bench.now += PipelineLimits.pendingMilliseconds
        #expect(try bench.take([Record]()).letters.isEmpty)
        bench.now += 1
        let outcome = try bench.take([Record]())
        #expect(outcome.reasons == ["unknownReference"])
        #expect(outcome.letters.first?.origin.topic == "fdi-awards")
        #expect(try bench.take([.requirement(P.requirement())]).keyed.map(\.key) == ["2300000001/R1"])
        // Published again, it is neither a repeat nor pending.
        #expect(try bench.take([.award(P.award())]).keyed.map(\.award.quantity) == [400_000_000])
    }

    @Test func aLaterRecordOfItsKeySupersedesAPendingOne() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement("R2")), .award(P.award())])
        let outcome = try bench.take([.award(P.award { $0.requirement = "2300000001/R2" })])
        #expect(outcome.reasons == ["superseded"])
        #expect(outcome.keyed.last?.award.published.requirement == "2300000001/R2")
        #expect(try bench.take([.requirement(P.requirement())]).keyed.count == 1)
    }

    @Test func anAwardFreezesLocalContentOwnershipAndRate() throws {
        var bench = IntakeBench()
        let outcome = try bench.take([
            .requirement(P.requirement()), .capability(P.capability()), .rate(P.rate("26000")),
            .award(P.award { $0.unitPrice = P.money("2", "USD") }),
        ])
        let award = try #require(outcome.keyed.last?.award)
        #expect(award.localContent.numerator * 2 == award.localContent.denominator)
        #expect(award.vietnameseOwnership == 10_000)
        #expect(award.dongPerUnit == 26_000_000_000)
    }

    @Test func anAwardToAnUnknownCapabilityIsAcceptedAndFlagged() throws {
        var bench = IntakeBench()
        let outcome = try bench.take([.requirement(P.requirement()), .award(P.award())])
        #expect(outcome.keyed.last?.award.capabilityNotACandidate == true)
    }

    // MARK: - Time

    @Test func aDayIsTickedOnceAndBeforeItsFirstFact() throws {
        var bench = IntakeBench()
        let first = try bench.take([.requirement(P.requirement())])
        #expect(first.facts.contains { $0.fact.clockTicked.day == 20_781 })
        #expect(try bench.take([.capability(P.capability())]).facts.count == 1)
        bench.now += 86_400_000
        let next = try bench.take([.capability(P.capability("C2"))])
        #expect(next.facts.map(\.fact.clockTicked.day) == [20_782, 0])
    }

    /// So that the matcher tells what changed last, too.
    @Test func aSilenceIsTickedOnce() throws {
        var bench = IntakeBench()
        #expect(try bench.take([.requirement(P.requirement())]).facts.count > 1)
        bench.now += 59_999
        #expect(try bench.take([Record]()).facts.isEmpty)
        bench.now += 1
        #expect(try bench.take([Record]()).facts.map(\.fact.clockTicked.day) == [20_781])
        bench.now += 60_000
        #expect(try bench.take([Record]()).facts.isEmpty)
        // Of what says nothing new there is nothing to tell.
        #expect(try bench.take([.requirement(P.requirement())]).repeats == 1)
        bench.now += 60_000
        #expect(try bench.take([Record]()).facts.isEmpty)
        _ = try bench.take([.capability(P.capability())])
        bench.now += 60_000
        #expect(try bench.take([Record]()).facts.count == 1)
    }

    /// A partition in which nothing happens hears of the time, too, while there is no silence in others.
    @Test func whileSomethingHappensTimeIsTickedOnceAMinute() throws {
        var bench = IntakeBench()
        var ticks: [Int64] = []
        func tick(_ messages: [PublishedMessage]) throws {
            let facts = try bench.take(messages).facts
            if facts.contains(where: { $0.fact.clockTicked.day > 0 }) { ticks.append(bench.now) }
        }
        let start = bench.now
        for number in 0..<20 {
            try tick([.requirement(P.requirement("R\(number)"))])
            bench.now += 10_000
        }
        for _ in 0..<20 {
            try tick([])
            bench.now += 10_000
        }
        // The last is a minute or more after the last change: then all that changed can be told.
        #expect(ticks.map { ($0 - start) / 1_000 } == [0, 60, 120, 180, 240, 300])
    }

    @Test func `The rate of the latest day is in force, whoever published it and when`() throws {
        var bench = IntakeBench()
        let million: Int64 = 1_000_000
        func inForce(_ rate: WireExchangeRate) throws -> Int64? {
            try bench.take([.rate(rate)]).keyed.last?.exchangeRate.inForce
        }
        let other = "2300000098"
        #expect(try inForce(P.rate("26000", on: "2026-11-24")) == 26_000 * million)
        // A year's rates, the latest first.
        #expect(try inForce(P.rate("25000", on: "2026-11-23")) == 26_000 * million)
        #expect(try inForce(P.rate("26500", on: "2026-11-24")) == 26_500 * million)
        #expect(try inForce(P.rate("24000", on: "2026-11-22", by: other)) == 26_500 * million)
        #expect(try inForce(P.rate("27000", on: "2026-11-25", by: other)) == 27_000 * million)
        // Of one day the last, also where intake takes both at once; a year that is a slip is not.
        let both = try bench.take([
            .rate(P.rate("27100", on: "2026-11-25", by: other)), .rate(P.rate("27200", on: "2026-11-25")),
            .rate(P.rate("27000", on: "2026-11-25", by: other)),
        ])
        #expect(both.keyed.map(\.exchangeRate.inForce) == [27_100 * million, 27_200 * million, 27_000 * million])
        #expect(try inForce(P.rate("2", on: "2062-11-25")) == 27_000 * million)
        #expect(try inForce(P.rate("26500", on: "2026-11-24")) == 27_000 * million)
        // What is awarded meanwhile is valued at it.
        let award = P.award { $0.unitPrice = P.money("0.0025", "USD") }
        let facts = try bench.take([.requirement(P.requirement()), .capability(P.capability()), .award(award)]).keyed
        #expect(facts.last?.award.dongPerUnit == 27_000 * million)
        #expect(bench.state.rates.inForce("USD") == 27_000 * million)
        #expect(try bench.withdraw(.rates, "\(other)/USD").keyed.last?.withdrawn.rateInForce == 27_200 * million)
        #expect(try bench.withdraw(.rates, "\(P.office)/USD").keyed.last?.withdrawn.rateInForce == 0)
        #expect(bench.state.rates.inForce("USD") == nil)
    }

    @Test func acceptedAtNeverDecreasesWhenTheClockGoesBack() throws {
        var bench = IntakeBench()
        let first = try bench.take([.requirement(P.requirement())])
        bench.now -= 60_000
        let second = try bench.take([.capability(P.capability())])
        #expect(second.keyed.map(\.acceptedAt) == first.keyed.map(\.acceptedAt))
    }

    @Test func intakeRemembersTheSameFromTheMarketInWhateverOrderPartitionsAreRead() throws {
        var bench = IntakeBench()
        bench.partitions = 4
        var facts: [(partition: Int32, fact: WireMarketFact)] = []
        facts += try bench.take([.award(P.award()), .requirement(P.requirement())], eventId: "e-1").facts
        facts += try bench.take([.requirement(P.requirement { $0.quantity = "7" }), .rate(P.rate("26000"))]).facts
        facts += try bench.withdraw(.rates, "2300000099/USD").facts
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] as [[Int32]] {
            var restored = IntakeState()
            for partition in order {
                for fact in facts where fact.partition == partition { restored.apply(fact.fact) }
            }
            let key = IntakeState.SubjectKey(subject: .awards, key: "2300000001/A1")
            #expect(restored.last(key).version == 1)
            #expect(restored.pending(key) == nil)
            #expect(restored.rates.inForce("USD") == nil)
            let requirement = IntakeState.SubjectKey(subject: .requirements, key: "2300000001/R1")
            #expect(restored.last(requirement).version == 2)
            #expect(restored.last(requirement).contentDigest == bench.state.last(requirement).contentDigest)
            #expect(restored.lastAcceptedAt == bench.now)
        }
    }
}
