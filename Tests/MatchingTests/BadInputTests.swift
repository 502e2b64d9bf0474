import LinkageTesting
import Localization
import Matching
import Testing

/// What no one should publish is refused or flagged by both engines, and neither traps.
@Suite struct BadInputTests {
    private func agree(_ events: [Fact.Event]) -> Bool { ColumnarComparison.disagreement(on: facts(of: events)) == nil }

    private func columnarSets(_ events: [Fact.Event]) throws -> [MatchSet] {
        var engine = ColumnarEngine()
        var sets: [MatchSet] = []
        for fact in facts(of: events) { try engine.apply(fact) { sets.append($0) } }
        return sets
    }

    @Test func twoThousandAttributes() throws {
        let offered = capability {
            $0.attributes = (0..<2_000).map { AttributeValue(name: "attribute \($0)", number: Int64($0)) }
        }
        let asked = requirement {
            $0.attributeBounds = (0..<2_000).map {
                AttributeBound(name: "attribute \($0)", minimum: Int64($0), maximum: Int64($0))
            }
        }
        let more = requirement("2") {
            $0.attributeBounds = asked.attributeBounds + [AttributeBound(name: "attribute 2000")]
        }
        let events: [Fact.Event] = [
            .capabilityPublished(offered), .requirementPublished(asked), .requirementPublished(more),
        ]
        #expect(agree(events))
        let sets = try columnarSets(events)
        #expect(sets.map(\.outcome.matches.count) == [1, 0])
        #expect(sets.last?.nearMisses?.best.map(\.change) == [.attributes(["attribute 2000"])])
    }

    @Test func tenThousandCertificates() throws {
        let offered = capability {
            $0.certificates = (0..<10_000).map {
                Certificate(
                    scheme: "scheme \($0)", number: "\($0)", expiresOn: Day(delivery.last.number + Int32($0 % 2)))
            }
        }
        let asked = [
            requirement("1") { $0.requiredCertifications = ["scheme 9999"] },
            requirement("2") { $0.requiredCertifications = ["scheme 10000"] },
        ]
        let events: [Fact.Event] =
            [.capabilityPublished(offered)] + asked.map { .requirementPublished($0) } + [
                .certificateExamined(
                    capability: offered.key, scheme: "scheme 9999", number: "9999", accepted: false),
                .capabilityWithdrawn(offered.key), .capabilityPublished(offered),
            ]
        #expect(agree(events))
        #expect(try columnarSets(events).prefix(2).map(\.outcome.matches.count) == [1, 0])
    }

    @Test func weightsOfZero() throws {
        let policy = Policy(
            priceWeight: 0, coverageWeight: 0, localizationWeight: 0, matchLimit: 10, reportingCurrency: dong)
        let events: [Fact.Event] =
            [.policySet(policy)] + ["B", "A", "C"].map { .capabilityPublished(capability($0)) }
            + [.requirementPublished(requirement())]
        #expect(agree(events))
        let matches = try #require(try columnarSets(events).last).outcome.matches
        #expect(matches.map(\.terms.score) == [0, 0, 0])
        #expect(matches.map { letter($0.capability) } == ["A", "B", "C"])
    }

    @Test func awardAboveCapacityIsFlagged() throws {
        let offered = capability()
        let asked = requirement { $0.quantity = 300 * one }
        for (quantity, flags) in [(100 * one, []), (100 * one + 1, [AwardFlag.Kind.exceedsCapacity])] {
            let events: [Fact.Event] = [
                .capabilityPublished(offered), .requirementPublished(asked),
                .awardPublished(award(of: quantity, to: offered, for: asked)),
            ]
            #expect(agree(events))
            #expect(try columnarSets(events).last?.outcome.awardFlags.map(\.kind) == flags)
        }
    }

    @Test func earlierFactIsRefusedAndChangesNothing() throws {
        var engine = ColumnarEngine()
        let (now, before) = (facts(of: [.requirementPublished(requirement())])[0], Int64(0))
        try engine.apply(now) { _ in }
        let earlier = Fact(position: now.position, acceptedAt: before, event: .capabilityPublished(capability()))
        #expect(throws: FactRefusal.acceptedAtDecreased) { try engine.apply(earlier) { _ in } }
        #expect(engine.market.matchSet(of: requirement().key, cause: now.position)?.candidates == 0)
    }

    @Test(arguments: Array(UInt64(1)...150))
    func anyValuesAreTakenOrRefusedAlike(seed: UInt64) {
        var facts = HostileFacts(seed: seed)
        let disagreement = ColumnarComparison.disagreement(on: facts.next(120))
        #expect(disagreement == nil)
    }
}
