import LinkageTesting
import Matching

/// What happens on a busy day: of a hundred events, 60 requirements, 30 changes of capabilities, 8 awards and 2
/// withdrawals, each a batch of its own.
struct EventStream {
    private let workload: Workload
    private let day: Day
    private var random: SplitMix64
    private var version: UInt64 = 10
    private var awards = 0

    init(_ workload: Workload, seed: UInt64, day: Day) {
        self.workload = workload
        self.day = day
        self.random = SplitMix64(seed: seed &+ 1)
    }

    mutating func next() -> Fact {
        version += 1
        return BenchmarkFacts.fact(event(), version: version, day: day)
    }

    private mutating func event() -> Fact.Event {
        let requirement = Int.random(in: 0..<workload.requirements.count, using: &random)
        switch random.number(0...99) {
        case 0..<60:
            return .requirementPublished(BenchmarkFacts.requirement(requirement, workload.requirements[requirement]))
        case 60..<90: return .capabilityPublished(changedCapability())
        case 90..<98: return .awardPublished(award(to: requirement))
        default:
            let capability = Int.random(in: 0..<workload.offers.count, using: &random)
            return random.chance(50)
                ? .requirementWithdrawn(BenchmarkFacts.requirementKey(requirement))
                : .capabilityWithdrawn(BenchmarkFacts.capabilityKey(capability))
        }
    }

    /// Another price, lead time or capacity.
    private mutating func changedCapability() -> Capability {
        let index = Int.random(in: 0..<workload.offers.count, using: &random)
        var capability = BenchmarkFacts.capability(index, workload.offers[index])
        switch random.number(0...2) {
        case 0:
            let price = capability.tiers[0].unitPrice / 100 * random.number(90...110)
            capability.tiers = [PriceTier(from: 0, unitPrice: max(1, price))]
        case 1: capability.leadTimeDays = UInt32(random.number(1...90))
        default: capability.capacityPerMonth = capability.capacityPerMonth / 100 * random.number(80...120) + 1
        }
        return capability
    }

    private mutating func award(to requirement: Int) -> Award {
        let asked = BenchmarkFacts.requirement(requirement, workload.requirements[requirement])
        // A capability of the same code: the next one from a random place on.
        var index = Int.random(in: 0..<workload.offers.count, using: &random)
        while workload.offers[index].code != workload.requirements[requirement].code {
            index = (index + 1) % workload.offers.count
        }
        awards += 1
        return Award(
            key: Key("\(asked.key.owner)/award-\(awards)"), requirement: asked.key,
            capability: BenchmarkFacts.capabilityKey(index), hsCode: asked.hsCode,
            quantity: max(1, asked.quantity / 100 * random.number(5...60)), window: asked.delivery, isActive: true)
    }
}
