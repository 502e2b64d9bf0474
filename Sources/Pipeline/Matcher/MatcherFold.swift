internal import Contracts
internal import EventLog
internal import Matching
internal import SwiftProtobuf

/// Facts in, match sets and gap reports out: the engine behind the matcher service and behind a replay.
struct MatcherFold: PartitionFold {
    private let partition: Int32
    private var engine = ColumnarEngine()
    private var watch = GapWatch()

    init(partition: Int32) { self.partition = partition }

    mutating func apply(_ record: Record) -> [LogMessage] {
        let (matchSets, headings) = fold(record)
        let cause = MarketPosition(partition: partition, offset: record.position.offset)
        return matchSets.map { matchSet in
            LogMessage(
                to: .matches, partition: partition, key: Array(matchSet.requirement.utf8),
                value: bytes(of: matchSet), headers: Self.headers)
        }
            + headings.map { heading in
                let report = WireGapReport(engine.gaps(of: heading, cause: cause))
                return LogMessage(
                    to: .gaps, partition: 0, key: Array(report.heading.utf8), value: bytes(of: report),
                    headers: Self.headers)
            }
    }

    mutating func restore(_ record: Record) { _ = fold(record) }

    /// The match sets that follow from a record of the market.
    mutating func matchSets(from record: Record) -> [WireMatchSet] { fold(record).matchSets }

    /// The match sets that follow, and the headings whose gaps are to be told.
    private mutating func fold(_ record: Record) -> (matchSets: [WireMatchSet], headings: [HSCode]) {
        guard let wire = WireMarketFact(record) else { return ([], []) }
        let fact = Fact(wire, at: record.position)
        var matchSets: [WireMatchSet] = []
        watch.note(engine.headings(touchedBy: fact), at: fact.acceptedAt, isTick: wire.isTick)
        // A fact the engine does not take changes nothing: intake never writes one.
        try? engine.apply(fact) { matchSets.append(WireMatchSet($0)) }
        guard fact.isEndOfBatch else { return (matchSets, []) }
        return (matchSets, watch.due(at: fact.acceptedAt) { engine.unmetRequirementCount(of: $0) })
    }

    private static let headers = [Header("content-type", "application/protobuf")]
}

extension WireMarketFact {
    /// The fact in a record of the market; nil where it can't be read.
    init?(_ record: Record) {
        guard let value = record.value, let fact = try? WireMarketFact(serializedBytes: value) else { return nil }
        self = fact
    }

    /// Whether it only tells that time has passed.
    fileprivate var isTick: Bool {
        if case .clockTicked = fact { true } else { false }
    }
}
