public import Matching

/// The engine as its rules are written: every candidate of a touched requirement is examined each time. Others are held
/// against it.
///
///     var engine = ReferenceEngine()
///     try engine.apply(fact) { matchSet in … }
public struct ReferenceEngine: MatchingEngine {
    /// What has been folded, for questions.
    public private(set) var market = MarketState()
    private var marked: Set<Key> = []
    private var emitted: [Key: MatchSet.Outcome] = [:]

    /// An engine that has seen nothing, with the standard policy.
    public init() {}

    /// Takes a fact and emits the match sets that follow from it.
    ///
    /// - throws: `FactRefusal`; then nothing has changed, and what earlier facts of the batch touched is evaluated at
    ///   the end of the next.
    public mutating func apply(_ fact: Fact, emit: (MatchSet) -> Void) throws(FactRefusal) {
        let touched = try market.apply(fact)
        marked.formUnion(touched.others)
        if let key = touched.published {
            marked.remove(key)
            tell(key, at: fact, emit: emit)
        }
        if let requirement = touched.withdrawn {
            marked.remove(requirement.key)
            emitted[requirement.key] = nil
            emit(market.withdrawnSet(of: requirement, version: fact.version, cause: fact.position))
        }
        if fact.isEndOfBatch { evaluateMarked(at: fact, emit: emit) }
    }

    private mutating func evaluateMarked(at fact: Fact, emit: (MatchSet) -> Void) {
        for key in marked.sorted() { tell(key, ifOtherThan: emitted[key], at: fact, emit: emit) }
        marked.removeAll(keepingCapacity: true)
    }

    private mutating func tell(
        _ key: Key, ifOtherThan last: MatchSet.Outcome? = nil, at fact: Fact, emit: (MatchSet) -> Void
    ) {
        guard let matchSet = market.matchSet(of: key, cause: fact.position), matchSet.outcome != last else { return }
        emitted[key] = matchSet.outcome
        emit(matchSet)
    }
}
