import Localization

/// The engine for many capabilities: columns of codes, blocks with bounds, and as little examined as the answer allows.
///
/// It emits what the reference engine of `LinkageTesting` emits, match set by match set.
public struct ColumnarEngine: MatchingEngine {
    private var state = Owned(ColumnarMarket())

    /// An engine that has seen nothing, with the standard policy.
    public init() {}

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

    /// The key of a capability by its number in a ranking, until the next fact.
    public func capability(_ number: UInt32) -> Key { state.market.table.keys[Int(number)] }

    /// Bytes that capabilities take, but for identifiers: keys, enterprise codes, numbers of certificates.
    public var capabilityByteCount: Int { state.market.table.byteCount }

    private mutating func ownedMarket() -> ColumnarMarket {
        if !isKnownUniquelyReferenced(&state) { state = Owned(state.market.copy()) }
        return state.market
    }

    /// What the engine has folded, for questions. It is folded again each time it is asked for.
    public var market: MarketState {
        var market = MarketState()
        for event in state.market.events {
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
        var events: [(Fact.Event, UInt64)] = [(.policySet(policy), 1)]
        for rate in rates.all { events.append((.ratePublished(rate.currency, dongPerUnit: rate.dongPerUnit), 1)) }
        for key in requirements.keys.sorted() {
            guard let published = requirements[key]?.published else { continue }
            events.append((.requirementPublished(published.value), published.version))
        }
        for key in table.keys.sorted() {
            guard let slot = table.publishedSlot(of: key) else { continue }
            events.append((.capabilityPublished(table.capability(slot)), table.version(of: slot)))
        }
        events.append(contentsOf: table.examined.events.map { ($0, 1) })
        for key in awards.keys.sorted() { if let award = awards[key] { events.append((.awardPublished(award), 1)) } }
        // The day of the last fact, even if nothing else happened.
        events.append((.none, 1))
        return events
    }
}
