import LinkageTesting
import Localization
import Matching

/// Facts of which any number may be anything its type can hold: equal seeds give equal facts.
struct HostileFacts {
    private var random: SplitMix64
    private var acceptedAt: Int64 = -100_000_000_000

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func next(_ count: Int) -> [Fact] { (0..<count).map { fact($0) } }

    private mutating func fact(_ index: Int) -> Fact {
        if random.chance(20) { acceptedAt += random.pick([1, 86_400_000, 86_400_000_000]) }
        let odd = random.chance(3) ? random.pick([.min, 0, acceptedAt - 1]) : acceptedAt
        return Fact(
            position: MarketPosition(partition: random.pick([0, .max]), offset: Int64(index)), acceptedAt: odd,
            version: random.pick([0, 1, .max]), isEndOfBatch: random.chance(60), event: event())
    }

    private mutating func event() -> Fact.Event {
        switch random.number(0...11) {
        case 0...2: .requirementPublished(asked())
        case 3...6: .capabilityPublished(offered())
        case 7: .awardPublished(awarded())
        case 8: .ratePublished(random.pick([dong, dollar]), dongPerUnit: large())
        case 9: .policySet(policy())
        case 10:
            .certificateExamined(
                capability: capabilityKey(), scheme: "ISO 9001", number: "1", accepted: random.chance(50))
        default: random.chance(50) ? .requirementWithdrawn(requirementKey()) : .capabilityWithdrawn(capabilityKey())
        }
    }

    private mutating func requirementKey() -> Key {
        Key(random.pick(["buyer/1", "buyer/2", "supplier-A/3", "", "/", "owner"]))
    }

    private mutating func capabilityKey() -> Key {
        Key(random.pick(["supplier-A/1", "supplier-A/2", "supplier-B/1", "buyer/4", "", "/"]))
    }

    private mutating func asked() -> Requirement {
        var asked = Requirement(
            key: requirementKey(), hsCode: code(random.pick(["853400", "853400", "8534", "000000", "999999"])),
            unitCode: random.pick(["H87", "H87", ""]), quantity: large(), delivery: DayRange(day(), day()),
            closingDay: day())
        asked.point = random.chance(50) ? point() : nil
        asked.maximumUnitPrice = random.chance(50) ? Price(large(), random.pick([dong, dollar])) : nil
        asked.currentUnitPrice = random.chance(50) ? Price(large(), random.pick([dong, dollar])) : nil
        asked.leadTimeDaysMax = random.chance(30) ? small() : nil
        asked.requiredCertifications = random.chance(20) ? random.pick([["ISO 9001"], ["", ""]]) : []
        asked.lvcMin = random.chance(20) ? random.pick([1, 1_000_000, 1_000_001, .max]) : 0
        asked.ownershipMin = random.chance(20) ? random.pick([1, 10_000, 10_001, .max]) : 0
        asked.distanceMetresMax = random.chance(30) ? small() : nil
        asked.attributeBounds = random.chance(20) ? [AttributeBound(name: "", minimum: large(), maximum: large())] : []
        asked.allowsPartialSupply = random.chance(70)
        return asked
    }

    private mutating func offered() -> Capability {
        var offered = Capability(
            key: capabilityKey(), hsCode: code(random.pick(["853400", "853400", "8534", "0000", "999999"])),
            unitCode: random.pick(["H87", "H87", ""]), capacityPerMonth: large(),
            currency: random.pick([dong, dollar]),
            tiers: (0..<random.pick([0, 1, 1, 1, 2, 3])).map {
                PriceTier(from: $0 == 0 ? 0 : large(), unitPrice: large())
            })
        offered.minimumOrder = random.chance(50) ? large() : 0
        offered.leadTimeDays = small()
        offered.certificates = (0..<random.pick([0, 1, 2])).map { _ in
            Certificate(scheme: random.pick(["ISO 9001", "IATF 16949", ""]), number: "1", expiresOn: day())
        }
        offered.ownership = random.pick([0, 5_100, 10_000, 10_000, 10_001, .max])
        offered.point = random.chance(50) ? point() : nil
        offered.localContent = random.chance(50) ? LocalContent(large(), over: large()) : nil
        offered.validFirst = random.chance(30) ? day() : nil
        offered.validLast = random.chance(30) ? day() : nil
        offered.attributes = random.chance(50) ? [AttributeValue(name: "", number: large())] : []
        return offered
    }

    private mutating func awarded() -> Award {
        Award(
            key: Key(random.pick(["buyer/a", "buyer/b", ""])), requirement: requirementKey(),
            capability: capabilityKey(), hsCode: code(random.pick(["853400", "000000"])), quantity: large(),
            window: DayRange(day(), day()), isActive: random.chance(80))
    }

    private mutating func policy() -> Policy {
        Policy(
            priceWeight: small(), coverageWeight: small(), localizationWeight: small(),
            matchLimit: random.pick([.min, 0, 1, 10, .max]), reportingCurrency: random.pick([dong, dollar]))
    }

    /// Mostly such that a fact is taken.
    private mutating func large() -> Int64 {
        random.chance(6)
            ? random.pick([.min, -1, 0])
            : random.pick([1, 2, 29, 31, one, 100 * one, 1_000_000_000_000_000_000, .max / 30, .max - 1, .max])
    }

    private mutating func small() -> UInt32 { random.pick([0, 1, 10, 10_000, 1 << 31, .max]) }

    private mutating func day() -> Day { Day(random.pick([.min, .min + 1, -1, 0, 1, 20_000, .max - 1, .max])) }

    private mutating func point() -> Point {
        Point(x: coordinate(), y: coordinate(), z: coordinate())
    }

    private mutating func coordinate() -> Int32 { random.pick([.min, -6_371_009, 0, 1, 6_371_009, .max]) }
}
