import LinkageTesting
import Matching

/// An engine after some facts, and everything it emitted.
struct Recording {
    private var engine = ReferenceEngine()
    var market: MarketState { engine.market }
    private(set) var emitted: [MatchSet] = []

    private var last: Fact?

    init(of facts: [Fact]) throws {
        for fact in facts { try take(fact) }
    }

    /// Adds an event at the time of the last fact.
    mutating func add(_ event: Fact.Event) throws {
        try take(
            Fact(
                position: MarketPosition(partition: 0, offset: (last?.position.offset ?? 0) + 1),
                acceptedAt: last?.acceptedAt ?? 0, event: event))
    }

    private mutating func take(_ fact: Fact) throws {
        var emitted: [MatchSet] = []
        try engine.apply(fact) { emitted.append($0) }
        self.emitted += emitted
        last = fact
    }

    /// What was last said of each requirement that is still there.
    var current: [Key: MatchSet.Outcome] {
        var outcomes: [Key: MatchSet.Outcome] = [:]
        for matchSet in emitted {
            outcomes[matchSet.requirement] = matchSet.outcome.status == .withdrawn ? nil : matchSet.outcome
        }
        return outcomes
    }
}
