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
        let delivery = row.delivery(number: 0)
        for entry in row.entries where entry.stage == .realised || !entry.capability.isEmpty {
            let isAward = entry.stage == .realised
            let key = Key(capability: entry.capability, award: isAward ? entry.part : "")
            if entry.isCurrent {
                uses[key] = CapacityUse(load: entry.load(of: delivery), cut: entry.cut)
            } else if uses[key] == nil {
                uses[key] = CapacityUse(
                    load: JointFeasibility.Load(requirement: 0, quantity: 0, firstDay: 0, lastDay: 0))
            }
        }
        return uses
    }
}

extension MetricEntry {
    /// What it takes of its capability: an award over its own days, a plan over those of the delivery.
    func load(of delivery: JointFeasibility.Load) -> JointFeasibility.Load {
        let isAward = stage == .realised
        return JointFeasibility.Load(
            requirement: delivery.requirement, quantity: quantity, firstDay: isAward ? firstDay : delivery.firstDay,
            lastDay: isAward ? lastDay : delivery.lastDay)
    }
}

extension PlacedRequirement {
    /// The days over which what is planned of it is made; of nothing yet.
    /// - parameter number: The requirement's, among those that share.
    func delivery(number: Int) -> JointFeasibility.Load {
        JointFeasibility.Load(requirement: number, quantity: 0, firstDay: firstDay, lastDay: lastDay)
    }
}
