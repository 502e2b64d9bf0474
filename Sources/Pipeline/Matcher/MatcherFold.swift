internal import Contracts
internal import EventLog
internal import Matching
internal import SwiftProtobuf

/// Facts in, match sets out: the engine behind the matcher service and behind a replay.
struct MatcherFold: PartitionFold {
    private let partition: Int32
    private var engine = ColumnarEngine()

    init(partition: Int32) { self.partition = partition }

    mutating func apply(_ record: Record) -> [LogMessage] {
        matchSets(from: record).map { matchSet in
            LogMessage(
                to: .matches, partition: partition, key: Array(matchSet.requirement.utf8),
                value: bytes(of: matchSet), headers: [Header("content-type", "application/protobuf")])
        }
    }

    /// The match sets that follow from a record of the market.
    mutating func matchSets(from record: Record) -> [WireMatchSet] {
        guard let fact = WireMarketFact(record) else { return [] }
        var matchSets: [WireMatchSet] = []
        // A fact the engine does not take changes nothing: intake never writes one.
        try? engine.apply(Fact(fact, at: record.position)) { matchSets.append(WireMatchSet($0)) }
        return matchSets
    }
}

extension WireMarketFact {
    /// The fact in a record of the market; nil where it can't be read.
    init?(_ record: Record) {
        guard let value = record.value, let fact = try? WireMarketFact(serializedBytes: value) else { return nil }
        self = fact
    }
}
