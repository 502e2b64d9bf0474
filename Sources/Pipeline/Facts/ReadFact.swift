internal import Contracts
internal import EventLog
internal import Matching

/// A record of the market, decoded. Records can be read in any order and at the same time.
struct ReadFact: Sendable {
    let wire: WireMarketFact
    /// The engine's view of it.
    let fact: Fact

    /// Reads a record; nil where it can't be read.
    init?(_ record: Record) {
        guard let wire = WireMarketFact(record) else { return nil }
        self.wire = wire
        fact = Fact(wire, at: record.position)
    }
}
