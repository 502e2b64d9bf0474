/// What the market holds after a fold of its facts, and every question that can be asked of it.
///
/// It is simple and right: every candidate of a requirement is examined each time.
public struct MarketState: Sendable {
    private var policy = Policy.standard
    private var rates = ExchangeRates()
    private var examined = Examinations()
    private var day = Day(0)
    private var lastAcceptedAt = Int64.min
    private var requirements: [Key: Published<Requirement>] = [:]
    private var capabilities: [Key: Published<Capability>] = [:]
    private var awards: [Key: Award] = [:]
    private var awardsOfRequirement: [Key: Set<Key>] = [:]
    private var awardsOfCapability: [Key: Set<Key>] = [:]
    /// Requirements by the lines whose capabilities could supply them: their code and their heading.
    private var requirementsOfLine: [Line: [Key: Published<Requirement>]] = [:]
    private var capabilitiesOfLine: [Line: [Key: Published<Capability>]] = [:]

    /// A code and a unit, in which things are offered.
    private struct Line: Hashable {
        let hsCode: HSCode
        let unitCode: String

        /// The lines whose capabilities could supply a requirement.
        static func supplying(_ requirement: Requirement) -> [Line] {
            [requirement.hsCode, requirement.hsCode.headingCode].map {
                Line(hsCode: $0, unitCode: requirement.unitCode)
            }
        }

        /// The line of a capability.
        static func of(_ capability: Capability) -> Line {
            Line(hsCode: capability.hsCode, unitCode: capability.unitCode)
        }
    }

    /// A market in which nothing has happened, with the standard policy.
    public init() {}

    /// The requirements whose match set a fact may have changed.
    public struct Touched: Sendable {
        /// The requirement that was itself published.
        public var published: Key?
        /// The requirement that was withdrawn, as it was.
        public var withdrawn: Requirement?
        /// Others, in no order.
        public var others: Set<Key> = []
    }

    // MARK: - Changes

    /// Takes a fact.
    /// - returns: What it touched.
    /// - throws: `FactRefusal`; then nothing has changed.
    public mutating func apply(_ fact: Fact) throws(FactRefusal) -> Touched {
        guard fact.acceptedAt >= lastAcceptedAt else { throw .acceptedAtDecreased }
        guard fact.event.isWellFormed else { throw .malformed }
        lastAcceptedAt = fact.acceptedAt
        var touched = Touched()
        let today = Day(ofMilliseconds: fact.acceptedAt)
        if today != day {
            day = today
            touched.others = Set(requirements.keys)
        }
        change(by: fact, &touched)
        return touched
    }

    private mutating func change(by fact: Fact, _ touched: inout Touched) {
        switch fact.event {
        case .requirementPublished(let requirement):
            publish(requirement, version: fact.version)
            touched.published = requirement.key
            touched.others.remove(requirement.key)
        case .requirementWithdrawn(let key):
            touched.withdrawn = withdrawRequirement(key)
            touched.others.remove(key)
        case .capabilityPublished(let capability):
            publish(capability, version: fact.version, &touched)
        case .capabilityWithdrawn(let key):
            withdrawCapability(key, &touched)
        case .awardPublished(let award): replaceAward(award.key, with: award, &touched)
        case .awardWithdrawn(let key): replaceAward(key, with: nil, &touched)
        case .certificateExamined(let key, let scheme, let number, let accepted):
            examined.certificateExamined(key, scheme: scheme, number: number, accepted: accepted)
            touch(by: key, &touched)
        case .statementExamined(let key, let accepted):
            examined.statementExamined(key, accepted: accepted)
            touch(by: key, &touched)
        case .ratePublished(let currency, let rate):
            if rates.set(currency, dongPerUnit: rate) { touched.others = Set(requirements.keys) }
        case .rateWithdrawn(let currency): if rates.remove(currency) { touched.others = Set(requirements.keys) }
        case .policySet(let policy):
            guard policy != self.policy else { return }
            self.policy = policy
            touched.others = Set(requirements.keys)
        case .none: break
        }
    }

    private mutating func publish(_ requirement: Requirement, version: UInt64) {
        let key = requirement.key
        _ = withdrawRequirement(key)
        let published = Published(requirement, version: version)
        requirements[key] = published
        for line in Line.supplying(requirement) { requirementsOfLine[line, default: [:]][key] = published }
    }

    private mutating func withdrawRequirement(_ key: Key) -> Requirement? {
        guard let old = requirements.removeValue(forKey: key)?.value else { return nil }
        for line in Line.supplying(old) { requirementsOfLine[line]?[key] = nil }
        return old
    }

    private mutating func publish(_ capability: Capability, version: UInt64, _ touched: inout Touched) {
        let key = capability.key
        touch(by: key, &touched)
        if let old = capabilities[key]?.value {
            capabilitiesOfLine[.of(old)]?[key] = nil
            if old.localContent != capability.localContent { examined.statementChanged(key) }
        }
        let published = Published(capability, version: version)
        capabilities[key] = published
        capabilitiesOfLine[.of(capability), default: [:]][key] = published
        touch(by: key, &touched)
    }

    private mutating func withdrawCapability(_ key: Key, _ touched: inout Touched) {
        touch(by: key, &touched)
        guard let old = capabilities.removeValue(forKey: key) else { return }
        capabilitiesOfLine[.of(old.value)]?[key] = nil
        examined.statementChanged(key)
    }

    private mutating func replaceAward(_ key: Key, with award: Award?, _ touched: inout Touched) {
        for affected in [awards[key], award].compactMap({ $0 }) {
            if requirements[affected.requirement] != nil { touched.others.insert(affected.requirement) }
            touch(by: affected.capability, &touched)
        }
        if let old = awards.removeValue(forKey: key) {
            awardsOfRequirement[old.requirement]?.remove(key)
            awardsOfCapability[old.capability]?.remove(key)
        }
        guard let award else { return }
        awards[key] = award
        awardsOfRequirement[award.requirement, default: []].insert(key)
        awardsOfCapability[award.capability, default: []].insert(key)
    }

    /// Touches the requirements for which a capability is a candidate as it stands.
    private func touch(by key: Key, _ touched: inout Touched) {
        guard let capability = capabilities[key]?.value else { return }
        for (requirementKey, requirement) in requirementsOfLine[.of(capability), default: [:]]
        where capability.isCandidate(for: requirement.value) {
            touched.others.insert(requirementKey)
        }
    }

    // MARK: - Evaluation

    /// Evaluates a requirement as things stand; nil where there is none.
    /// - parameter cause: The market record that asks for it.
    public func matchSet(of key: Key, cause: MarketPosition) -> MatchSet? {
        guard let published = requirements[key] else { return nil }
        let requirement = published.value
        let check = check(for: requirement)
        let status = status(of: requirement, open: check.open)
        guard status == .open else {
            return emptySet(
                of: requirement, version: published.version, status: status, open: check.open, cause: cause)
        }
        return Evaluation(check, candidates: candidates(of: check), policy: policy).matchSet(
            version: published.version, cause: cause, asOf: lastAcceptedAt, awardFlags: awardFlags(of: requirement))
    }

    /// The last match set of a requirement that is no longer there.
    public func withdrawnSet(of requirement: Requirement, version: UInt64, cause: MarketPosition) -> MatchSet {
        emptySet(of: requirement, version: version, status: .withdrawn, open: 0, cause: cause)
    }

    private func emptySet(
        of requirement: Requirement, version: UInt64, status: MatchSet.Status, open: Int64, cause: MarketPosition
    ) -> MatchSet {
        MatchSet(
            requirement: requirement.key, requirementVersion: version, cause: cause, asOf: lastAcceptedAt,
            qualifyingSuppliers: 0, candidates: 0, nearMisses: nil,
            outcome: MatchSet.Outcome(
                status: status, openQuantity: open, currency: pricing(for: requirement).currency, matches: [],
                plan: .none(uncovered: open), ratio: .absent(.nothingOpen),
                awardFlags: awardFlags(of: requirement)))
    }

    private func pricing(for requirement: Requirement) -> Pricing {
        Pricing(for: requirement, rates: rates, policy: policy)
    }

    private func check(for requirement: Requirement) -> PairCheck {
        PairCheck(
            requirement: requirement, open: openQuantity(of: requirement), day: day,
            pricing: pricing(for: requirement), examined: examined)
    }

    private func status(of requirement: Requirement, open: Int64) -> MatchSet.Status {
        if requirement.closingDay < day { return .closed }
        return open > 0 ? .open : .awarded
    }

    private func activeAwards(of keys: Set<Key>?) -> [Award] {
        (keys ?? []).compactMap { awards[$0] }.filter(\.isActive)
    }

    private func openQuantity(of requirement: Requirement) -> Int64 {
        let awarded = activeAwards(of: awardsOfRequirement[requirement.key])
            .reduce(Int128(0)) { $0 + Int128($1.quantity) }
        return Int64(max(0, Int128(requirement.quantity) - awarded))
    }

    /// Capacity over the window, less what active awards of other requirements of its heading reserve.
    private func available(_ capability: Capability, over days: DayRange, besides requirement: Key?) -> Int64 {
        let reserved = activeAwards(of: awardsOfCapability[capability.key])
            .filter { $0.requirement != requirement && $0.hsCode.heading == capability.hsCode.heading }
            .reduce(Int128(0)) { $0 + Int128($1.reserved(over: days)) }
        return Int64(clamping: Int128(capability.capacity(over: days)) - reserved)
    }

    /// The candidates in no order.
    private func candidates(of check: PairCheck) -> [Candidate] {
        Line.supplying(check.requirement).flatMap { line in
            capabilitiesOfLine[line, default: [:]].values.compactMap { published in
                published.value.isCandidate(for: check.requirement) ? candidate(published, by: check) : nil
            }
        }
    }

    private func candidate(_ published: Published<Capability>, by check: PairCheck) -> Candidate {
        let available = available(
            published.value, over: check.requirement.delivery, besides: check.requirement.key)
        return Candidate(published, assessment: check.assess(published.value, available: available))
    }

    private func awardFlags(of requirement: Requirement) -> [AwardFlag] {
        let active = activeAwards(of: awardsOfRequirement[requirement.key]).sorted { $0.key < $1.key }
        let awarded = active.reduce(Int128(0)) { $0 + Int128($1.quantity) }
        return active.flatMap { award -> [AwardFlag] in
            var kinds: [AwardFlag.Kind] = awarded > Int128(requirement.quantity) ? [.exceedsQuantity] : []
            let capability = capabilities[award.capability]?.value
            if let capability, capability.isCandidate(for: requirement) {
                if available(capability, over: award.window, besides: nil) < 0 { kinds.append(.exceedsCapacity) }
            } else {
                kinds.append(.notACandidate)
            }
            return kinds.map { AwardFlag(award: award.key, kind: $0) }
        }
    }

    // MARK: - Questions

    /// The capabilities that qualify for an open requirement, in the order of their keys, whether ranked or not.
    public func qualifying(for requirement: Key) -> [Key] {
        guard let requirement = requirements[requirement]?.value else { return [] }
        let check = check(for: requirement)
        guard status(of: requirement, open: check.open) == .open else { return [] }
        return candidates(of: check).filter(\.assessment.qualifies).map(\.capability.key).sorted()
    }

    /// What keeps the open demand of a heading from being met.
    /// - parameter cause: The market record after which it is asked for.
    public func gaps(of heading: HSCode, cause: MarketPosition) -> GapReport {
        gaps(of: heading, cause: cause, met: [])
    }

    /// - parameter met: Requirements of which this market does not know, because their plans are known to meet them.
    func gaps(of heading: HSCode, cause: MarketPosition, met: [MetRequirement]) -> GapReport {
        let open = requirements.values.map(\.value).filter { $0.hsCode.headingCode == heading }.map(check(for:))
            .filter { status(of: $0.requirement, open: $0.open) == .open }
        return GapSimulation(
            open.map { ($0, candidates(of: $0)) }, met: met.map { (check(for: $0.requirement), $0.plan) },
            policy: policy, rates: rates
        ).report(heading: heading, cause: cause, asOf: lastAcceptedAt)
    }

    /// Whether a requirement is open.
    public func isOpen(_ requirement: Key) -> Bool {
        guard let requirement = requirements[requirement]?.value else { return false }
        return status(of: requirement, open: openQuantity(of: requirement)) == .open
    }

    /// The open requirements a capability qualifies for, in the order of their keys.
    public func requirements(fitting capability: Key) -> [Key] {
        guard let published = capabilities[capability] else { return [] }
        return requirementsOfLine[.of(published.value), default: [:]].values
            .map(\.value)
            .filter { isFitted($0, by: published) }
            .map(\.key).sorted()
    }

    private func isFitted(_ requirement: Requirement, by capability: Published<Capability>) -> Bool {
        guard capability.value.isCandidate(for: requirement) else { return false }
        let check = check(for: requirement)
        return status(of: requirement, open: check.open) == .open
            && candidate(capability, by: check).assessment.qualifies
    }

    /// Explains a pair; nil where either is unknown.
    public func explain(requirement: Key, capability: Key) -> Explanation? {
        guard let requirement = requirements[requirement]?.value, let published = capabilities[capability] else {
            return nil
        }
        let check = check(for: requirement)
        var exclusions: [Explanation.Exclusion] = []
        if !published.value.hsCode.covers(requirement.hsCode) { exclusions.append(.otherCode) }
        if published.value.unitCode != requirement.unitCode { exclusions.append(.otherUnit) }
        if published.value.key.owner == requirement.key.owner { exclusions.append(.sameOwner) }
        if status(of: requirement, open: check.open) != .open { exclusions.append(.notOpen) }
        return Evaluation(check, candidates: exclusions.isEmpty ? candidates(of: check) : [], policy: policy)
            .explain(candidate(published, by: check), exclusions: exclusions)
    }
}

extension Fact.Event {
    /// Whether codes, quantities, prices and shares are as intake lets them through.
    fileprivate var isWellFormed: Bool {
        switch self {
        case .requirementPublished(let requirement): requirement.isWellFormed
        case .capabilityPublished(let capability): capability.isWellFormed
        case .awardPublished(let award): award.quantity > 0
        case .ratePublished(_, let rate): rate > 0
        default: true
        }
    }
}

extension Requirement {
    fileprivate var isWellFormed: Bool {
        hsCode.isSubheading && quantity > 0 && lvcMin <= 1_000_000 && ownershipMin <= 10_000
            && [maximumUnitPrice, currentUnitPrice].allSatisfy { $0.map { $0.millionths > 0 } ?? true }
    }
}

extension Capability {
    fileprivate var isWellFormed: Bool {
        capacityPerMonth > 0 && minimumOrder >= 0 && ownership <= 10_000 && !tiers.isEmpty
            && tiers.allSatisfy { $0.unitPrice > 0 && $0.quantityMin >= 0 }
            && zip(tiers, tiers.dropFirst()).allSatisfy { $0.quantityMin < $1.quantityMin }
    }
}
