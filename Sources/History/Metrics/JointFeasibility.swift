internal import Localization

/// How much of what several plans take from one capability it can make for all: the plans in the order of their
/// requirements' keys, each taking up capacity as an award would.
struct JointFeasibility {
    /// Millionths of the unit made in 30 days.
    let capacityPerMonth: Int64
    /// What is taken already.
    private(set) var loads: [Load]

    /// A quantity that is made over some days.
    struct Load {
        let requirement: String
        let quantity: Int64
        let firstDay: Int32
        let lastDay: Int32

        fileprivate var days: Int128 { Int128(lastDay) - Int128(firstDay) + 1 }

        /// The part that falls into other days, rounded up.
        fileprivate func share(of other: Load) -> Int128 {
            let overlap = Int128(min(lastDay, other.lastDay)) - Int128(max(firstDay, other.firstDay)) + 1
            guard overlap > 0, days > 0 else { return 0 }
            return (Int128(quantity) * overlap + days - 1) / days
        }
    }

    /// A capability and the awards that reserve it.
    init(capacityPerMonth: Int64, awards: [Load]) {
        self.capacityPerMonth = capacityPerMonth
        loads = awards
    }

    /// Grants a plan what is left over its days, and takes that up. An award to the same requirement does not count
    /// against it.
    mutating func grant(_ wanted: Load) -> Int64 {
        let capacity = Int128(capacityPerMonth) * max(wanted.days, 0) / 30
        let taken = loads.reduce(Int128(0)) {
            $1.requirement == wanted.requirement ? $0 : $0 + $1.share(of: wanted)
        }
        let granted = min(wanted.quantity, Int64(clamping: max(0, capacity - taken)))
        guard granted > 0 else { return 0 }
        loads.append(
            Load(
                requirement: wanted.requirement, quantity: granted, firstDay: wanted.firstDay, lastDay: wanted.lastDay))
        return granted
    }

    /// What the allocations of one capability lose, each as an entry to take off the potential.
    /// - parameter allocations: In the order of their requirements' keys.
    static func cuts(
        capacityPerMonth: Int64, awards: [MetricEntry], allocations: [(entry: MetricEntry, place: MetricPlace)]
    ) -> [MetricEntry] {
        var feasibility = JointFeasibility(
            capacityPerMonth: capacityPerMonth,
            awards: awards.map {
                Load(
                    requirement: $0.requirement, quantity: $0.quantity, firstDay: $0.firstDay, lastDay: $0.lastDay)
            })
        return allocations.compactMap { entry, place in
            let granted = feasibility.grant(
                Load(
                    requirement: entry.requirement, quantity: entry.quantity, firstDay: place.firstDay,
                    lastDay: place.lastDay))
            guard granted < entry.quantity else { return nil }
            var cut = entry
            cut.stage = .cut
            cut.position = 0
            cut.fromDay = 0
            cut.quantity = entry.quantity - granted
            let amount = (Int128(entry.amount) * Int128(cut.quantity))
                .divided(by: Int128(entry.quantity), rounding: .halfEven)
            cut.amount = amount.flatMap { Int64(exactly: $0) } ?? entry.amount
            return cut
        }
    }
}
