internal import Contracts

/// What intake remembers: what each key last said, what waits for what, and when. It derives from `linkage-market`
/// alone, in whatever order its partitions are read.
struct IntakeState {
    /// The largest `acceptedAt` so far, in milliseconds.
    private(set) var lastAcceptedAt: Int64 = 0
    /// The last day of which the market was told.
    private(set) var lastTick: Int32?
    private var lastTickAt: Int64 = 0
    private var lastChangeAt: Int64?
    /// When something first happened after time was told.
    private var changedSinceTick: Int64?
    private(set) var policy: WirePolicySet?
    private(set) var rates = RateBook()
    private var requirements: [String: RequirementSummary] = [:]
    /// Requirements as they were when they were withdrawn.
    private var withdrawnRequirements: [String: RequirementSummary] = [:]
    private var capabilities: [String: CapabilitySummary] = [:]
    /// Awards that stand, for what was frozen with them.
    private var awards: [String: WireAwardAccepted] = [:]
    /// What officials decided on, by the key of the decision.
    private var decided: [String: WireVerification.OneOf_Subject] = [:]
    private var declaredMethods: [Declaration: WireCostStatement.Method] = [:]
    private var keys: [SubjectKey: KeyState] = [:]
    private var waiting: [SubjectKey: PendingRecord] = [:]
    private var waitingFor: [String: Set<SubjectKey>] = [:]

    /// A key of a public topic.
    struct SubjectKey: Hashable, Comparable {
        let subject: Subject
        let key: String

        static func < (a: SubjectKey, b: SubjectKey) -> Bool {
            (a.subject.rawValue, a.key) < (b.subject.rawValue, b.key)
        }
    }

    /// A producer's fiscal year, for which it keeps one method.
    private struct Declaration: Hashable {
        let owner: String
        let fiscalYear: UInt32
    }

    /// What a key last said.
    struct KeyState {
        var version: UInt64 = 0
        var contentDigest: [UInt8] = []
        /// The newest last.
        var eventIds: [String] = []
        var isWithdrawn = false
        /// The heading by which the key's facts are partitioned; nil where it has none.
        var heading: UInt16?
        /// The version that the newest accepted or expired record had.
        var settledVersion: UInt64 = 0
        /// The version that the next record gets.
        var nextVersion: UInt64 { max(version, settledVersion) + 1 }
    }

    /// A record that names what is not there yet.
    struct PendingRecord {
        let subject: SubjectKey
        let message: [UInt8]
        let contentDigest: [UInt8]
        let origin: WireOrigin
        let awaits: String
        let version: UInt64
        let since: Int64
    }

    // MARK: - Questions

    /// When the market is to be told the time, in milliseconds; nil where it knows all of it. It is told once a minute while
    /// something happens, in whichever partition, and until a minute after.
    var nextTickAt: Int64? {
        guard let lastChangeAt, lastTickAt - PipelineLimits.gapMilliseconds < lastChangeAt else { return nil }
        return (changedSinceTick ?? lastTickAt) + PipelineLimits.gapMilliseconds
    }

    /// What a key last said; nothing where it never was accepted.
    func last(_ key: SubjectKey) -> KeyState { keys[key] ?? KeyState() }

    /// The requirement of a key as it stands; nil where there is none.
    func requirement(_ key: BusinessKey) -> RequirementSummary? { requirements[key.description] }

    /// The requirement of a key as it was when it was withdrawn; nil where it was not.
    func withdrawnRequirement(_ key: BusinessKey) -> RequirementSummary? { withdrawnRequirements[key.description] }

    /// The capability of a key as it stands; nil where there is none.
    func capability(_ key: BusinessKey) -> CapabilitySummary? { capabilities[key.description] }

    /// What an award's key said last; nil where it is new, or was withdrawn.
    func award(_ key: BusinessKey) -> WireAwardAccepted? { awards[key.description] }

    /// What a verification's key decided on; nil where it is new.
    func decided(_ key: BusinessKey) -> WireVerification.OneOf_Subject? { decided[key.description] }

    /// What the record holds of capabilities.
    var capabilityLookup: CapabilityLookup {
        CapabilityLookup(capability: capability) { owner, fiscalYear in
            declaredMethods[Declaration(owner: owner, fiscalYear: fiscalYear)]
        }
    }

    /// The record of a key that is waiting.
    func pending(_ key: SubjectKey) -> PendingRecord? { waiting[key] }

    /// The records that wait for a key, in the order in which they came.
    func pending(for awaited: String) -> [PendingRecord] {
        waitingFor[awaited, default: []].compactMap { waiting[$0] }.sorted(by: PendingRecord.cameBefore)
    }

    /// The records that have waited since before an instant, in the order in which they came.
    func pending(since instant: Int64) -> [PendingRecord] {
        waiting.values.filter { $0.since < instant }.sorted(by: PendingRecord.cameBefore)
    }

    // MARK: - Facts

    /// Takes a fact that intake wrote.
    mutating func apply(_ fact: WireMarketFact) {
        lastAcceptedAt = max(lastAcceptedAt, fact.acceptedAt)
        if fact.tellsOfMarket {
            lastChangeAt = max(lastChangeAt ?? fact.acceptedAt, fact.acceptedAt)
            changedSinceTick = changedSinceTick ?? fact.acceptedAt
        }
        switch fact.fact {
        case .profile: note(.profiles, fact)
        case .requirement(let accepted):
            note(.requirements, fact, heading: HSHeading.heading(of: accepted.published.hsCode))
            requirements[fact.key] = RequirementSummary(accepted)
            withdrawnRequirements[fact.key] = nil
        case .product: note(.products, fact)
        case .award(let accepted):
            note(.awards, fact, heading: HSHeading.heading(of: accepted.hsCode))
            awards[fact.key] = accepted
        case .capability(let accepted): noteCapability(accepted, fact)
        case .quote(let accepted):
            let requirement = requirements[accepted.published.requirement]
            note(.quotes, fact, heading: requirement.flatMap { HSHeading.heading(of: $0.hsCode) })
        case .subscription: note(.subscriptions, fact)
        case .verification(let accepted):
            let capability = accepted.published.capability.flatMap { capabilities[$0] }
            note(.verifications, fact, heading: capability.flatMap { HSHeading.heading(of: $0.hsCode) })
            decided[fact.key] = accepted.published.subject
        case .exchangeRate(let accepted):
            note(.rates, fact)
            rates.publish(accepted, version: fact.version, acceptedAt: fact.acceptedAt)
        case .withdrawn(let withdrawn): noteWithdrawal(from: withdrawn.topic, fact)
        case .pending(let pending): wait(pending, fact)
        case .expired(let expired): settle(expired, fact)
        case .clockTicked(let tick):
            lastTick = max(lastTick ?? tick.day, tick.day)
            lastTickAt = max(lastTickAt, fact.acceptedAt)
            changedSinceTick = nil
        case .policySet(let policy): self.policy = policy
        case .repeatsCounted, nil: break
        }
    }

    private mutating func note(_ subject: Subject, _ fact: WireMarketFact, heading: UInt16? = nil) {
        let key = SubjectKey(subject: subject, key: fact.key)
        update(key, fact) { state in
            state.contentDigest = Array(fact.contentDigest)
            state.isWithdrawn = false
            state.heading = heading ?? state.heading
        }
    }

    private mutating func noteCapability(_ accepted: WireCapabilityAccepted, _ fact: WireMarketFact) {
        note(.capabilities, fact, heading: HSHeading.heading(of: accepted.published.hsCode))
        let summary = CapabilitySummary(accepted, version: fact.version)
        capabilities[fact.key] = summary
        if let summary, let declared = summary.declared {
            declaredMethods[Declaration(owner: summary.key.owner, fiscalYear: declared.fiscalYear)] = declared.method
        }
    }

    private mutating func noteWithdrawal(from topic: String, _ fact: WireMarketFact) {
        guard let subject = Subject(topicName: topic) else { return }
        let key = SubjectKey(subject: subject, key: fact.key)
        update(key, fact) { state in
            state.contentDigest = []
            state.isWithdrawn = true
        }
        switch subject {
        case .requirements: withdrawnRequirements[fact.key] = requirements.removeValue(forKey: fact.key)
        case .capabilities: capabilities[fact.key] = nil
        case .awards: awards[fact.key] = nil
        case .rates: rates.withdraw(fact.key, version: fact.version)
        default: break
        }
    }

    /// Changes a key's state, if the fact is not older than it, and ends the wait that the fact ends.
    private mutating func update(_ key: SubjectKey, _ fact: WireMarketFact, _ change: (inout KeyState) -> Void) {
        var state = last(key)
        defer { keys[key] = state }
        state.remember(fact.origin.eventID)
        guard fact.version >= state.version else { return }
        state.version = fact.version
        state.settledVersion = max(state.settledVersion, fact.version)
        change(&state)
        endWait(key, upTo: fact.version)
    }

    private mutating func wait(_ pending: WireReferencePending, _ fact: WireMarketFact) {
        guard let subject = Subject(topicName: pending.topic) else { return }
        let key = SubjectKey(subject: subject, key: fact.key)
        var state = last(key)
        state.remember(fact.origin.eventID)
        keys[key] = state
        guard fact.version > state.settledVersion, fact.acceptedAt >= waiting[key]?.since ?? 0 else { return }
        endWait(key, upTo: .max)
        waiting[key] = PendingRecord(
            subject: key, message: Array(pending.message), contentDigest: Array(fact.contentDigest),
            origin: fact.origin, awaits: pending.awaits, version: fact.version, since: fact.acceptedAt)
        waitingFor[pending.awaits, default: []].insert(key)
    }

    private mutating func settle(_ expired: WireReferenceExpired, _ fact: WireMarketFact) {
        guard let subject = Subject(topicName: expired.topic) else { return }
        let key = SubjectKey(subject: subject, key: fact.key)
        keys[key, default: KeyState()].settledVersion = max(last(key).settledVersion, fact.version)
        endWait(key, upTo: fact.version)
    }

    private mutating func endWait(_ key: SubjectKey, upTo version: UInt64) {
        guard let record = waiting[key], record.version <= version else { return }
        waiting[key] = nil
        waitingFor[record.awaits]?.remove(key)
        if waitingFor[record.awaits]?.isEmpty == true { waitingFor[record.awaits] = nil }
    }
}

extension WireMarketFact {
    /// Whether it tells of something that someone published.
    fileprivate var tellsOfMarket: Bool {
        switch fact {
        case .clockTicked, .policySet, .repeatsCounted, nil: false
        default: true
        }
    }
}

extension IntakeState.KeyState {
    fileprivate mutating func remember(_ eventId: String) {
        guard !eventId.isEmpty, !eventIds.contains(eventId) else { return }
        eventIds.append(eventId)
        if eventIds.count > PipelineLimits.eventIds { eventIds.removeFirst() }
    }
}

extension IntakeState.PendingRecord {
    fileprivate static func cameBefore(_ a: Self, _ b: Self) -> Bool {
        (a.since, a.origin.topic, a.origin.partition, a.origin.offset)
            < (b.since, b.origin.topic, b.origin.partition, b.origin.offset)
    }
}
