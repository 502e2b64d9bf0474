/// The engine as its rules are written: every candidate of a touched requirement is examined each time, unless what
/// touched it can't have changed the outcome.
public struct DirectEngine: MatchingEngine {
    /// What has been folded, for questions.
    public private(set) var market = MarketState()
    private var marked: [Key: Mark] = [:]
    private var emitted: [Key: MatchSet.Outcome] = [:]

    /// What touched a requirement since it was last evaluated.
    private enum Mark {
        /// Changes of these capabilities, and nothing else.
        case capabilities(Set<Key>)
        case anything
    }

    /// An engine that has seen nothing, with the standard policy.
    public init() {}

    /// Takes a fact and emits the match sets that follow from it.
    ///
    /// - throws: `FactRefusal`; then nothing has changed, and what earlier facts of the batch touched is evaluated at
    ///   the end of the next.
    public mutating func apply(_ fact: Fact, emit: (MatchSet) -> Void) throws(FactRefusal) {
        let touched = try market.apply(fact)
        mark(touched)
        if let key = touched.published {
            marked[key] = nil
            tell(key, at: fact, emit: emit)
        }
        if let requirement = touched.withdrawn {
            marked[requirement.key] = nil
            emitted[requirement.key] = nil
            emit(market.withdrawnSet(of: requirement, version: fact.version, cause: fact.position))
        }
        if fact.isEndOfBatch { evaluateMarked(at: fact, emit: emit) }
    }

    private mutating func mark(_ touched: MarketState.Touched) {
        for key in touched.others {
            switch (marked[key], touched.capability) {
            case (nil, let capability?): marked[key] = .capabilities([capability])
            case (.capabilities(var capabilities)?, let capability?):
                marked[key] = nil
                capabilities.insert(capability)
                marked[key] = .capabilities(capabilities)
            case (_, nil), (.anything?, _): marked[key] = .anything
            }
        }
    }

    private mutating func evaluateMarked(at fact: Fact, emit: (MatchSet) -> Void) {
        for (key, mark) in marked.sorted(by: { $0.key < $1.key }) where mayChange(key, by: mark) {
            tell(key, ifOtherThan: emitted[key], at: fact, emit: emit)
        }
        marked.removeAll(keepingCapacity: true)
    }

    private func mayChange(_ key: Key, by mark: Mark) -> Bool {
        guard case .capabilities(let changed) = mark, let last = emitted[key] else { return true }
        return market.mayChange(last, of: key, by: changed)
    }

    private mutating func tell(
        _ key: Key, ifOtherThan last: MatchSet.Outcome? = nil, at fact: Fact, emit: (MatchSet) -> Void
    ) {
        guard let matchSet = market.matchSet(of: key, cause: fact.position), matchSet.outcome != last else { return }
        emitted[key] = matchSet.outcome
        emit(matchSet)
    }
}
