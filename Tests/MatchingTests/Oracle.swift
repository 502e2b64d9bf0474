import Localization
import Matching

/// Who fits whom, written a second time from DESIGN.md §5, sentence by sentence and without regard to cost: everything
/// is found by reading the list of facts.
struct Oracle {
    let facts: [Fact]
    let today: Day
    let policy: Policy
    let requirements: [Requirement]
    let capabilities: [Capability]
    let activeAwards: [Award]

    init(facts: [Fact]) {
        self.facts = facts
        self.today = Day(ofMilliseconds: facts.last?.acceptedAt ?? 0)
        self.policy = Self.policy(facts)
        self.requirements = Self.requirements(facts)
        self.capabilities = Self.capabilities(facts)
        self.activeAwards = Self.awards(facts).filter(\.isActive)
    }

    struct Offer: Equatable {
        let capability: Key
        let price: Int64
        let available: Int64
        let priceTerm: UInt32
        let coverageTerm: UInt32
        let localizationTerm: UInt32

        var score: UInt32 { priceTerm + coverageTerm + localizationTerm }
    }

    struct Allocation: Equatable {
        let capability: Key
        let quantity: Int64
        let price: Int64
    }

    // MARK: What the market says

    private static func policy(_ facts: [Fact]) -> Policy {
        var found = Policy.standard
        for fact in facts { if case .policySet(let policy) = fact.event { found = policy } }
        return found
    }

    private static func requirements(_ facts: [Fact]) -> [Requirement] {
        var found: [Requirement] = []
        for fact in facts {
            switch fact.event {
            case .requirementPublished(let requirement):
                found.removeAll { $0.key == requirement.key }
                found.append(requirement)
            case .requirementWithdrawn(let key): found.removeAll { $0.key == key }
            default: break
            }
        }
        return found
    }

    private static func capabilities(_ facts: [Fact]) -> [Capability] {
        var found: [Capability] = []
        for fact in facts {
            switch fact.event {
            case .capabilityPublished(let capability):
                found.removeAll { $0.key == capability.key }
                found.append(capability)
            case .capabilityWithdrawn(let key): found.removeAll { $0.key == key }
            default: break
            }
        }
        return found
    }

    private static func awards(_ facts: [Fact]) -> [Award] {
        var found: [Award] = []
        for fact in facts {
            switch fact.event {
            case .awardPublished(let award):
                found.removeAll { $0.key == award.key }
                found.append(award)
            case .awardWithdrawn(let key): found.removeAll { $0.key == key }
            default: break
            }
        }
        return found
    }

    /// Millionths of a dong.
    func rate(_ currency: Currency) -> Int128? {
        if currency.code == "VND" { return 1_000_000 }
        var found: Int128?
        for fact in facts {
            if case .ratePublished(currency, let rate) = fact.event { found = Int128(rate) }
            if case .rateWithdrawn(currency) = fact.event { found = nil }
        }
        return found
    }

    // MARK: Who qualifies

    func open(_ requirement: Requirement) -> Int64 {
        var open = Int128(requirement.quantity)
        for award in activeAwards where award.requirement == requirement.key { open -= Int128(award.quantity) }
        return open > 0 ? Int64(open) : 0
    }

    /// Capacity − Σ ⌈quantity × days of overlap / days of the award's window⌉ of other requirements' awards.
    func available(_ capability: Capability, for requirement: Requirement) -> Int64 {
        let (first, last) = (Int128(requirement.delivery.first.number), Int128(requirement.delivery.last.number))
        var available = Int128(capability.capacityPerMonth) * (last - first + 1) / 30
        if available > Int128(Int64.max) { available = Int128(Int64.max) }
        for award in activeAwards
        where award.capability == capability.key && award.requirement != requirement.key
            && award.hsCode.heading == capability.hsCode.heading
        {
            let (from, to) = (Int128(award.window.first.number), Int128(award.window.last.number))
            let overlap = min(to, last) - max(from, first) + 1
            if overlap <= 0 { continue }
            let days = to - from + 1
            let share = Int128(award.quantity) * overlap
            available -= share / days + (share % days == 0 ? 0 : 1)
        }
        return Int64(clamping: available)
    }

    func isCandidate(_ capability: Capability, for requirement: Requirement) -> Bool {
        let asked = requirement.hsCode.description
        let offered = capability.hsCode.description
        let owner = capability.key.text.split(separator: "/")[0]
        return (offered == asked || offered.count == 4 && asked.hasPrefix(offered))
            && capability.unitCode == requirement.unitCode && owner != requirement.key.text.split(separator: "/")[0]
    }

    func comparisonCurrency(_ requirement: Requirement) -> Currency {
        if let maximum = requirement.maximumUnitPrice { return maximum.currency }
        if let current = requirement.currentUnitPrice { return current.currency }
        return policy.reportingCurrency
    }

    /// At the tier of a quantity, in the comparison currency, rounded up.
    func price(_ capability: Capability, at quantity: Int64, for requirement: Requirement) -> Int64? {
        guard var tier = capability.tiers.first else { return nil }
        for other in capability.tiers where other.quantityMin <= quantity { tier = other }
        let target = comparisonCurrency(requirement)
        if capability.currency == target { return tier.unitPrice }
        guard let from = rate(capability.currency), let to = rate(target) else { return nil }
        return Int64(exactly: (Int128(tier.unitPrice) * from + to - 1) / to)
    }

    /// Whether the latest finding refused, accepted, or there was none (nil).
    func finding(_ certificate: Certificate, of capability: Key) -> Bool? {
        var found: Bool?
        for fact in facts {
            if case .certificateExamined(capability, certificate.scheme, certificate.number, let accepted) = fact.event
            {
                found = accepted
            }
        }
        return found
    }

    /// Zero without a statement, or with one that was refused since it last changed.
    func statement(_ capability: Capability) -> (part: Int64, whole: Int64) {
        var current: LocalContent??
        var isRefused = false
        for fact in facts {
            switch fact.event {
            case .capabilityPublished(let other) where other.key == capability.key:
                if let before = current, before != other.localContent { isRefused = false }
                current = .some(other.localContent)
            case .capabilityWithdrawn(capability.key):
                if current != nil { isRefused = false }
                current = nil
            case .statementExamined(capability.key, let accepted): isRefused = !accepted
            default: break
            }
        }
        guard !isRefused, let content = capability.localContent else { return (0, 1) }
        return (content.numerator, content.denominator)
    }

    func failed(_ capability: Capability, for requirement: Requirement) -> Set<Reason> {
        var failed: Set<Reason> = []
        let (open, available) = (open(requirement), available(capability, for: requirement))
        let supply = min(open, available)
        if requirement.allowsPartialSupply ? available <= 0 : available < open {
            failed.insert(.capacity)
        } else if capability.minimumOrder > supply {
            failed.insert(.minimumOrder)
        }
        if let price = price(capability, at: supply, for: requirement) {
            if let maximum = requirement.maximumUnitPrice, price > maximum.millionths { failed.insert(.price) }
        } else {
            failed.insert(.price)
        }
        if let days = requirement.leadTimeDaysMax, capability.leadTimeDays > days { failed.insert(.leadTime) }
        for scheme in requirement.requiredCertifications {
            let isHeld = capability.certificates.contains { certificate in
                let fits = certificate.scheme == scheme || certificate.scheme == "IATF 16949" && scheme == "ISO 9001"
                return fits && certificate.expiresOn >= requirement.delivery.last
                    && finding(certificate, of: capability.key) != false
            }
            if !isHeld { failed.insert(.certification) }
        }
        let (part, whole) = statement(capability)
        if Int128(part) * 1_000_000 < Int128(requirement.lvcMin) * Int128(whole) { failed.insert(.localContent) }
        if capability.ownership < requirement.ownershipMin { failed.insert(.ownership) }
        if let metres = requirement.distanceMetresMax {
            if let a = capability.point, let b = requirement.point {
                let (x, y, z) = (Int128(a.x) - Int128(b.x), Int128(a.y) - Int128(b.y), Int128(a.z) - Int128(b.z))
                if x * x + y * y + z * z > Int128(metres) * Int128(metres) { failed.insert(.distance) }
            } else {
                failed.insert(.distance)
            }
        }
        for bound in requirement.attributeBounds {
            guard let attribute = capability.attributes.first(where: { $0.name == bound.name }) else {
                failed.insert(.attribute)
                continue
            }
            let isBelow = bound.minimum.map { (attribute.number ?? .min) < $0 } ?? false
            let isAbove = bound.maximum.map { (attribute.number ?? .max) > $0 } ?? false
            let isOther = !bound.allowedValues.isEmpty && !bound.allowedValues.contains(attribute.text)
            if isBelow || isAbove || isOther { failed.insert(.attribute) }
        }
        for day in [today, requirement.delivery.last] {
            if let first = capability.validFirst, day < first { failed.insert(.validity) }
            if let last = capability.validLast, day > last { failed.insert(.validity) }
        }
        return failed
    }

    // MARK: In which order

    /// Suppliers of an open requirement by their best capability, all of them.
    func ranking(_ requirement: Requirement) -> [Offer] {
        let open = open(requirement)
        guard open > 0, requirement.closingDay >= today else { return [] }
        let fitting = capabilities.filter {
            isCandidate($0, for: requirement) && failed($0, for: requirement).isEmpty
        }
        let prices = fitting.compactMap {
            price($0, at: min(open, available($0, for: requirement)), for: requirement)
        }
        let lowest = prices.min() ?? 0
        let offers = zip(fitting, prices).map { capability, price in
            offer(of: capability, at: price, lowest: lowest, open: open, for: requirement)
        }
        var best: [Offer] = []
        for offer in offers.sorted(by: comesBefore)
        where !best.contains(where: { $0.capability.owner == offer.capability.owner }) {
            best.append(offer)
        }
        return best
    }

    private func offer(
        of capability: Capability, at price: Int64, lowest: Int64, open: Int64, for requirement: Requirement
    ) -> Offer {
        let available = available(capability, for: requirement)
        var priceTerm = Int128(policy.priceWeight) * Int128(lowest) / Int128(price)
        if let maximum = requirement.maximumUnitPrice {
            priceTerm =
                Int128(policy.priceWeight) * Int128(maximum.millionths - price) / Int128(maximum.millionths)
        }
        let (part, whole) = statement(capability)
        let basisPoints = Int128(part) * 10_000 / Int128(whole)
        return Offer(
            capability: capability.key, price: price, available: available, priceTerm: UInt32(priceTerm),
            coverageTerm: UInt32(Int128(policy.coverageWeight) * Int128(min(open, available)) / Int128(open)),
            localizationTerm: UInt32(Int128(policy.localizationWeight) * basisPoints / 10_000))
    }

    private func comesBefore(_ a: Offer, _ b: Offer) -> Bool {
        if a.score != b.score { return a.score > b.score }
        if a.price != b.price { return a.price < b.price }
        return Array(a.capability.text.utf8).lexicographicallyPrecedes(Array(b.capability.text.utf8))
    }

    // MARK: Who supplies how much

    func plan(_ requirement: Requirement) -> [Allocation] {
        var plan: [Allocation] = []
        var wanted = open(requirement)
        let best = ranking(requirement).prefix(policy.matchLimit)
        for offer in requirement.allowsPartialSupply ? best : best.prefix(1) {
            if wanted == 0 || plan.count == 5 { break }
            guard let capability = capabilities.first(where: { $0.key == offer.capability }) else { continue }
            let quantity = min(wanted, offer.available)
            guard quantity >= capability.minimumOrder,
                let price = price(capability, at: quantity, for: requirement)
            else { continue }
            if let maximum = requirement.maximumUnitPrice, price > maximum.millionths { continue }
            plan.append(Allocation(capability: offer.capability, quantity: quantity, price: price))
            wanted -= quantity
        }
        return plan
    }
}
