internal import Contracts
internal import EventLog
public import History
public import Matching
internal import SwiftProtobuf

/// Answers questions of a pair from the cache, by the same check that made the match sets.
public struct Explainer: Sendable {
    private let cache: HistoryCache

    /// An explainer over a cache.
    public init(cache: HistoryCache) { self.cache = cache }

    /// Explains a pair as the market stands in the cache; nil where either is unknown or withdrawn.
    public func explain(requirement: String, capability: String) async throws -> Explanation? {
        try await cache.read { reader in
            try MarketState(of: requirement, and: capability, in: reader)?
                .explain(requirement: Key(requirement), capability: Key(capability))
        }
    }

    /// Explains the capabilities of a requirement's heading, in the order of their keys; none where the requirement is
    /// unknown or withdrawn.
    /// - parameter supplier: Only those of this enterprise.
    public func explainAll(
        requirement: String, ofSupplier supplier: String? = nil, limit: Int
    ) async throws -> [Explanation] {
        try await cache.read { reader in
            guard let asked = try reader.subject(.requirements, requirement), !asked.isWithdrawn else { return [] }
            var filter = HistoryReader.SubjectFilter()
            filter.owner = supplier
            filter.hsPrefix = String(
                try asked.decoded(as: WireRequirementAccepted.self).published.hsCode.prefix(4))
            filter.limit = limit
            let capabilities = try reader.subjects(.capabilities, filter).map(\.key)
            guard let any = capabilities.first,
                let market = try MarketState(of: requirement, and: any, in: reader)
            else { return [] }
            return capabilities.compactMap { market.explain(requirement: Key(requirement), capability: Key($0)) }
        }
    }
}

extension MarketState {
    /// The part of the market that bears on a requirement: its heading's capabilities and awards, rates and policy.
    fileprivate init?(of requirement: String, and capability: String, in reader: HistoryReader) throws {
        guard let asked = try reader.subject(.requirements, requirement), !asked.isWithdrawn,
            let offered = try reader.subject(.capabilities, capability), !offered.isWithdrawn
        else { return nil }
        self.init()
        let heading = String(try asked.decoded(as: WireRequirementAccepted.self).published.hsCode.prefix(4))
        var facts = try reader.marketFacts(ofHeading: heading, and: capability)
        facts.append(try offered.fact())
        let now = try reader.marketTime(partition: asked.marketPartition)
        if let policy = now.policy { facts.insert(.with { $0.policySet = policy }, at: 0) }
        for var fact in facts {
            fact.acceptedAt = now.acceptedAt
            _ = try apply(Fact(fact, at: Position(TopicPartition(.market, asked.marketPartition), offset: 0)))
        }
    }
}

extension HistoryReader {
    /// What the keys of a heading last said, as facts, with the rates and verifications that bear on them.
    fileprivate func marketFacts(ofHeading heading: String, and capability: String) throws -> [WireMarketFact] {
        var ofHeading = SubjectFilter.all
        ofHeading.hsPrefix = heading
        let published: [WireMarketFact] = try [
            (.capabilities, ofHeading), (.requirements, ofHeading), (.awards, ofHeading),
        ].flatMap { subject, filter in try subjects(subject, filter).map { try $0.fact() } }
        let rates = try ratesInForce().map { currency, dongPerUnit in
            WireMarketFact.with {
                $0.exchangeRate = .with { ($0.published.currencyCode, $0.inForce) = (currency, dongPerUnit) }
            }
        }
        let capabilities = published.filter { $0.capability.hasPublished }.map(\.key)
        return try rates + published + decisions(onThoseOf: Set(capabilities + [capability]))
    }

    /// What officials decided, in that order, without decisions on statements that others have taken the place of, or that are
    /// of other capabilities than some.
    private func decisions(onThoseOf capabilities: Set<String>) throws -> [WireMarketFact] {
        try subjects(.verifications, .all)
            .sorted { ($0.acceptedAt, $0.marketOffset, $0.key) < ($1.acceptedAt, $1.marketOffset, $1.key) }
            .map { try $0.fact() }
            .filter { fact in
                guard case .statement(let capability) = fact.verification.published.subject else { return true }
                guard capabilities.contains(capability) else { return false }
                let standing = try statementStanding(of: capability)
                return standing == .verified || standing == .refused
            }
    }
}

extension SubjectEntry {
    /// The fact that made the entry, without origin.
    fileprivate func fact() throws -> WireMarketFact {
        var fact = WireMarketFact()
        fact.key = key
        fact.version = version
        switch subject {
        case .profiles: fact.profile = try decoded(as: WireProfileAccepted.self)
        case .requirements: fact.requirement = try decoded(as: WireRequirementAccepted.self)
        case .products: fact.product = try decoded(as: WireProductAccepted.self)
        case .awards: fact.award = try decoded(as: WireAwardAccepted.self)
        case .capabilities: fact.capability = try decoded(as: WireCapabilityAccepted.self)
        case .quotes: fact.quote = try decoded(as: WireQuoteAccepted.self)
        case .subscriptions: fact.subscription = try decoded(as: WireSubscriptionAccepted.self)
        case .verifications: fact.verification = try decoded(as: WireVerificationAccepted.self)
        case .rates: fact.exchangeRate = try decoded(as: WireExchangeRateAccepted.self)
        }
        return fact
    }
}
