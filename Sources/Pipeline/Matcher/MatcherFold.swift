internal import Contracts
internal import EventLog
internal import Matching
internal import SwiftProtobuf

/// Facts in, match sets and gap reports out: the engine behind the matcher service and behind a replay.
struct MatcherFold: PartitionFold {
    private var engine = ColumnarEngine()
    private var watch = GapWatch()

    mutating func apply(_ read: ReadFact) -> [LogMessage] {
        let (matchSets, headings) = fold(read)
        return matchSets.map { matchSet in
            LogMessage(
                to: .matches, partition: read.fact.position.partition, key: Array(matchSet.requirement.utf8),
                value: bytes(of: matchSet), headers: Self.headers)
        }
            + headings.map { heading in
                let report = WireGapReport(engine.gaps(of: heading, cause: read.fact.position))
                return LogMessage(
                    to: .gaps, partition: 0, key: Array(report.heading.utf8), value: bytes(of: report),
                    headers: Self.headers)
            }
    }

    mutating func restore(_ read: ReadFact) { _ = fold(read) }

    /// The match sets that follow from a fact.
    mutating func matchSets(from read: ReadFact) -> [WireMatchSet] { fold(read).matchSets }

    /// The match sets that follow, and the headings whose gaps are to be told.
    private mutating func fold(_ read: ReadFact) -> (matchSets: [WireMatchSet], headings: [HSCode]) {
        let (wire, fact) = (read.wire, read.fact)
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
    /// Whether it only tells that time has passed.
    fileprivate var isTick: Bool {
        if case .clockTicked = fact { true } else { false }
    }
}
