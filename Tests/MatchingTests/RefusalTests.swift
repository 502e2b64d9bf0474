import Matching
import Testing

@Suite struct RefusalTests {
    static let malformed: [Fact.Event] = [
        .requirementPublished(requirement { $0.quantity = 0 }),
        .requirementPublished(requirement { $0.quantity = .min }),
        .requirementPublished(requirement { $0.maximumUnitPrice = Price(0, dong) }),
        .requirementPublished(requirement { $0.currentUnitPrice = Price(-1, dong) }),
        .requirementPublished(requirement { $0.lvcMin = 1_000_001 }),
        .requirementPublished(requirement { $0.ownershipMin = 10_001 }),
        .requirementPublished(requirement { $0.hsCode = code("8534") }),
        .capabilityPublished(capability { $0.capacityPerMonth = 0 }),
        .capabilityPublished(capability { $0.minimumOrder = -1 }), .capabilityPublished(capability { $0.tiers = [] }),
        .capabilityPublished(capability { $0.ownership = 10_001 }),
        .capabilityPublished(capability { $0.tiers = [PriceTier(from: 0, unitPrice: 0)] }),
        .capabilityPublished(capability { $0.tiers = [PriceTier(from: -1, unitPrice: 1)] }),
        .capabilityPublished(
            capability { $0.tiers = [PriceTier(from: 5, unitPrice: 1), PriceTier(from: 5, unitPrice: 2)] }),
        .awardPublished(award(of: 0, to: capability())), .ratePublished(dollar, dongPerUnit: 0),
        .ratePublished(dollar, dongPerUnit: -1),
    ]

    @Test(arguments: malformed.indices)
    func malformedFactIsRefusedAndChangesNothing(index: Int) throws {
        var trial = try Trial(
            [requirement { $0.closingDay = today }], [capability(), capability("B") { $0.currency = dollar }])
        try trial.tell(.awardPublished(award(of: one, to: capability())))
        let before = try trial.matchSet()
        trial.day = Day(today.number + 1)
        #expect(throws: FactRefusal.malformed) { try trial.tell(Self.malformed[index]) }
        #expect(try trial.matchSet().outcome == before.outcome, "not even the day")
        #expect(try trial.matchSet().asOf == before.asOf)
        trial.day = today
        try trial.tell(.none)
        #expect(trial.lastEmitted.isEmpty)
    }

    @Test func earlierFactIsRefused() throws {
        var trial = try Trial(capability())
        trial.day = Day(today.number - 1)
        #expect(throws: FactRefusal.acceptedAtDecreased) { try trial.tell(.capabilityWithdrawn(capability().key)) }
        #expect(try trial.ranking() == ["A"])
        trial.day = today
        try trial.tell(.capabilityWithdrawn(capability().key))
        #expect(try trial.ranking().isEmpty)
    }

    @Test func whatIsUnknownChangesNothing() throws {
        var trial = try Trial(capability())
        let nobody = Key("nobody/1")
        for event: Fact.Event in [
            .requirementWithdrawn(nobody), .capabilityWithdrawn(nobody), .awardWithdrawn(nobody),
            .rateWithdrawn(dollar),
            .certificateExamined(capability: nobody, scheme: "ISO 9001", number: "1", accepted: true),
            .statementExamined(capability: nobody, accepted: false),
            .awardPublished(
                award(of: 1, to: capability("Z"), for: requirement("unknown"))),
        ] {
            try trial.tell(event)
            #expect(trial.lastEmitted.isEmpty)
        }
    }
}
