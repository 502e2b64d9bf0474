internal import Contracts
internal import EventLog
internal import Matching
internal import SwiftProtobuf

/// Facts in, opportunities out: every subscriber with a qualifying capability hears, ranked among the best or not.
///
/// Who was told what is part of the fold, so that an opportunity is told once for each version of its requirement, and
/// its end once.
struct OpportunityFold: PartitionFold {
    private let partition: Int32
    private var market = MarketState()
    private var requirements: [Key: Requirement] = [:]
    /// Subscriptions by supplier, then by key.
    private var subscriptions: [String: [String: WireSubscription]] = [:]
    private var capabilitiesOfSupplier: [String: Set<Key>] = [:]
    /// The version of the requirement that each supplier was told of.
    private var told: [Key: [String: UInt64]] = [:]
    /// Requirements of which the end was told; they may open again, by a cancelled award.
    private var ended: Set<Key> = []
    private var touched = Touched()

    private struct Requirement {
        let accepted: WireRequirementAccepted
        let version: UInt64
    }

    private struct Touched {
        /// Requirements that were published, withdrawn, or may have opened again.
        var requirements: Set<Key> = []
        /// Told requirements that may have ended: by an award, or because their closing day has passed.
        var told: Set<Key> = []
        /// Suppliers whose capabilities or subscriptions changed.
        var suppliers: Set<String> = []
    }

    init(partition: Int32) { self.partition = partition }

    mutating func apply(_ record: Record) -> [LogMessage] {
        guard let wire = WireMarketFact(record), let touchedByFact = try? market.apply(Fact(wire, at: record.position))
        else { return [] }
        note(wire)
        if let key = touchedByFact.published ?? touchedByFact.withdrawn?.key { touched.requirements.insert(key) }
        for key in touchedByFact.others {
            if told[key] != nil { touched.told.insert(key) }
            if ended.contains(key) { touched.requirements.insert(key) }
        }
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
            touched.suppliers.insert(owner)
        case .subscription(let accepted):
            subscriptions[owner, default: [:]][wire.key] = accepted.published
            touched.suppliers.insert(owner)
        case .withdrawn(let withdrawn):
            switch Subject(topicName: withdrawn.topic) {
            case .capabilities: capabilitiesOfSupplier[owner]?.remove(Key(wire.key))
            case .subscriptions: subscriptions[owner]?[wire.key] = nil
            default: break
            }
        default: break
        }
    }

    // MARK: - Who hears

    private mutating func tell(asOf: Int64) -> [LogMessage] {
        var pairs: [Key: Set<Key>] = [:]
        for requirement in touched.requirements where market.isOpen(requirement) {
            ended.remove(requirement)
            pairs[requirement] = Set(market.qualifying(for: requirement).filter(isOfSubscriber))
        }
        for supplier in touched.suppliers where subscriptions[supplier]?.isEmpty == false {
            for capability in capabilitiesOfSupplier[supplier, default: []] {
                for requirement in market.requirements(fitting: capability) {
                    pairs[requirement, default: []].insert(capability)
                }
            }
        }
        return endings(asOf: asOf)
            + pairs.keys.sorted().flatMap { requirement in
                pairs[requirement, default: []].sorted().compactMap { capability in
                    open(requirement, capability, asOf: asOf)
                }
            }
    }

    private func isOfSubscriber(_ capability: Key) -> Bool {
        subscriptions[String(capability.owner)]?.isEmpty == false
    }

    private mutating func open(_ key: Key, _ capability: Key, asOf: Int64) -> LogMessage? {
        let supplier = String(capability.owner)
        guard let requirement = requirements[key], told[key]?[supplier] != requirement.version,
            let subscription = subscription(of: supplier, for: requirement.accepted.published)
        else { return nil }
        told[key, default: [:]][supplier] = requirement.version
        return message(
            WireOpportunity(
                requirement.accepted, key: key.text, version: requirement.version, supplier: supplier,
                subscription: subscription, capability: capability.text, status: .open, asOf: asOf))
    }

    private mutating func endings(asOf: Int64) -> [LogMessage] {
        touched.requirements.union(touched.told).sorted().flatMap { key -> [LogMessage] in
            guard !market.isOpen(key), let suppliers = told.removeValue(forKey: key),
                let requirement = requirements[key]
            else { return [] }
            ended.insert(key)
            return suppliers.keys.sorted().map { supplier in
                message(
                    WireOpportunity(
                        requirement.accepted, key: key.text, version: requirement.version, supplier: supplier,
                        subscription: "", capability: "", status: .ended, asOf: asOf))
            }
        }
    }

    /// The first of a supplier's subscriptions that asks for a requirement.
    private func subscription(of supplier: String, for requirement: WireRequirement) -> String? {
        subscriptions[supplier, default: [:]].sorted { $0.key < $1.key }
            .first { $0.value.asks(for: requirement) }?.key
    }

    private func message(_ opportunity: WireOpportunity) -> LogMessage {
        LogMessage(
            to: .opportunities, partition: nil, key: Array(opportunity.supplier.utf8),
            value: Array(json(of: opportunity).utf8), headers: [Header("content-type", "application/json")])
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
    fileprivate init(
        _ accepted: WireRequirementAccepted, key: String, version: UInt64, supplier: String, subscription: String,
        capability: String, status: Status, asOf: Int64
    ) {
        self.init()
        let published = accepted.published
        self.supplier = supplier
        self.subscription = subscription
        self.capability = capability
        self.requirement = published.anonymous ? accepted.publicID : key
        requirementVersion = version
        self.status = status
        hsCode = published.hsCode
        description_p = published.description_p
        quantity = published.quantity
        unitCode = published.unitCode
        if published.hasDelivery { delivery = published.delivery }
        if published.hasPlace { place = published.place }
        closingDay = published.closingDay
        requiredCertifications = accepted.requiredCertifications
        self.asOf = CalendarDay.timestamp(milliseconds: asOf)
    }
}
