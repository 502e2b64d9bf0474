public import Contracts
internal import SwiftProtobuf

extension HistoryReader {
    /// Adds the awards that are not withdrawn to a package, in the order of their keys.
    /// - parameter owner: Only those of this buyer.
    public func awardPackage(_ empty: AwardPackage, owner: String? = nil) throws -> AwardPackage {
        var package = empty
        var names: [String: String] = [:]
        try forEach(.profiles) { entry in
            let profile = try entry.decoded(as: WireProfileAccepted.self).published
            names[profile.owner] = profile.name
        }
        try forEach(.awards) { entry in
            guard owner == nil || owner == History.owner(of: entry.key) else { return }
            let award = try entry.decoded(as: WireAwardAccepted.self)
            let requirement = try subject(.requirements, award.published.requirement)
            package.add(
                award, version: entry.version, acceptedAt: entry.acceptedAt,
                requirement: try requirement?.decoded(as: WireRequirementAccepted.self), name: { names[$0] })
        }
        return package
    }
}
