import Localization
public import Matching

/// A small random market as a stream of well-formed facts: equal seeds give equal facts.
///
/// Values are drawn from narrow ranges around what is asked, so that bounds are met exactly, missed by one and tied
/// often; keys are few, so that they are amended, withdrawn and come back.
///
///     var generator = MarketGenerator(seed: 1)
///     for fact in generator.facts(200) { try engine.apply(fact) { … } }
public struct MarketGenerator: Sendable {
    /// How many keys of each kind there are, and how far values go.
    public struct Shape: Sendable {
        /// Keys of requirements, at least two.
        public var requirements = 6
        /// Keys of capabilities, at least as many.
        public var capabilities = 14
        /// Keys of awards.
        public var awards = 8
        /// Enterprises that sell. Two of them also buy.
        public var suppliers = 7
        /// Of a hundred values, how many lie at the limits of what a fact can hold.
        public var extremePercent = 0

        /// The small market.
        public init() {}
    }

    private let shape: Shape
    private let currencies: [Currency]
    var random: SplitMix64
    private var offset: Int64 = 0
    private var acceptedAt: Int64
    private var versions: [String: UInt64] = [:]
    private var publishedCapabilities: [Int: Capability] = [:]

    /// The day on which a market begins.
    public static let firstDay = Day(20_000)

    /// A market of a seed.
    public init(seed: UInt64, shape: Shape = Shape()) {
        self.shape = shape
        self.random = SplitMix64(seed: seed)
        self.currencies = ["VND", "USD", "KRW"].compactMap { try? Currency(code: $0) }
        self.acceptedAt = (Int64(Self.firstDay.number) * 24 - 7) * 3_600_000
    }

    /// The next facts; the last ends a batch.
    public mutating func facts(_ count: Int) -> [Fact] {
        (0..<count).map { index in next(endsBatch: index == count - 1 || random.chance(30)) }
    }

    private mutating func next(endsBatch: Bool) -> Fact {
        let (event, name) = event()
        versions[name, default: 0] += 1
        acceptedAt += random.chance(4) ? 24 * 3_600_000 : random.number(0...60_000)
        defer { offset += 1 }
        return Fact(
            position: MarketPosition(partition: 0, offset: offset), acceptedAt: acceptedAt,
            version: versions[name, default: 1], isEndOfBatch: endsBatch, event: event)
    }

    /// What happens next, and the name by which versions are counted.
    private mutating func event() -> (Fact.Event, name: String) {
        switch random.number(0...99) {
        case 0..<25:
            let requirement = requirement(index(below: shape.requirements))
            return (.requirementPublished(requirement), "requirement \(requirement.key)")
        case 25..<28:
            let key = requirementKey(index(below: shape.requirements))
            return (.requirementWithdrawn(key), "requirement \(key)")
        case 28..<62:
            let index = index(below: shape.capabilities)
            let capability = capability(index)
            publishedCapabilities[index] = capability
            return (.capabilityPublished(capability), "capability \(capability.key)")
        case 62..<65:
            let index = index(below: shape.capabilities)
            publishedCapabilities[index] = nil
            return (.capabilityWithdrawn(capabilityKey(index)), "capability \(capabilityKey(index))")
        case 65..<77:
            let award = award(index(below: shape.awards))
            return (.awardPublished(award), "award \(award.key)")
        case 77..<79:
            let key = awardKey(index(below: shape.awards))
            return (.awardWithdrawn(key), "award \(key)")
        case 79..<87: return examination()
        case 87..<92:
            let currency = random.pick(Array(currencies.dropFirst()))
            return (.ratePublished(currency, dongPerUnit: rate()), "rate \(currency)")
        case 92..<93:
            let currency = random.pick(Array(currencies.dropFirst()))
            return (.rateWithdrawn(currency), "rate \(currency)")
        case 93..<95: return (.policySet(policy()), "policy")
        default: return (.none, "tick")
        }
    }
}

// MARK: - Keys and codes

extension MarketGenerator {
    /// A key keeps its heading for ever: its number decides which.
    private static let headings: [(heading: String, subheadings: [String])] = [
        ("8534", ["853400", "853401"]), ("0901", ["090111", "090112"]),
    ]

    private mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private func codes(of index: Int) -> (heading: String, subheadings: [String]) {
        Self.headings[index % Self.headings.count]
    }

    private mutating func subheading(of index: Int) -> HSCode { code(random.pick(codes(of: index).subheadings)) }

    private func code(_ digits: String) -> HSCode {
        guard let code = HSCode(digits) else { preconditionFailure("\(digits) is no code") }
        return code
    }

    /// The first two suppliers buy too.
    private func requirementKey(_ index: Int) -> Key {
        Key("\(2_300_000_000 + index % 4)/requirement-\(index)")
    }

    private func capabilityKey(_ index: Int) -> Key {
        Key("\(2_300_000_002 + index % shape.suppliers)/capability-\(index)")
    }

    private func awardKey(_ index: Int) -> Key { Key("\(2_300_000_000 + index % 4)/award-\(index)") }
}

// MARK: - Requirements

extension MarketGenerator {
    private mutating func requirement(_ index: Int) -> Requirement {
        let first = Self.firstDay.number + Int32(random.number(0...20))
        var requirement = Requirement(
            key: requirementKey(index), hsCode: subheading(of: index), unitCode: random.chance(90) ? "H87" : "KGM",
            quantity: quantity(1...30), delivery: window(from: first),
            closingDay: extremeDay() ?? Day(Self.firstDay.number + Int32(random.number(0...25))))
        requirement.point = random.chance(80) ? point() : nil
        requirement.maximumUnitPrice = random.chance(60) ? price() : nil
        requirement.currentUnitPrice = random.chance(40) ? price() : nil
        requirement.leadTimeDaysMax = random.chance(30) ? 10 : nil
        requirement.requiredCertifications =
            random.chance(30) ? random.pick([["ISO 9001"], ["ISO 9001", "ISO 14001"], ["IATF 16949"]]) : []
        requirement.lvcMin = random.chance(30) ? UInt32(random.pick([1, 333_333, 400_000, 1_000_000])) : 0
        requirement.ownershipMin = random.chance(20) ? UInt32(random.pick([1, 5_100, 10_000])) : 0
        requirement.distanceMetresMax = random.chance(25) ? UInt32(random.pick([0, 1_000, 4_294_967_295])) : nil
        requirement.attributeBounds = random.chance(25) ? [bound()] : []
        requirement.allowsPartialSupply = random.chance(75)
        return requirement
    }

    private mutating func window(from first: Int32) -> DayRange {
        if let day = extremeDay() { return DayRange(min(day, Day(first)), max(day, Day(first))) }
        return DayRange(Day(first), Day(first + Int32(random.pick([0, 6, 14, 29, 29, 29, 44]))))
    }

    private mutating func bound() -> AttributeBound {
        random.chance(50)
            ? AttributeBound(name: "width", minimum: 3_000_000, maximum: random.chance(50) ? 5_000_000 : nil)
            : AttributeBound(name: "material", allowedValues: ["steel", "brass"])
    }
}

// MARK: - Capabilities

extension MarketGenerator {
    private mutating func capability(_ index: Int) -> Capability {
        let isHeading = random.chance(30)
        var capability = Capability(
            key: capabilityKey(index), hsCode: isHeading ? code(codes(of: index).heading) : subheading(of: index),
            unitCode: random.chance(95) ? "H87" : "KGM", capacityPerMonth: quantity(1...25),
            currency: random.chance(70) ? currencies[0] : random.pick(currencies), tiers: tiers())
        capability.minimumOrder = random.chance(40) ? quantity(0...8) : 0
        capability.leadTimeDays = UInt32(random.number(8...12))
        capability.certificates = certificates()
        capability.ownership = UInt32(random.pick([0, 5_099, 5_100, 10_000]))
        capability.localContent = random.chance(80) ? localContent() : nil
        capability.point = random.chance(85) ? point() : nil
        capability.attributes = attributes()
        let first = Self.firstDay.number
        capability.validFirst = random.chance(20) ? Day(first + Int32(random.number(0...4))) : nil
        capability.validLast = random.chance(20) ? Day(first + Int32(random.number(10...60))) : nil
        return capability
    }

    private mutating func tiers() -> [PriceTier] {
        var tiers = [PriceTier(from: random.pick([0, 1, 2_000_000]), unitPrice: unitPrice())]
        for quantityMin in [Int64(5_000_000), 12_000_000] where random.chance(40) {
            tiers.append(PriceTier(from: quantityMin, unitPrice: unitPrice()))
        }
        return tiers
    }

    private mutating func certificates() -> [Certificate] {
        ["ISO 9001", "IATF 16949", "ISO 14001"].compactMap { scheme in
            guard random.chance(50) else { return nil }
            return Certificate(
                scheme: scheme, number: random.pick(["1", "2"]),
                expiresOn: Day(Self.firstDay.number + Int32(random.number(20...80))))
        }
    }

    private mutating func localContent() -> LocalContent? {
        if isExtreme() { return LocalContent(random.pick([0, 1, .max - 1, .max]), over: .max) }
        let whole: Int64 = random.pick([3, 10, 1_000_000])
        return LocalContent(random.number(0...whole), over: whole)
    }

    private mutating func attributes() -> [AttributeValue] {
        [
            AttributeValue(name: "width", number: random.pick([2_999_999, 3_000_000, 5_000_000, 5_000_001])),
            AttributeValue(name: "material", text: random.pick(["steel", "brass", "tin"])),
        ].filter { _ in random.chance(90) }
    }
}

// MARK: - Awards, examinations, policy

extension MarketGenerator {
    private mutating func award(_ index: Int) -> Award {
        let count = Self.headings.count
        let requirement = random.pick(Array(stride(from: index % count, to: shape.requirements, by: count)))
        let capability = self.index(below: shape.capabilities)
        let isOfOneHeading = capability % count == requirement % count
        let first = Self.firstDay.number + Int32(random.number(0...30))
        return Award(
            key: awardKey(index), requirement: requirementKey(requirement),
            capability: capabilityKey(isOfOneHeading || random.chance(5) ? capability : requirement),
            hsCode: subheading(of: requirement), quantity: quantity(1...12), window: window(from: first),
            isActive: random.chance(80))
    }

    /// Of a certificate or statement that is published.
    private mutating func examination() -> (Fact.Event, name: String) {
        let index = index(below: shape.capabilities)
        guard let capability = publishedCapabilities[index] else { return (.none, "tick") }
        let name = "capability \(capability.key)"
        guard !capability.certificates.isEmpty, random.chance(60) else {
            return (.statementExamined(capability: capability.key, accepted: random.chance(50)), name)
        }
        let certificate = random.pick(capability.certificates)
        return (
            .certificateExamined(
                capability: capability.key, scheme: certificate.scheme, number: certificate.number,
                accepted: random.chance(50)), name
        )
    }

    private mutating func policy() -> Policy {
        Policy(
            priceWeight: UInt32(random.pick([0, 1, 4_000, 10_000])),
            coverageWeight: UInt32(random.pick([0, 3_000, 10_000])),
            localizationWeight: UInt32(random.pick([0, 3_000, 10_000])), matchLimit: random.pick([1, 3, 10]),
            reportingCurrency: random.pick(currencies))
    }
}

// MARK: - Values

extension MarketGenerator {
    private mutating func isExtreme() -> Bool { shape.extremePercent > 0 && random.chance(shape.extremePercent) }

    private mutating func extremeDay() -> Day? { isExtreme() ? Day(random.pick([.min, .max])) : nil }

    /// Mostly whole units, sometimes a millionth beside one.
    private mutating func quantity(_ units: ClosedRange<Int64>) -> Int64 {
        if isExtreme() { return random.pick([1, 1_000_000_000_000_000_000, .max - 1, .max]) }
        let whole = random.number(units) * 1_000_000
        return random.chance(15) ? max(1, whole + random.pick([-1, 1, 333_333])) : whole
    }

    /// In dong, around ten.
    private mutating func unitPrice() -> Int64 {
        if isExtreme() { return random.pick([1, 1_000_000_000_000_000_000, .max]) }
        return random.number(8...12) * 1_000_000 + random.pick([0, 0, 0, 1, -1])
    }

    private mutating func price() -> Price {
        Price(unitPrice(), random.chance(75) ? currencies[0] : random.pick(currencies))
    }

    private mutating func rate() -> Int64 {
        isExtreme() ? random.pick([1, .max]) : random.pick([999_999, 1_000_000, 1_000_001, 1_100_000, 900_000])
    }

    private mutating func point() -> Point {
        if isExtreme() { return Point(x: random.pick([.min, .max]), y: random.pick([.min, .max]), z: .max) }
        return Point(x: Int32(random.pick([0, 600, 1_000, 1_001])), y: Int32(random.pick([0, 800, 801])), z: 0)
    }
}
