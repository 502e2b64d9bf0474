internal import Contracts
internal import EventLog
internal import Localization
internal import Matching
internal import SwiftProtobuf

/// Facts in, opportunities out: every subscriber with a qualifying capability hears, ranked among the best or not.
///
/// Who was told what is part of the fold, so that an opportunity is told once for each version of its requirement, and
/// its end once.
struct OpportunityFold: PartitionFold {
    private var market = ColumnarEngine(isMatching: false)
    private var day = Day(0)
    private var requirements: [Key: Requirement] = [:]
    /// The subscriptions of each supplier, in the order of their keys.
    private var subscriptions: [String: [Subscription]] = [:]
    private var capabilitiesOfSupplier: [String: Set<Key>] = [:]
    /// The heading of each capability: an award takes up and gives free only what is of its own.
    private var headings: [Key: HSCode] = [:]
    /// Capabilities that are offered from a day on that is still to come.
    private var beginnings: [Key: Day] = [:]
    /// What each supplier was told of a requirement last.
    private var told: [Key: [String: Told]] = [:]
    private var touched = Touched()

    fileprivate struct Requirement {
        let accepted: WireRequirementAccepted
        let version: UInt64
    }

    private struct Told {
        let version: UInt64
        /// What stood for the requirement: its key, or its public id where the buyer was not named.
        let name: String
    }

    private struct Touched {
        /// Requirements that were published, withdrawn or awarded, or for which others have become cheaper.
        var requirements: Set<Key> = []
        /// Told requirements that may have ended because their closing day has passed.
        var told: Set<Key> = []
        /// Capabilities that were published or decided on, that are offered from now on, of which more may be free, or
        /// that have become cheaper elsewhere.
        var capabilities: Set<Key> = []
        /// Suppliers whose subscriptions changed.
        var subscribers: Set<String> = []
    }

    mutating func restore(_ read: ReadFact) { _ = told(by: read) }

    mutating func apply(_ read: ReadFact) -> [LogMessage] { told(by: read).map(\.message) }

    private mutating func told(by read: ReadFact) -> [Opportunity] {
        let (wire, fact) = (read.wire, read.fact)
        let awards = awards(changedBy: fact)
        let rate = rate(changedBy: fact)
        guard (try? market.apply(fact) { _ in }) != nil else { return [] }
        note(wire)
        noteStages(fact, awards)
        noteOffers(fact, awards)
        if let rate { note(rate.of, before: rate.before) }
        guard wire.endOfBatch else { return [] }
        defer { touched = Touched() }
        return tell(asOf: wire.acceptedAt)
    }

    // MARK: - What happened

    private mutating func note(_ wire: WireMarketFact) {
        let owner = String(wire.key.prefix { $0 != "/" })
        switch wire.fact {
        case .requirement(let accepted):
            requirements[Key(wire.key)] = Requirement(accepted: accepted, version: wire.version)
        case .capability:
            capabilitiesOfSupplier[owner, default: []].insert(Key(wire.key))
            touched.capabilities.insert(Key(wire.key))
        case .subscription(let accepted):
            subscriptions[owner, default: []].replace(wire.key, with: accepted.published)
            touched.subscribers.insert(owner)
        case .withdrawn(let withdrawn):
            switch Subject(topicName: withdrawn.topic) {
            case .capabilities: capabilitiesOfSupplier[owner]?.remove(Key(wire.key))
            case .subscriptions: subscriptions[owner]?.replace(wire.key, with: nil)
            default: break
            }
        default: break
        }
    }

    /// An award before and after a fact, which is still to be applied.
    private func awards(changedBy fact: Fact) -> [Award] {
        switch fact.event {
        case .awardPublished(let award): [market.award(award.key), award].compactMap { $0 }
        case .awardWithdrawn(let key): [market.award(key)].compactMap { $0 }
        default: []
        }
    }

    /// Notes the requirements that may have opened or ended.
    private mutating func noteStages(_ fact: Fact, _ awards: [Award]) {
        switch fact.event {
        case .requirementPublished(let requirement): touched.requirements.insert(requirement.key)
        case .requirementWithdrawn(let key): touched.requirements.insert(key)
        default: break
        }
        touched.requirements.formUnion(awards.map(\.requirement))
        let today = Day(ofMilliseconds: fact.acceptedAt)
        if today != day {
            day = today
            touched.told.formUnion(told.keys)
            for (capability, first) in beginnings where first <= today {
                touched.capabilities.insert(capability)
                beginnings[capability] = nil
            }
        }
    }

    /// Notes the capabilities that may fit more than before though nothing was published of them.
    private mutating func noteOffers(_ fact: Fact, _ awards: [Award]) {
        // Another's may be in another partition.
        for award in awards where headings[award.capability] == award.hsCode.headingCode {
            touched.capabilities.insert(award.capability)
        }
        switch fact.event {
        case .capabilityPublished(let capability):
            headings[capability.key] = capability.hsCode.headingCode
            beginnings[capability.key] = capability.validFirst.flatMap { $0 > day ? $0 : nil }
        case .certificateExamined(let capability, _, _, _), .statementExamined(let capability, _):
            touched.capabilities.insert(capability)
        case .policySet(let policy):
            touched.requirements.formUnion(market.openRequirements(comparing: policy.reportingCurrency))
        default: break
        }
    }

    /// The currency of a rate and what it cost before a fact, which is still to be applied.
    private func rate(changedBy fact: Fact) -> (of: Currency, before: Int64?)? {
        switch fact.event {
        case .ratePublished(let currency, _), .rateWithdrawn(let currency):
            (currency, market.dongPerUnit(of: currency))
        default: nil
        }
    }

    /// Notes for whom a price may have come below a maximum: one in a currency that has become dearer buys more of the
    /// others, and what is priced in one that has become cheaper costs less in the others.
    private mutating func note(_ currency: Currency, before: Int64?) {
        guard let rate = market.dongPerUnit(of: currency) else { return }
        if before.map({ $0 < rate }) ?? true {
            touched.requirements.formUnion(market.openRequirements(comparing: currency))
        }
        if before.map({ $0 > rate }) ?? true {
            touched.capabilities.formUnion(market.capabilities(pricedIn: currency))
        }
    }

    // MARK: - Who hears

    private mutating func tell(asOf: Int64) -> [Opportunity] {
        // Each in the order of the capabilities' keys.
        var pairs: [Key: [Key]] = [:]
        for requirement in touched.requirements where market.isOpen(requirement) {
            pairs[requirement] = market.qualifying(for: requirement).filter(isOfSubscriber)
        }
        // Not a supplier's other capabilities: those of other headings may be in other partitions.
        let offered = touched.subscribers.reduce(into: touched.capabilities) {
            $0.formUnion(capabilitiesOfSupplier[$1, default: []])
        }
        for capability in offered.filter(isOfSubscriber).sorted() {
            for requirement in market.requirements(fitting: capability)
            where !touched.requirements.contains(requirement) {
                pairs[requirement, default: []].append(capability)
            }
        }
        return endings(asOf: asOf)
            + pairs.keys.sorted().flatMap { open($0, pairs[$0, default: []], asOf: asOf) }
    }

    private func isOfSubscriber(_ capability: Key) -> Bool {
        subscriptions[String(capability.owner)]?.isEmpty == false
    }

    /// Tells of a requirement the suppliers of capabilities that have not been told of its version.
    private mutating func open(_ key: Key, _ capabilities: [Key], asOf: Int64) -> [Opportunity] {
        guard let requirement = requirements[key] else { return [] }
        let published = requirement.accepted.published
        let now = Told(
            version: requirement.version, name: published.anonymous ? requirement.accepted.publicID : key.text)
        let common = Opportunity.Common(requirement, name: now.name, .open, asOf: asOf)
        var opportunities: [Opportunity] = []
        for capability in capabilities {
            let supplier = String(capability.owner)
            let before = told[key]?[supplier]
            guard before?.version != now.version, let subscription = subscription(of: supplier, for: published) else {
                continue
            }
            told[key, default: [:]][supplier] = now
            if let before, before.name != now.name {
                let end = Opportunity.Common(requirement, name: before.name, .ended, asOf: asOf)
                opportunities.append(Opportunity(ending: end, of: supplier))
            }
            opportunities.append(
                Opportunity(
                    supplier: supplier, subscription: subscription, capability: capability.text, common: common))
        }
        return opportunities
    }

    private mutating func endings(asOf: Int64) -> [Opportunity] {
        touched.requirements.union(touched.told).sorted().flatMap { key -> [Opportunity] in
            guard !market.isOpen(key), let suppliers = told.removeValue(forKey: key),
                let requirement = requirements[key]
            else { return [] }
            // Nearly always one name.
            var common: [String: Opportunity.Common] = [:]
            for told in suppliers.values where common[told.name] == nil {
                common[told.name] = Opportunity.Common(requirement, name: told.name, .ended, asOf: asOf)
            }
            return suppliers.sorted { $0.key < $1.key }.compactMap { supplier, told in
                common[told.name].map { Opportunity(ending: $0, of: supplier) }
            }
        }
    }

    /// The first of a supplier's subscriptions that asks for a requirement.
    private func subscription(of supplier: String, for requirement: WireRequirement) -> String? {
        subscriptions[supplier]?.first { $0.asked.asks(for: requirement) }?.key
    }
}

/// A subscription and its key.
private struct Subscription {
    let key: String
    let asked: WireSubscription
}

extension [Subscription] {
    /// Puts a subscription in the place of the one with its key, or takes that away.
    fileprivate mutating func replace(_ key: String, with subscription: WireSubscription?) {
        removeAll { $0.key == key }
        guard let subscription else { return }
        insert(Subscription(key: key, asked: subscription), at: firstIndex { $0.key > key } ?? endIndex)
    }
}

/// What a supplier is told of a requirement.
private struct Opportunity {
    let supplier, subscription, capability: String
    let common: Common

    /// What is the same for all suppliers that are told of it at once, encoded once.
    final class Common {
        private let message: WireOpportunity
        fileprivate private(set) lazy var json = Array(Pipeline.json(of: message).utf8)

        init(
            _ requirement: OpportunityFold.Requirement, name: String, _ status: WireOpportunity.Status, asOf: Int64
        ) {
            message = WireOpportunity(
                requirement.accepted, name: name, version: requirement.version, status: status, asOf: asOf)
        }
    }

    var message: LogMessage {
        let own = WireOpportunity.with {
            $0.supplier = supplier
            $0.subscription = subscription
            $0.capability = capability
        }
        // Fields are written in the order of their numbers, and these have the first.
        var json = Array(Pipeline.json(of: own).utf8.dropLast())
        json.append(UInt8(ascii: ","))
        json += common.json.dropFirst()
        return LogMessage(
            to: .opportunities, partition: nil, key: Array(supplier.utf8), value: json, headers: Self.headers)
    }

    private static let headers = [Header("content-type", "application/json")]
}

extension Opportunity {
    /// The end, under the name that the supplier knows.
    fileprivate init(ending common: Common, of supplier: String) {
        self.init(supplier: supplier, subscription: "", capability: "", common: common)
    }
}

extension WireSubscription {
    /// Whether a requirement has one of the prefixes and is delivered in one of the wards, where some are given.
    fileprivate func asks(for requirement: WireRequirement) -> Bool {
        (hsPrefixes.isEmpty || hsPrefixes.contains { requirement.hsCode.hasPrefix($0) })
            && (wardCodes.isEmpty || wardCodes.contains(requirement.place.wardCode))
    }
}

extension WireOpportunity {
    /// Names what a supplier may see: neither the maximum price nor, where it is anonymous, the buyer.
    /// - parameter name: What stands for the requirement: its key or its public id.
    fileprivate init(
        _ accepted: WireRequirementAccepted, name: String, version: UInt64, status: Status, asOf: Int64
    ) {
        self.init()
        let published = accepted.published
        requirement = name
        requirementVersion = version
        self.status = status
        hsCode = published.hsCode
        description_p = published.description_p
        quantity = published.quantity
        unitCode = published.unitCode
        if published.hasDelivery { delivery = published.delivery }
        if published.hasPlace { place = published.anonymous ? published.place.wardOnly : published.place }
        closingDay = published.closingDay
        requiredCertifications = accepted.requiredCertifications
        self.asOf = CalendarDay.timestamp(milliseconds: asOf)
    }
}
