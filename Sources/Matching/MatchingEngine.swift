/// A deterministic fold: facts in, match sets out. No clock, no randomness, no input or output.
///
///     var engine = ColumnarEngine()
///     try engine.apply(fact) { matchSet in … }
///
/// A requirement that is itself published or changed gets its match set at once; others that a fact touches are marked
/// and evaluated at the end of the batch, in key order, and emitted only if their outcome changed.
public protocol MatchingEngine: Sendable {
    /// An engine that has seen nothing, with the standard policy.
    init()

    /// Takes a fact and emits the match sets that follow from it.
    /// - throws: `FactRefusal`; then nothing has changed.
    mutating func apply(_ fact: Fact, emit: (MatchSet) -> Void) throws(FactRefusal)

    /// What the engine has folded, for questions.
    var market: MarketState { get }
}

/// The version of the rules. A change of any outcome on equal facts raises it.
public let matchingEngineVersion: UInt32 = 1

/// Why a fact was not taken.
public enum FactRefusal: String, Sendable, Error {
    /// Its `acceptedAt` is earlier than that of a fact before it.
    case acceptedAtDecreased
    /// A code, quantity, price, tier or share is not as intake lets it through: quantities and prices are above 0,
    /// tiers begin at rising quantities, shares do not exceed the whole, a requirement's code has six digits.
    case malformed
}
