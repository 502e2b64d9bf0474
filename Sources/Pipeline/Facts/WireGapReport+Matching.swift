package import Contracts
package import Matching
internal import SwiftProtobuf

extension WireGapReport {
    /// A gap report as it travels.
    package init(_ report: GapReport) {
        self.init()
        heading = report.heading.description
        engineVersion = matchingEngineVersion
        marketPartition = report.cause.partition
        marketOffset = report.cause.offset
        asOf = report.asOf
        currencyCode = report.currency
        demand = WireDemandPart(report.demand)
        unmet = WireDemandPart(report.unmet)
        unlocks = report.unlocks.map { unlock in
            .with {
                $0.reason = unlock.reason.rawValue
                $0.subjects = unlock.subjects
                $0.suppliers = UInt32(clamping: unlock.suppliers)
                $0.most = unlock.most
                $0.part = WireDemandPart(unlock.part)
            }
        }
    }
}

extension WireDemandPart {
    fileprivate init(_ part: GapReport.Part) {
        self.init()
        requirements = UInt32(clamping: part.requirements)
        firms = UInt32(clamping: part.firms)
        amount = part.amount
        unvalued = UInt32(clamping: part.unvalued)
    }
}
