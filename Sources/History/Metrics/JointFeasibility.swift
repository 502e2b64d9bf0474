internal import Localization

/// How much of what several plans take from one capability it can make for all: the plans in the order of their
/// requirements' keys, each taking up capacity as an award would.
struct JointFeasibility {
    /// Millionths of the unit made in 30 days.
    let capacityPerMonth: Int64
    /// What is taken already.
    private(set) var loads: [Load]

    /// A quantity that is made over some days.
    struct Load: Equatable {
        /// The number of its requirement among those that share.
        let requirement: Int
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
        let capacity = Self.capacity(capacityPerMonth, days: wanted.days)
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

    /// How much of each of several plans one capability can't make. Nothing, where their total fits.
    /// - parameter plans: In the order of their requirements' keys.
    static func cuts(capacityPerMonth: Int64, awards: [Load], plans: [Load]) -> [Int64] {
        var feasibility = JointFeasibility(capacityPerMonth: capacityPerMonth, awards: awards)
        return plans.map { $0.quantity - feasibility.grant($0) }
    }

    /// All that is taken of a capability.
    struct Total {
        private var quantity: Int128 = 0
        private var shortestPlanDays = Int128.max

        mutating func add(_ load: Load, isAward: Bool) {
            add(quantity: load.quantity, days: isAward ? nil : load.days)
        }

        /// Adds a quantity, and over how many days it is made if it is a plan's.
        mutating func add(quantity: Int64, days: Int128?) {
            self.quantity += Int128(quantity)
            if let days { shortestPlanDays = min(shortestPlanDays, days) }
        }

        /// Whether it can be made within the shortest of the plans' times. Then nothing is cut, whatever falls into which
        /// days.
        func fits(_ capacityPerMonth: Int64) -> Bool {
            shortestPlanDays == .max || quantity <= JointFeasibility.capacity(capacityPerMonth, days: shortestPlanDays)
        }
    }

    private static func capacity(_ capacityPerMonth: Int64, days: Int128) -> Int128 {
        Int128(capacityPerMonth) * max(days, 0) / 30
    }
}
