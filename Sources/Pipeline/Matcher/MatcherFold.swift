internal import Contracts
internal import EventLog
internal import Matching
internal import SwiftProtobuf

/// Facts in, match sets and gap reports out: the engine behind the matcher service and behind a replay.
struct MatcherFold: PartitionFold {
    enum Output {
        case matchSet(MatchSet)
        case gaps(GapReport)
    }

    private var engine = ColumnarEngine()
    private var watch = GapWatch()

    mutating func apply(_ read: ReadFact) -> [Output] {
        let (matchSets, headings) = fold(read)
        return matchSets.map { .matchSet($0) }
            + headings.map { .gaps(engine.gaps(of: $0, cause: read.fact.position)) }
    }

    mutating func restore(_ read: ReadFact) { _ = fold(read) }

    /// The match sets that follow from a fact.
    mutating func matchSets(from read: ReadFact) -> [MatchSet] { fold(read).matchSets }

    /// The match sets that follow, and the headings whose gaps are to be told.
    private mutating func fold(_ read: ReadFact) -> (matchSets: [MatchSet], headings: [HSCode]) {
        let (wire, fact) = (read.wire, read.fact)
        var matchSets: [MatchSet] = []
        watch.note(engine.headings(touchedBy: fact), at: fact.acceptedAt, isTick: wire.isTick)
        // A fact the engine does not take changes nothing: intake never writes one.
        try? engine.apply(fact) { matchSets.append($0) }
        guard fact.isEndOfBatch else { return (matchSets, []) }
        return (matchSets, watch.due(at: fact.acceptedAt) { engine.unmetRequirementCount(of: $0) })
    }

    static func message(_ output: Output) -> LogMessage {
        switch output {
        case .matchSet(let matchSet):
            LogMessage(
                to: .matches, partition: matchSet.cause.partition, key: Array(matchSet.requirement.text.utf8),
                value: bytes(of: WireMatchSet(matchSet)), headers: headers)
        case .gaps(let report):
            LogMessage(
                to: .gaps, partition: 0, key: Array(report.heading.description.utf8),
                value: bytes(of: WireGapReport(report)), headers: headers)
        }
    }

    private static let headers = [Header("content-type", "application/protobuf")]
}

extension WireMarketFact {
    /// Whether it only tells that time has passed.
    fileprivate var isTick: Bool {
        if case .clockTicked = fact { true } else { false }
    }
}
