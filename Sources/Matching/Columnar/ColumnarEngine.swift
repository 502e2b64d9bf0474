public import Localization

/// The engine for many capabilities: columns of codes, blocks with bounds, and as little examined as the answer allows.
///
/// It emits what the reference engine of `LinkageTesting` emits, match set by match set.
public struct ColumnarEngine: MatchingEngine {
    private var state: Owned

    /// An engine that has seen nothing, with the standard policy.
    public init() { self.init(isMatching: true) }

    /// - parameter isMatching: Whether it emits match sets. One that does not is quicker, for who asks which pairs fit.
    public init(isMatching: Bool) { state = Owned(ColumnarMarket(isMatching: isMatching)) }

    /// Takes a fact and emits the match sets that follow from it.
    /// - throws: `FactRefusal`; then nothing has changed, and what earlier facts of the batch touched is evaluated at
    ///   the end of the next.
    public mutating func apply(_ fact: Fact, emit: (MatchSet) -> Void) throws(FactRefusal) {
        try ownedMarket().apply(fact, emit: emit)
    }

    /// Ranks the capabilities for a requirement as it stands now, without emitting anything.
    ///
    /// - parameter ranking: Takes the answer; used again and again, it allocates nothing.
    /// - returns: Whether there is such a requirement and it is open.
    public mutating func rank(_ requirement: Key, into ranking: inout Ranking) -> Bool {
        ownedMarket().rank(requirement, into: &ranking)
    }

    /// Whether a requirement is open.
    public func isOpen(_ requirement: Key) -> Bool { state.market.isOpen(requirement) }

    /// The capabilities that qualify for an open requirement, in the order of their keys, whether ranked or not.
    public mutating func qualifying(for requirement: Key) -> [Key] { ownedMarket().qualifying(for: requirement) }

    /// The open requirements a capability qualifies for, in the order of their keys.
    public mutating func requirements(fitting capability: Key) -> [Key] {
        ownedMarket().requirements(fitting: capability)
    }

    /// Millionths of a dong for one unit of a currency; nil where no rate is known.
    public func dongPerUnit(of currency: Currency) -> Int64? { state.market.rates.dongPerUnit(of: currency) }

    /// The open requirements that compare prices in a currency, in no order.
    public func openRequirements(comparing currency: Currency) -> [Key] {
        state.market.openRequirements(comparing: currency)
    }

    /// The capabilities that are priced in a currency, in no order.
    public func capabilities(pricedIn currency: Currency) -> [Key] { state.market.table.keys(pricedIn: currency) }

    /// An award as it stands; nil where there is none.
    public func award(_ key: Key) -> Award? { state.market.awards[key] }

    /// The key of a capability by its number in a ranking, until the next fact.
    public func capability(_ number: UInt32) -> Key { state.market.table.keys[Int(number)] }

    /// Bytes that capabilities take, but for identifiers: keys, enterprise codes, numbers of certificates.
    public var capabilityByteCount: Int { state.market.table.byteCount }

    private mutating func ownedMarket() -> ColumnarMarket {
        if !isKnownUniquelyReferenced(&state) { state = Owned(state.market.copy()) }
        return state.market
    }

    /// What the engine has folded, for questions. It is folded again each time it is asked for.
    public var market: MarketState { folded(state.market.events) }

    /// What keeps the open demand of a heading from being met. What bears on the requirements that are not met is folded
    /// again for it; most are met, and their plans are known.
    /// - parameter cause: The market record after which it is asked for.
    public func gaps(of heading: HSCode, cause: MarketPosition) -> GapReport {
        let (met, events) = state.market.demand(of: heading)
        return folded(events).gaps(of: heading, cause: cause, met: met)
    }

    /// Of how many requirements `gaps` looks for what would meet them.
    public func unmetRequirementCount(of heading: HSCode) -> Int {
        state.market.requirements.entries(of: heading).count { $0.isOpen && !$0.isMet }
    }

    /// The headings on whose gaps a fact bears, asked before it is applied: of those that anything was ever asked of,
    /// all where it changes the day, a rate or the policy.
    public func headings(touchedBy fact: Fact) -> Set<HSCode> { state.market.headings(touchedBy: fact) }

    private func folded(_ events: [(event: Fact.Event, version: UInt64)]) -> MarketState {
        var market = MarketState()
        for event in events {
            let fact = Fact(
                position: MarketPosition(partition: 0, offset: 0), acceptedAt: state.market.lastAcceptedAt,
                version: event.version, event: event.event)
            // Each event came out of a fact that was taken.
            _ = try? market.apply(fact)
        }
        return market
    }

    /// The market behind one reference, which the engines that share it count.
    private final class Owned: @unchecked Sendable {
        // Only an engine that alone holds it changes it; those that share it read.
        let market: ColumnarMarket
        init(_ market: ColumnarMarket) { self.market = market }
    }
}

extension ColumnarMarket {
    /// Facts that lead to this market, in an order that does not depend on how it came about.
    fileprivate var events: [(event: Fact.Event, version: UInt64)] {
        events(requirements.keys.compactMap { requirements[$0] }) { _ in true }
    }

    /// The open requirements of a heading that their plans meet, and facts that lead to this market as far as they bear
    /// on its others.
    fileprivate func demand(
        of heading: HSCode
    ) -> (met: [MetRequirement], events: [(event: Fact.Event, version: UInt64)]) {
        var met: [MetRequirement] = []
        var others: [RequirementEntry] = []
        for entry in requirements.entries(of: heading) {
            if entry.isMet, let told = entry.told {
                met.append(MetRequirement(requirement: entry.published.value, plan: told.plan))
            } else {
                others.append(entry)
            }
        }
        return (met, events(others) { $0 == heading })
    }

    /// - parameter isWanted: Of which headings capabilities, decisions and awards are wanted.
    private func events(
        _ asked: [RequirementEntry], of isWanted: (HSCode) -> Bool
    ) -> [(event: Fact.Event, version: UInt64)] {
        var events: [(Fact.Event, UInt64)] = [(.policySet(policy), 1)]
        for rate in rates.all { events.append((.ratePublished(rate.currency, dongPerUnit: rate.dongPerUnit), 1)) }
        for published in asked.map(\.published).sorted(by: { $0.value.key < $1.value.key }) {
            events.append((.requirementPublished(published.value), published.version))
        }
        let offered = (0..<UInt32(table.slotCount)).filter {
            table.offers[$0].flags.contains(.isPublished) && isWanted(table.group(of: $0).name.hsCode.headingCode)
        }
        for slot in offered.sorted(by: { table.keys[Int($0)] < table.keys[Int($1)] }) {
            events.append((.capabilityPublished(table.capability(slot)), table.version(of: slot)))
        }
        let examined = table.examined.events { key in table.heading(of: key).map(isWanted) ?? false }
        events.append(contentsOf: examined.map { ($0, 1) })
        for award in awards.values.filter({ isWanted($0.hsCode.headingCode) }).sorted(by: { $0.key < $1.key }) {
            events.append((.awardPublished(award), 1))
        }
        // The day of the last fact, even if nothing else happened.
        events.append((.none, 1))
        return events
    }

    fileprivate func headings(touchedBy fact: Fact) -> Set<HSCode> {
        let isNewDay = Day(ofMilliseconds: fact.acceptedAt) != day
        var headings = isNewDay ? requirements.headings : []
        let own: HSCode?
        switch fact.event {
        case .requirementPublished(let requirement):
            headings.insert(requirement.hsCode.headingCode)
            return headings
        case .requirementWithdrawn(let key): own = requirements[key]?.published.value.hsCode.headingCode
        case .capabilityPublished(let capability): own = capability.hsCode.headingCode
        case .capabilityWithdrawn(let key), .certificateExamined(let key, _, _, _), .statementExamined(let key, _):
            own = table.heading(of: key)
        case .awardPublished(let award): own = award.hsCode.headingCode
        case .awardWithdrawn(let key): own = awards[key]?.hsCode.headingCode
        case .ratePublished, .rateWithdrawn, .policySet: return requirements.headings
        case .none: own = nil
        }
        if let own, requirements.hasHeading(own) { headings.insert(own) }
        return headings
    }
}
