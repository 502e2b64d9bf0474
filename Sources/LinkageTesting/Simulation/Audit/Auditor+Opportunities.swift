internal import Contracts
internal import EventLog
internal import Pipeline
internal import SwiftProtobuf

extension Auditor {
    /// A supplier hears of a version of a requirement once, and of its end once, after it was told of it.
    mutating func auditOpportunities() {
        var told: [String: WireOpportunity] = [:]
        for record in log.records(of: .opportunities) {
            let json = String(decoding: record.value ?? [], as: UTF8.self)
            guard let opportunity = try? WireOpportunity(jsonString: json) else {
                find("an opportunity can be read", "\(record.position)")
                continue
            }
            let pair = "\(opportunity.supplier) \(opportunity.requirement)"
            let isEndOfNothing = opportunity.status == .ended && told[pair]?.status != .open
            let isRepeat =
                opportunity.status == .open && told[pair]?.status == .open
                && opportunity.requirementVersion <= told[pair]?.requirementVersion ?? 0
            if isEndOfNothing || isRepeat {
                find("an opportunity is told exactly once", "\(pair) v\(opportunity.requirementVersion) again")
            }
            told[pair] = opportunity
        }
    }
}
