import LinkageTesting
import Matching
import Testing

/// An engine that is told one thing after another, and what it said.
struct Trial {
    private var engine = ReferenceEngine()
    var market: MarketState { engine.market }
    /// What the last fact made it emit.
    private(set) var lastEmitted: [MatchSet] = []
    private var offset: Int64 = 0
    var day = today

    init() {}

    /// A market of these requirements and capabilities.
    init(_ requirements: [Requirement], _ capabilities: [Capability]) throws {
        for requirement in requirements { try tell(.requirementPublished(requirement)) }
        for capability in capabilities { try tell(.capabilityPublished(capability)) }
    }

    /// A market of the sample requirement, changed, and these capabilities.
    init(_ capabilities: Capability..., asking change: (inout Requirement) -> Void = { _ in }) throws {
        try self.init([requirement("R", change)], capabilities)
    }

    mutating func tell(_ event: Fact.Event, version: UInt64 = 1, isEndOfBatch: Bool = true) throws {
        var emitted: [MatchSet] = []
        let fact = Fact(
            position: MarketPosition(partition: 0, offset: offset),
            acceptedAt: (Int64(day.number) * 24 - 7) * 3_600_000, version: version, isEndOfBatch: isEndOfBatch,
            event: event)
        offset += 1
        try engine.apply(fact) { emitted.append($0) }
        lastEmitted = emitted
    }

    func matchSet(_ requirement: Key = Key("buyer/R")) throws -> MatchSet {
        try #require(engine.market.matchSet(of: requirement, cause: MarketPosition(partition: 0, offset: offset)))
    }

    func outcome(_ requirement: Key = Key("buyer/R")) throws -> MatchSet.Outcome { try matchSet(requirement).outcome }

    func plan() throws -> SupplyPlan { try outcome().plan }

    /// The suppliers' letters, best first.
    func ranking() throws -> [String] { try outcome().matches.map { letter($0.capability) } }

    func explanation(of capability: Key = Key("supplier-A/1")) throws -> Explanation {
        try #require(engine.market.explain(requirement: Key("buyer/R"), capability: capability))
    }

    /// The reasons for which a capability does not qualify.
    func reasons(of capability: Key = Key("supplier-A/1")) throws -> [Reason] {
        try explanation(of: capability).findings.filter { !$0.holds }.map(\.reason)
    }

    func nearMiss(of capability: Key = Key("supplier-A/1")) throws -> NearMiss? {
        try explanation(of: capability).nearMiss
    }
}

func letter(_ capability: Key) -> String { String(capability.owner.split(separator: "-").last ?? "") }

/// The reasons for which a capability does not qualify for a requirement.
func reasons(
    asking: Requirement = requirement(), offering: (inout Capability) -> Void = { _ in }
) throws -> [Reason] {
    try Trial([asking], [capability("A", offering)]).reasons()
}
