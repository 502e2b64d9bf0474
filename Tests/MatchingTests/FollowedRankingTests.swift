import LinkageTesting
import Localization
import Matching
import Testing

/// Rankings that follow from the ones before are those that are found anew: many capabilities qualify for few requirements
/// and change all the time, so that they come into the ranking, fall back behind what is known of it, and come again.
@Suite struct FollowedRankingTests {
    /// A busy market, drawn from a seed.
    private struct BusyMarket {
        private var random: SplitMix64
        private let requirements: [Requirement]
        private let keys: [Key]
        /// Whether all offers are equal, so that keys alone rank them, and suppliers go as often as they come.
        private let isEven: Bool

        init(seed: UInt64, isEven: Bool) {
            random = SplitMix64(seed: seed)
            self.isEven = isEven
            let bounds: [(inout Requirement) -> Void] = [
                { $0.maximumUnitPrice = Price(20 * one, dong) },
                {
                    $0.maximumUnitPrice = Price(16 * one, dong)
                    $0.leadTimeDaysMax = 20
                    $0.allowsPartialSupply = false
                },
                {
                    $0.maximumUnitPrice = Price(18 * one, dong)
                    $0.lvcMin = 300_000
                    $0.quantity = 1_000 * one
                },
                { $0.maximumUnitPrice = Price(one / 1_000, dollar) },
                { $0.leadTimeDaysMax = 30 },
            ]
            requirements = bounds.enumerated().map { requirement("\($0)", $1) }
            // Most suppliers have one; one has several of the same code, and the buyer supplies, too.
            keys =
                isEven
                ? (0..<60).map { Key("supplier-\($0)/1") }
                : (0..<30).map { Key("supplier-\($0)/1") } + (2..<5).map { Key("supplier-1/\($0)") } + [Key("buyer/1")]
        }

        mutating func facts(_ count: Int) -> [Fact] {
            let policy = Policy(
                priceWeight: 4_000, coverageWeight: 3_000, localizationWeight: 3_000,
                matchLimit: random.pick([2, 3, 10]),
                reportingCurrency: dong)
            var events: [Fact.Event] = [.policySet(policy), .ratePublished(dollar, dongPerUnit: 25_000 * one)]
            events += requirements.map { .requirementPublished($0) }
            events += (0..<count).map { _ in event() }
            return MatchingTests.facts(of: events).rebatched(endPercent: random.pick([20, 60, 100]), using: &random)
        }

        private mutating func event() -> Fact.Event {
            let key = random.pick(keys)
            if isEven {
                let price = (random.chance(80) ? 10 : 11) * one
                let offer = capability {
                    $0.key = key
                    $0.tiers = [PriceTier(from: 0, unitPrice: price)]
                    $0.localContent = LocalContent(1, over: 2)
                }
                return random.chance(50) ? .capabilityWithdrawn(key) : .capabilityPublished(offer)
            }
            // What has a requirement ranked anew is rare.
            switch random.number(0...999) {
            case 0..<860: return .capabilityPublished(offer(key))
            case 860..<930: return .capabilityWithdrawn(key)
            case 930..<970:
                return .awardPublished(
                    Award(
                        key: Key("buyer/award-\(random.number(0...5))"), requirement: random.pick(requirements).key,
                        capability: key, hsCode: code("853400"), quantity: Int64(random.number(1...60)) * one,
                        window: delivery, isActive: random.chance(70)))
            case 970..<980: return .awardWithdrawn(Key("buyer/award-\(random.number(0...5))"))
            case 980..<996: return .requirementPublished(random.pick(requirements))
            default: return .ratePublished(dollar, dongPerUnit: Int64(random.number(20_000...30_000)) * one)
            }
        }

        private mutating func offer(_ key: Key) -> Capability {
            // Another code, another unit, another currency: then it is no candidate, or not of the same group.
            var offer = Capability(
                key: key, hsCode: code(random.chance(92) ? "853400" : random.pick(["8534", "853690"])),
                unitCode: random.chance(96) ? "H87" : "KGM",
                capacityPerMonth: Int64(random.pick([5, 50, 100, 150, 2_000])) * one,
                currency: random.chance(90) ? dong : dollar, tiers: [])
            let price = Int64(random.number(8...22))
            offer.tiers = [PriceTier(from: 0, unitPrice: offer.currency == dong ? price * one : price * one / 25_000)]
            if random.chance(10) {
                offer.tiers.append(PriceTier(from: 60 * one, unitPrice: max(1, offer.tiers[0].unitPrice / 2)))
            }
            offer.leadTimeDays = UInt32(random.number(10...40))
            if random.chance(70) { offer.localContent = LocalContent(Int64(random.number(0...10)), over: 10) }
            return offer
        }
    }

    @Test(arguments: UInt64(1)...40)
    func followWhatChanges(seed: UInt64) {
        var market = BusyMarket(seed: seed, isEven: false)
        #expect(ColumnarComparison.disagreement(on: market.facts(400)) == nil)
    }

    /// A capability that is withdrawn gives its number to the next, while rankings still name it as their last.
    @Test(arguments: UInt64(1)...40)
    func equalOffersFollowByTheirKeys(seed: UInt64) {
        var market = BusyMarket(seed: seed, isEven: true)
        #expect(ColumnarComparison.disagreement(on: market.facts(400)) == nil)
    }
}
