public import Contracts
internal import GRDB
internal import SwiftProtobuf

extension HistoryReader {
    /// What keeps the demand of each heading from being met, most unmet first: the last report of the matcher.
    /// - parameter prefix: The first digits of the headings' codes.
    public func gaps(ofHeadings prefix: String = "", limit: Int = .max) throws -> [WireGapReport] {
        try Row.fetchAll(
            statement(
                """
                SELECT message FROM gap_report WHERE heading >= :prefix AND heading < :prefix || ':'
                ORDER BY unmet_amount DESC, heading LIMIT :limit
                """),
            arguments: ["prefix": prefix, "limit": limit]
        ).map { row in
            let message: Blob = row[0]
            return try WireGapReport(serializedBytes: message)
        }
    }
}

extension WireGapReport {
    /// The report as it may be published: figures over fewer than three firms would reveal one.
    ///
    /// The unmet demand is a part of the whole: where only one of both is over few firms, both are suppressed.
    public var published: WireGapReport {
        var report = self
        if min(demand.firmsWithAmount, unmet.firmsWithAmount) < PublishedMetrics.firmsMin {
            report.clearDemand()
            report.clearUnmet()
        }
        report.unlocks = unlocks.map { unlock in
            var unlock = unlock
            if min(unlock.part.firmsWithAmount, unlock.suppliers) < PublishedMetrics.firmsMin {
                unlock.clearPart()
                unlock.suppliers = 0
                unlock.most = 0
            }
            return unlock
        }
        return report
    }
}

extension WireDemandPart {
    /// Of how many firms at least something is in the amount: who adds nothing to it hides nobody.
    fileprivate var firmsWithAmount: UInt32 { firms - min(firms, unvalued) }
}
