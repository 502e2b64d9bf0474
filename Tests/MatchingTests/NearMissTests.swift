import Matching
import Testing

@Suite struct NearMissTests {
    private func change(
        asking: Requirement = requirement(), offering: (inout Capability) -> Void = { _ in }
    ) throws -> NearMiss.Change? {
        try Trial([asking], [capability("A", offering)]).nearMiss()?.change
    }

    @Test func smallestChangeOfEachReason() throws {
        let alone = requirement { $0.allowsPartialSupply = false }
        #expect(try change(asking: alone) { $0.capacityPerMonth = 70 * one } == .moreCapacity(30 * one))
        #expect(try change { $0.minimumOrder = 130 * one } == .lowerMinimumOrder(30 * one))
        #expect(
            try change(asking: requirement { $0.maximumUnitPrice = Price(7 * one, dong) }) == .lowerPrice(3 * one))
        #expect(
            try change(asking: requirement { $0.leadTimeDaysMax = 7 }) { $0.leadTimeDays = 10 }
                == .shorterLeadTime(days: 3))
        #expect(
            try change(asking: requirement { $0.requiredCertifications = ["ISO 9001", "ISO 14001", "ISO 45001"] }) {
                $0.certificates = [Certificate(scheme: "ISO 14001", number: "1", expiresOn: delivery.last)]
            } == .certificates(["ISO 9001", "ISO 45001"]))
        #expect(
            try change(asking: requirement { $0.lvcMin = 400_000 }) { $0.localContent = localContent(1, over: 3) }
                == .moreLocalContent(66_667))
        #expect(try change(asking: requirement { $0.lvcMin = 400_000 }) == .moreLocalContent(400_000))
        #expect(
            try change(asking: requirement { $0.ownershipMin = 5_100 }) { $0.ownership = 4_000 }
                == .moreOwnership(1_100))
        #expect(
            try change(asking: requirement { $0.attributeBounds = [AttributeBound(name: "width")] })
                == .attributes(["width"]))
        #expect(try change { $0.validLast = today } == .validity(from: today, to: delivery.last))
    }

    @Test func distanceIsThatBeyondTheMaximum() throws {
        let near = requirement {
            $0.point = Point(x: 0, y: 0, z: 0)
            $0.distanceMetresMax = 1_000
        }
        #expect(try change(asking: near) { $0.point = Point(x: 1_300, y: 0, z: 0) } == .nearer(metres: 300))
        #expect(try change(asking: near) { $0.point = Point(x: 1_000, y: 1, z: 0) } == .nearer(metres: 1))
        #expect(try change(asking: near) == .nearer(metres: nil))
    }

    /// Of what is reserved elsewhere, a millionth would have to be free; or the minimum order, or a cheaper tier.
    @Test func exhaustedSupplierNeedsTheLeastThatFits() throws {
        func change(_ asking: Requirement, _ offering: (inout Capability) -> Void) throws -> NearMiss.Change? {
            var trial = try Trial([asking, requirement("other")], [capability("A", offering)])
            try trial.tell(.awardPublished(award(of: 101 * one, to: capability(), for: requirement("other"))))
            #expect(try trial.reasons() == [.capacity])
            return try trial.nearMiss()?.change
        }
        #expect(try change(requirement()) { _ in } == .moreCapacity(one + 1))
        #expect(try change(requirement()) { $0.minimumOrder = 20 * one } == .moreCapacity(21 * one))
        #expect(
            try change(requirement { $0.maximumUnitPrice = Price(9 * one, dong) }) {
                $0.tiers = [PriceTier(from: 0, unitPrice: 10 * one), PriceTier(from: 50 * one, unitPrice: 9 * one)]
            } == .moreCapacity(51 * one))
    }

    /// The minimum order exceeds what is wanted: no capacity helps. It is counted, but not listed.
    @Test func noCapacityHelpsWhereTheMinimumOrderExceedsTheWhole() throws {
        var trial = try Trial([requirement(), requirement("other")], [capability("A") { $0.minimumOrder = 101 * one }])
        try trial.tell(.awardPublished(award(of: 100 * one, to: capability(), for: requirement("other"))))
        #expect(try trial.nearMiss() == nil)
        let nearMisses = try #require(try trial.matchSet().nearMisses)
        #expect(nearMisses.counts.map(\.candidates) == [1] && nearMisses.best.isEmpty)
    }

    /// 9.2 × 10¹⁸ short of nothing once trapped.
    @Test func hopelesslyOverbookedSupplierIsListed() throws {
        var trial = try Trial([requirement(), requirement("other")], [capability("A") { $0.capacityPerMonth = 1 }])
        for id in ["1", "2", "3"] {
            try trial.tell(.awardPublished(award(id, of: .max, to: capability(), for: requirement("other"))))
        }
        #expect(try trial.explanation().findings[0].offered == .quantity(.min))
        #expect(try trial.nearMiss()?.change == .moreCapacity(.max))
    }

    @Test func twoReasonsAreNoNearMiss() throws {
        let trial = try Trial(
            capability("A") {
                $0.validLast = today
                $0.minimumOrder = 101 * one
            })
        #expect(try trial.nearMiss() == nil)
        #expect(try trial.matchSet().nearMisses?.counts.isEmpty == true)
    }

    @Test func theyAreRecordedOnlyWhereQuantityIsUncovered() throws {
        let missing = capability("A") { $0.validLast = today }
        let covered = try Trial(missing, capability("B"))
        #expect(try covered.matchSet().nearMisses == nil)
        #expect(try covered.nearMiss() != nil)
        let uncovered = try Trial(missing, capability("B") { $0.capacityPerMonth = 99 * one })
        #expect(try uncovered.matchSet().nearMisses?.best.map(\.reason) == [.validity])
    }

    /// With prices of 10…21 against a maximum of 40, the lowest ten are listed, best first.
    @Test func bestTenAreListedAndAllAreCounted() throws {
        let late = (10...21).map { price in
            capability("\(price)") {
                $0.tiers = [PriceTier(from: 0, unitPrice: Int64(price) * one)]
                $0.leadTimeDays = 11
            }
        }
        let short = [capability("x") { $0.ownership = 1 }, capability("y") { $0.leadTimeDays = 11 }]
        let trial = try Trial(
            [
                requirement {
                    $0.maximumUnitPrice = Price(40 * one, dong)
                    $0.leadTimeDaysMax = 10
                    $0.ownershipMin = 0
                }
            ], Array(late.reversed()) + short.dropFirst())
        let nearMisses = try #require(try trial.matchSet().nearMisses)
        #expect(nearMisses.counts.map(\.candidates) == [13] && nearMisses.counts.map(\.reason) == [.leadTime])
        #expect(nearMisses.best.map { letter($0.capability) } == ["10", "y"] + (11...18).map(String.init))
        #expect(nearMisses.best.first?.score == 6_000)
    }
}
