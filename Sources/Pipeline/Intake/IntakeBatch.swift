internal import Contracts
internal import EventLog
internal import Foundation
internal import Matching
internal import SwiftProtobuf

/// One intake transaction: records of public topics in, facts and dead letters out.
///
/// It knows repeats, versions and withdrawals, resolves what names other keys, keeps what waits for them, and drops nothing in
/// silence.
struct IntakeBatch {
    private(set) var state: IntakeState
    private let rules: IntakeRules
    private let partitionCount: Int32
    private let acceptedAt: Int64
    private var facts: [OutgoingFact] = []
    private var letters: [LogMessage] = []
    private var repeats: [WireOrigin] = []

    private typealias SubjectKey = IntakeState.SubjectKey

    /// Begins a transaction at an instant of the clock. `acceptedAt` never decreases, whatever the clock does; what
    /// falls due by then (a midnight, an expiry) comes first.
    init(_ state: IntakeState, rules: IntakeRules, partitionCount: Int32, now: Int64) {
        self.state = state
        self.rules = rules
        self.partitionCount = partitionCount
        self.acceptedAt = max(now, state.lastAcceptedAt)
        setPolicy()
        tick()
        expire()
    }

    /// Whether there is anything to commit besides positions.
    var isEmpty: Bool { facts.isEmpty && letters.isEmpty && repeats.isEmpty }

    /// What is to be published, in order: facts, then dead letters. Called once, when all records are taken.
    mutating func outputs() -> (facts: [OutgoingFact], letters: [LogMessage]) {
        if !repeats.isEmpty {
            let counted = WireRepeatsCounted.with { $0.records = repeats }
            add(partition: 0, key: "", version: 0) { $0.repeatsCounted = counted }
        }
        var isLast: Set<Int32> = []
        for index in facts.indices.reversed() where isLast.insert(facts[index].partition).inserted {
            facts[index].endBatch()
        }
        return (facts, letters)
    }

    // MARK: - Time and policy

    private mutating func setPolicy() {
        let policy = rules.policy
        guard state.policy != policy else { return }
        broadcast { $0.policySet = policy }
    }

    /// Tells the market of a new day, and once a minute while something happens.
    private mutating func tick() {
        let today = Day(ofMilliseconds: acceptedAt).number
        let isNewDay = state.lastTick.map { $0 < today } ?? true
        let isDue = state.nextTickAt.map { $0 <= acceptedAt } ?? false
        guard isNewDay || isDue else { return }
        broadcast { $0.clockTicked = .with { $0.day = today } }
    }

    /// Refuses what has waited for too long.
    private mutating func expire() {
        for record in state.pending(since: acceptedAt - PipelineLimits.pendingMilliseconds) {
            let refusal = Refusal(
                .unknownReference, field: record.subject.subject.referenceField,
                "\(record.awaits) has not been published within 24 hours: publish it, then publish this again")
            settle(record, Refusals(refusal))
        }
    }

    // MARK: - Records

    /// Takes a record of a public topic.
    mutating func take(_ record: ReadRecord) {
        switch record.content {
        case .refused(let refusals): refuse(record.envelope, refusals)
        case .withdrawal(let key): withdraw(key, record.envelope)
        case .publication(let publication, let key): take(publication, key, record.envelope)
        }
    }

    private mutating func take(_ publication: Publication, _ key: SubjectKey, _ envelope: Envelope) {
        let last = state.last(key)
        // What waits is newer than what was accepted.
        if isRepeat(envelope, of: last)
            || publication.digest == state.pending(key)?.contentDigest ?? last.contentDigest
        {
            return repeats.append(envelope.origin)
        }
        accept(publication, key, origin: envelope.origin) { batch, refusals in batch.refuse(envelope, refusals) }
    }

    private func isRepeat(_ envelope: Envelope, of last: IntakeState.KeyState) -> Bool {
        !envelope.origin.eventID.isEmpty && last.eventIds.contains(envelope.origin.eventID)
    }

    private mutating func withdraw(_ key: SubjectKey, _ envelope: Envelope) {
        let last = state.last(key)
        let isWaiting = state.pending(key) != nil
        guard last.version > 0 || isWaiting else {
            return refuse(
                envelope,
                Refusal(.unknownKey, "nothing was published under \(key.key), so there is nothing to withdraw"))
        }
        guard !isRepeat(envelope, of: last) else { return repeats.append(envelope.origin) }
        guard last.version > 0, !last.isWithdrawn else {
            // What waits never stood: it waits no more, and that is all.
            supersede(key, by: envelope.origin)
            return repeats.append(envelope.origin)
        }
        guard key.subject.canBeWithdrawn else {
            return refuse(
                envelope,
                Refusal(
                    .decisionStands, "a decision is not taken back but followed by another: publish one that refuses"))
        }
        supersede(key, by: envelope.origin)
        let version = state.last(key).nextVersion
        var withdrawn = WireWithdrawn.with { $0.topic = key.subject.topicName }
        if key.subject == .rates, let currency = BusinessKey(key.key)?.id {
            withdrawn.rateInForce = rateInForce(of: currency) { $0.withdraw(key.key, version: version) }
        }
        func fill(_ fact: inout WireMarketFact) {
            fact.withdrawn = withdrawn
            fact.origin = envelope.origin
        }
        if key.subject.isBroadcast {
            broadcast(key: key.key, version: version, fill)
        } else {
            let partition = last.heading.map(partition(ofHeading:)) ?? partition(ofOwner: key.key)
            add(partition: partition, key: key.key, version: version, fill)
        }
    }

    // MARK: - Facts

    /// Makes a fact of a message, or holds it while it names what is not there yet.
    private mutating func accept(
        _ publication: Publication, _ key: SubjectKey, origin: WireOrigin,
        refused: (inout Self, Refusals) -> Void
    ) {
        let today = Day(ofMilliseconds: acceptedAt).number
        switch Resolution(publication.resolved, by: rules.resolver, in: state, on: today) {
        case .refused(let refusals): refused(&self, refusals)
        case .awaits(let awaited):
            supersede(key, by: origin)
            // A record that is taken out of waiting for one key may wait for another, and keeps its version.
            add(partition: partition(ofOwner: key.key), key: key.key, version: state.last(key).nextVersion) {
                $0.pending = .with {
                    $0.topic = key.subject.topicName
                    $0.message = Data(publication.protobuf)
                    $0.awaits = awaited.description
                }
                $0.contentDigest = Data(publication.digest)
                $0.origin = origin
            }
        case .accepted(let fact, let heading):
            supersede(key, by: origin)
            let last = state.last(key)
            if let heading, let before = last.heading, before != heading {
                return refused(&self, Refusals(headingChanged(of: key, from: before)))
            }
            let fact = withRateInForce(fact, version: last.nextVersion)
            func fill(_ wire: inout WireMarketFact) {
                wire.fact = fact
                wire.contentDigest = Data(publication.digest)
                wire.origin = origin
            }
            if isTooLarge(fill, from: publication.protobuf) {
                let refusal = Refusal(.recordTooLarge, "with what its codes resolve to it is too large for the record")
                return refused(&self, Refusals(refusal))
            }
            if key.subject.isBroadcast {
                broadcast(key: key.key, version: last.nextVersion, publishing: publication.protobuf, fill)
            } else {
                add(
                    partition: heading.map(partition(ofHeading:)) ?? partition(ofOwner: key.key), key: key.key,
                    version: last.nextVersion, publishing: publication.protobuf, fill)
            }
            release(key)
        }
    }

    /// A fact of a rate, with the rate by which prices are compared once it is there; any other as it is.
    private func withRateInForce(_ fact: WireMarketFact.OneOf_Fact, version: UInt64) -> WireMarketFact.OneOf_Fact {
        guard case .exchangeRate(var accepted) = fact else { return fact }
        accepted.inForce = rateInForce(of: accepted.published.currencyCode) {
            $0.publish(accepted, version: version, acceptedAt: acceptedAt)
        }
        return .exchangeRate(accepted)
    }

    /// What a currency costs after a change; 0 where no rate stands.
    private func rateInForce(of currency: String, after change: (inout RateBook) -> Void) -> Int64 {
        var rates = state.rates
        change(&rates)
        return rates.inForce(currency) ?? 0
    }

    /// Refuses the waiting record of a key in whose place a later one came.
    private mutating func supersede(_ key: SubjectKey, by origin: WireOrigin) {
        guard let record = state.pending(key), record.origin != origin else { return }
        let refusal = Refusal(
            .superseded, field: key.subject.referenceField,
            "a later record of \(key.key) came while this one waited for \(record.awaits)")
        settle(record, Refusals(refusal))
    }

    /// Ends a record's wait with a refusal.
    private mutating func settle(_ record: IntakeState.PendingRecord, _ refusals: Refusals) {
        refuse(
            record.origin, key: record.subject.key, value: record.message,
            contentType: ContentType.protobuf.rawValue, refusals)
        add(partition: partition(ofOwner: record.subject.key), key: record.subject.key, version: record.version) {
            $0.expired = .with { $0.topic = record.subject.subject.topicName }
        }
    }

    /// Whether the log would not take a fact. Only that of a large message can be.
    private func isTooLarge(_ fill: (inout WireMarketFact) -> Void, from message: [UInt8]) -> Bool {
        guard message.count > EventLogLimits.recordBytes / 16 else { return false }
        var fact = WireMarketFact()
        fill(&fact)
        return bytes(of: fact).count > EventLogLimits.recordBytes * 15 / 16
    }

    private func headingChanged(of key: SubjectKey, from heading: UInt16) -> Refusal {
        Refusal(
            .headingChanged, field: key.subject.headingField,
            "the heading was \(heading) and can't change: withdraw \(key.key) and publish under a new id")
    }

    /// Takes what waited for a key.
    private mutating func release(_ key: SubjectKey) {
        guard key.subject == .requirements || key.subject == .capabilities else { return }
        for record in state.pending(for: key.key) {
            let decoded = RecordCodec.decodeEncoded(
                subject: record.subject.subject, contentType: ContentType.protobuf.rawValue, value: record.message)
            guard case .success(let encoded) = decoded else { continue }
            accept(Publication(encoded, by: rules.resolver), record.subject, origin: record.origin) {
                batch, refusals in batch.settle(record, refusals)
            }
        }
    }

    /// - parameter published: The published message in the fact as Protobuf; nil where it has none.
    private mutating func add(
        partition: Int32, key: String, version: UInt64, publishing published: [UInt8]? = nil,
        _ fill: (inout WireMarketFact) -> Void
    ) {
        var fact = WireMarketFact()
        fact.acceptedAt = acceptedAt
        fact.key = key
        fact.version = version
        fill(&fact)
        state.apply(fact)
        facts.append(OutgoingFact(fact, publishing: published, in: partition))
    }

    /// Adds a fact to every partition: what all matchers and notifiers need.
    private mutating func broadcast(
        key: String = "", version: UInt64 = 0, publishing published: [UInt8]? = nil,
        _ fill: (inout WireMarketFact) -> Void
    ) {
        for partition in 0..<partitionCount {
            add(partition: partition, key: key, version: version, publishing: published, fill)
        }
    }

    private func partition(ofHeading heading: UInt16) -> Int32 { Int32(heading) % partitionCount }

    /// By the sum of the enterprise code's bytes: any rule will do that gives a key the same partition each time.
    private func partition(ofOwner key: String) -> Int32 {
        let sum = key.utf8.prefix { $0 != UInt8(ascii: "/") }.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
        return Int32(sum % UInt32(partitionCount))
    }

    // MARK: - Dead letters

    private mutating func refuse(_ envelope: Envelope, _ refusal: Refusal) { refuse(envelope, Refusals(refusal)) }

    private mutating func refuse(_ envelope: Envelope, _ refusals: Refusals) {
        refuse(
            envelope.origin, key: envelope.keyText ?? "", value: envelope.value,
            contentType: envelope.contentType ?? ContentType.json.rawValue, refusals)
    }

    private mutating func refuse(
        _ origin: WireOrigin, key: String, value: [UInt8], contentType: String, _ refusals: Refusals
    ) {
        let letter = WireDeadLetter.with {
            $0.origin = origin
            $0.key = key
            $0.value = Data(value.prefix(PipelineLimits.deadLetterBytes))
            $0.contentType = contentType
            $0.refusals = refusals.all.map { refusal in
                .with {
                    $0.reason = refusal.reason.rawValue
                    $0.field = refusal.field
                    $0.message = refusal.message
                }
            }
            $0.refusedAt = acceptedAt
        }
        letters.append(
            LogMessage(
                to: .deadLetters, partition: 0, key: Array(key.utf8), value: bytes(of: letter),
                headers: [Header("content-type", ContentType.protobuf.rawValue)]))
    }
}

extension Subject {
    /// The field that names what a record of the subject waits for.
    fileprivate var referenceField: String { self == .verifications ? "capability" : "requirement" }

    /// The field from which a record of the subject has its heading.
    fileprivate var headingField: String {
        switch self {
        case .requirements, .capabilities: "hsCode"
        default: referenceField
        }
    }
}
