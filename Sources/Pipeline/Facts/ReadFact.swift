internal import Contracts
internal import EventLog
internal import Matching
internal import SwiftProtobuf

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

extension WireMarketFact {
    /// The fact in a record of the market; nil where it can't be read.
    init?(_ record: Record) {
        guard let value = record.value, let fact = try? WireMarketFact(serializedBytes: value) else { return nil }
        self = fact
    }
}
