import Matching
import Testing

/// Each reason: met exactly, by one more, and missed by one.
@Suite struct ReasonTests {
    @Test(arguments: [(Int64(99), [.capacity]), (100, []), (101, [])] as [(Int64, [Reason])])
    func theWholeIsAskedOfOneWithoutPartialSupply(capacity: Int64, expected: [Reason]) throws {
        let found = try reasons(
            asking: requirement {
                $0.allowsPartialSupply = false
                $0.quantity = 100
            }
        ) {
            $0.capacityPerMonth = capacity
        }
        #expect(found == expected)
    }

    @Test func anythingAvailableSufficesWithPartialSupply() throws {
        let other = requirement("other")
        for (reserved, expected) in [(99, []), (100, [.capacity]), (101, [.capacity])] as [(Int64, [Reason])] {
            var trial = try Trial([requirement(), other], [capability("A") { $0.capacityPerMonth = 100 }])
            try trial.tell(.awardPublished(award(of: reserved, to: capability(), for: other)))
            #expect(try trial.reasons() == expected)
            #expect(try trial.explanation().findings[0].offered == .quantity(100 - reserved))
        }
    }

    @Test(arguments: [(100 * one - 1, []), (100 * one, []), (100 * one + 1, [.minimumOrder])] as [(Int64, [Reason])])
    func minimumOrderIsAtMostWhatIsWanted(minimumOrder: Int64, expected: [Reason]) throws {
        #expect(try reasons { $0.minimumOrder = minimumOrder } == expected)
    }

    @Test(arguments: [(Int64(39), []), (40, []), (41, [.minimumOrder])] as [(Int64, [Reason])])
    func minimumOrderIsAtMostWhatIsAvailable(minimumOrder: Int64, expected: [Reason]) throws {
        let found = try reasons {
            $0.capacityPerMonth = 40
            $0.minimumOrder = minimumOrder
        }
        #expect(found == expected)
    }

    @Test func minimumOrderIsTestedOnlyWhenCapacityHolds() throws {
        let trial = try Trial(
            capability("A") {
                $0.capacityPerMonth = 99 * one
                $0.minimumOrder = 200 * one
            }
        ) { $0.allowsPartialSupply = false }
        #expect(try trial.reasons() == [.capacity])
        #expect(try trial.explanation().findings[1].offered == nil)
    }

    @Test(arguments: [(10 * one - 1, []), (10 * one, []), (10 * one + 1, [.price])] as [(Int64, [Reason])])
    func priceIsAtMostTheMaximum(unitPrice: Int64, expected: [Reason]) throws {
        let found = try reasons(asking: requirement { $0.maximumUnitPrice = Price(10 * one, dong) }) {
            $0.tiers = [PriceTier(from: 0, unitPrice: unitPrice)]
        }
        #expect(found == expected)
    }

    @Test(arguments: [(UInt32(9), []), (10, []), (11, [.leadTime])] as [(UInt32, [Reason])])
    func leadTimeIsAtMostTheMaximum(leadTimeDays: UInt32, expected: [Reason]) throws {
        #expect(
            try reasons(asking: requirement { $0.leadTimeDaysMax = 10 }) { $0.leadTimeDays = leadTimeDays } == expected)
    }

    @Test(arguments: [(Int32(-1), [.certification]), (0, []), (1, [])] as [(Int32, [Reason])])
    func certificatesAreValidToTheEndOfTheWindow(offset: Int32, expected: [Reason]) throws {
        let expiry = Day(delivery.last.number + offset)
        let found = try reasons(asking: requirement { $0.requiredCertifications = ["ISO 9001"] }) {
            $0.certificates = [Certificate(scheme: "ISO 9001", number: "1", expiresOn: expiry)]
        }
        #expect(found == expected)
    }

    @Test func everyRequiredSchemeIsAsked() throws {
        let found = try reasons(asking: requirement { $0.requiredCertifications = ["ISO 9001", "ISO 14001"] }) {
            $0.certificates = [Certificate(scheme: "ISO 9001", number: "1", expiresOn: delivery.last)]
        }
        #expect(found == [.certification])
    }

    /// A third is 333 333.33 millionths: compared exactly, not as it is shown.
    @Test(
        arguments: [
            (Int64(1), Int64(3), UInt32(333_333), []), (1, 3, 333_334, [.localContent]),
            (399_999, 1_000_000, 400_000, [.localContent]), (400_000, 1_000_000, 400_000, []),
            (400_001, 1_000_000, 400_000, []), (3_999_999_999, 10_000_000_000, 400_000, [.localContent]),
            (1, 1, 1_000_000, []), (.max - 1, .max, 1_000_000, [.localContent]),
        ] as [(Int64, Int64, UInt32, [Reason])])
    func exactLocalContentReachesTheMinimum(part: Int64, whole: Int64, minimum: UInt32, expected: [Reason]) throws {
        let found = try reasons(asking: requirement { $0.lvcMin = minimum }) {
            $0.localContent = LocalContent(part, over: whole)
        }
        #expect(found == expected)
    }

    @Test(arguments: [(UInt32(0), []), (1, [.localContent])] as [(UInt32, [Reason])])
    func noStatementCountsAsNothing(minimum: UInt32, expected: [Reason]) throws {
        #expect(try reasons(asking: requirement { $0.lvcMin = minimum }) == expected)
        if expected.isEmpty {
            let match = try #require(try Trial(capability()).outcome().matches.first)
            #expect(match.isLVCUnstated && match.lvc == 0)
        }
    }

    @Test(arguments: [(UInt32(5_099), [.ownership]), (5_100, []), (5_101, [])] as [(UInt32, [Reason])])
    func ownershipReachesTheMinimum(ownership: UInt32, expected: [Reason]) throws {
        #expect(try reasons(asking: requirement { $0.ownershipMin = 5_100 }) { $0.ownership = ownership } == expected)
    }

    /// 600 and 800 metres at a right angle are 1,000 metres.
    @Test(
        arguments: [
            (Int32(600), Int32(799), []), (600, 800, []), (600, 801, [.distance]), (1_000, 0, []),
            (1_000, 1, [.distance]),
        ] as [(Int32, Int32, [Reason])])
    func distanceIsAtMostTheMaximum(x: Int32, y: Int32, expected: [Reason]) throws {
        let found = try reasons(
            asking: requirement {
                $0.point = Point(x: 0, y: 0, z: 0)
                $0.distanceMetresMax = 1_000
            }
        ) { $0.point = Point(x: x, y: y, z: 0) }
        #expect(found == expected)
    }

    @Test func unknownPlaceIsTooFarOnlyWhereDistanceIsAsked() throws {
        #expect(
            try reasons(asking: requirement { $0.distanceMetresMax = .max }) { $0.point = Point(x: 0, y: 0, z: 0) } == [
                .distance
            ])
        #expect(try reasons(asking: requirement { $0.point = Point(x: 0, y: 0, z: 0) }).isEmpty)
    }

    @Test(
        arguments: [
            (2_999_999, [.attribute]), (3_000_000, []), (3_000_001, []), (4_999_999, []), (5_000_000, []),
            (5_000_001, [.attribute]), (nil, [.attribute]),
        ] as [(Int64?, [Reason])])
    func attributeIsWithinItsBounds(width: Int64?, expected: [Reason]) throws {
        let found = try reasons(
            asking: requirement {
                $0.attributeBounds = [AttributeBound(name: "width", minimum: 3_000_000, maximum: 5_000_000)]
            }
        ) { $0.attributes = [AttributeValue(name: "width", number: width)] }
        #expect(found == expected)
    }

    @Test(arguments: [("steel", []), ("brass", []), ("tin", [.attribute])] as [(String, [Reason])])
    func attributeIsOneOfTheAllowedValues(material: String, expected: [Reason]) throws {
        let bound = AttributeBound(name: "material", allowedValues: ["steel", "brass"])
        let found = try reasons(asking: requirement { $0.attributeBounds = [bound] }) {
            $0.attributes = [AttributeValue(name: "material", text: material)]
        }
        #expect(found == expected)
    }

    @Test func missingAttributeIsOutOfBounds() throws {
        #expect(
            try reasons(asking: requirement { $0.attributeBounds = [AttributeBound(name: "width")] }) == [.attribute])
    }

    @Test(
        arguments: [
            (Int32(0), Int32(0), []), (-1, 1, []), (1, 0, [.validity]), (0, -1, [.validity]),
        ] as [(Int32, Int32, [Reason])])
    func offerStandsFromTodayToTheEndOfTheWindow(first: Int32, last: Int32, expected: [Reason]) throws {
        let found = try reasons {
            $0.validFirst = Day(today.number + first)
            $0.validLast = Day(delivery.last.number + last)
        }
        #expect(found == expected)
    }

    @Test func allReasonsAreFoundAtOnceInTheirOrder() throws {
        let found = try reasons(
            asking: requirement {
                $0.maximumUnitPrice = Price(1, dong)
                $0.leadTimeDaysMax = 0
                $0.requiredCertifications = ["ISO 9001"]
                $0.lvcMin = 1
                $0.ownershipMin = 1
                $0.distanceMetresMax = 1
                $0.attributeBounds = [AttributeBound(name: "width")]
            }
        ) {
            $0.minimumOrder = 101 * one
            $0.leadTimeDays = 1
            $0.validLast = today
        }
        #expect(found == Reason.allCases.filter { $0 != .capacity })
    }

    @Test func reasonCodesAreStable() {
        #expect(
            Reason.allCases.map(\.rawValue) == [
                "capacity", "minimumOrder", "price", "leadTime", "certification", "localContent", "ownership",
                "distance", "attribute", "validity",
            ])
        #expect(Reason.allCases.shuffled().sorted() == Reason.allCases)
        #expect(ReasonSet([.init(.price), .init(.capacity)]).reasons == [.capacity, .price])
        #expect(ReasonSet(.price).only == .price && ReasonSet([.init(.price), .init(.capacity)]).only == nil)
    }
}
