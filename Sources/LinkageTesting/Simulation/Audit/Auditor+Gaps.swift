internal import Contracts
internal import EventLog
internal import Matching
internal import Pipeline
internal import SwiftProtobuf

extension Auditor {
    /// `linkage-gaps` holds what the reference engine finds at each report's place, once, not too often, and of each
    /// heading what holds at the end.
    mutating func auditGaps() {
        let reports = log.records(of: .gaps).compactMap { try? WireGapReport(serializedBytes: $0.value ?? []) }
        for (number, partition) in facts.enumerated() {
            let ofPartition = reports.filter { $0.marketPartition == number }
            let ofOffset = Dictionary(grouping: ofPartition, by: \.marketOffset)
            var engine = AuditingEngine()
            for (fact, position) in partition {
                try? engine.apply(Fact(fact, at: position)) { _ in }
                for report in ofOffset[position.offset] ?? [] where report != engine.market.report(like: report) {
                    find("gaps are what the engine finds", "\(report.heading) at \(position)")
                }
            }
            for (heading, told) in Dictionary(grouping: ofPartition, by: \.heading).sorted(by: { $0.key < $1.key }) {
                audit(told, of: heading, engine.market, endingAt: partition.last?.fact.acceptedAt ?? 0)
            }
            for heading in partition.compactMap(\.fact.headingAsked)
            where !ofPartition.contains(where: { $0.heading == heading }) {
                find("the gaps of every heading are told", heading)
            }
        }
    }

    private mutating func audit(
        _ told: [WireGapReport], of heading: String, _ market: MarketState, endingAt end: Int64
    ) {
        for (report, next) in zip(told, told.dropFirst()) where next.asOf - report.asOf < PipelineLimits.gapMilliseconds
        {
            find("gaps are told at most once a minute", "\(heading) at \(next.marketOffset)")
        }
        guard let last = told.last, end - last.asOf >= PipelineLimits.gapMilliseconds else { return }
        var now = market.report(like: last)
        now?.asOf = last.asOf
        if now != last { find("gaps are told when something changed", "\(heading) at the end") }
    }
}

extension MarketState {
    /// The report of the same heading, at the same place, as the market stands; nil where it is of no heading.
    fileprivate func report(like report: WireGapReport) -> WireGapReport? {
        let cause = MarketPosition(partition: report.marketPartition, offset: report.marketOffset)
        return HSCode(report.heading).map { WireGapReport(gaps(of: $0, cause: cause)) }
    }
}

extension WireMarketFact {
    /// The heading of a requirement.
    fileprivate var headingAsked: String? {
        guard case .requirement(let accepted) = fact else { return nil }
        return String(accepted.published.hsCode.prefix(4))
    }
}
