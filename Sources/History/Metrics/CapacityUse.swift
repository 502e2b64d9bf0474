/// What a plan or an award of a requirement takes of a capability now.
struct CapacityUse: Equatable {
    let load: JointFeasibility.Load
    /// What of a plan the capability can't make beside the others.
    var cut: Int64 = 0

    /// Which.
    struct Key: Hashable, Comparable {
        let capability: String
        /// The award; empty for the plan.
        let award: String

        static func < (a: Key, b: Key) -> Bool { (a.capability, a.award) < (b.capability, b.award) }
    }

    /// What the entries of a requirement name. What counts no longer takes nothing.
    static func uses(in row: MetricRow) -> [Key: CapacityUse] {
        var uses: [Key: CapacityUse] = [:]
        for entry in row.entries where entry.stage == .realised || !entry.capability.isEmpty {
            let isAward = entry.stage == .realised
            let key = Key(capability: entry.capability, award: isAward ? entry.part : "")
            if entry.isCurrent {
                uses[key] = CapacityUse(load: entry.load(for: row), cut: entry.cut)
            } else if uses[key] == nil {
                uses[key] = CapacityUse(
                    load: JointFeasibility.Load(requirement: row.requirement, quantity: 0, firstDay: 0, lastDay: 0))
            }
        }
        return uses
    }
}

extension MetricEntry {
    /// What it takes of its capability: an award over its own days, a plan over those of the delivery.
    func load(for row: some PlacedRequirement) -> JointFeasibility.Load {
        let isAward = stage == .realised
        return JointFeasibility.Load(
            requirement: row.requirement, quantity: quantity, firstDay: isAward ? firstDay : row.firstDay,
            lastDay: isAward ? lastDay : row.lastDay)
    }
}
