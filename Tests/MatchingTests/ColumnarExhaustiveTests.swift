import Localization
import Matching
import Testing

/// Two requirements and three capabilities, every bound met exactly, by one less and by one more.
@Suite struct ColumnarExhaustiveTests {
    /// Changes of a capability against what the requirement below asks, each by one less, nothing, one more.
    private static let bounds: [(name: String, change: @Sendable (inout Capability, Int64) -> Void)] = [
        ("price", { $0.tiers = [PriceTier(from: 0, unitPrice: 10 * one + $1)] }),
        (
            "second tier",
            {
                $0.tiers = [
                    PriceTier(from: 0, unitPrice: 9 * one), PriceTier(from: 100 * one + $1, unitPrice: 11 * one),
                ]
            }
        ),
        ("capacity", { $0.capacityPerMonth = 100 * one + $1 }),
        ("minimum order", { $0.minimumOrder = 100 * one + $1 }),
        ("lead time", { $0.leadTimeDays = UInt32(10 + $1) }),
        (
            "certificate",
            {
                $0.certificates = [
                    Certificate(scheme: "ISO 9001", number: "1", expiresOn: Day(delivery.last.number + Int32($1)))
                ]
            }
        ),
        ("local content", { $0.localContent = LocalContent(400_000 + $1, over: 1_000_000) }),
        ("ownership", { $0.ownership = UInt32(5_100 + $1) }),
        ("distance", { $0.point = Point(x: Int32(1_000 + $1), y: 0, z: 0) }),
        ("attribute", { $0.attributes = [AttributeValue(name: "width", number: 3 * one + $1)] }),
        ("valid from", { $0.validFirst = Day(today.number + Int32($1)) }),
        ("valid to", { $0.validLast = Day(delivery.last.number + Int32($1)) }),
    ]

    /// Asks for exactly what `fitting` offers.
    private func asking(_ id: String, partial: Bool, hasMaximum: Bool) -> Requirement {
        requirement(id) {
            $0.maximumUnitPrice = hasMaximum ? Price(10 * one, dong) : nil
            $0.leadTimeDaysMax = 10
            $0.requiredCertifications = ["ISO 9001"]
            $0.lvcMin = 400_000
            $0.ownershipMin = 5_100
            $0.point = Point(x: 0, y: 0, z: 0)
            $0.distanceMetresMax = 1_000
            $0.attributeBounds = [AttributeBound(name: "width", minimum: 3 * one, maximum: 3 * one)]
            $0.allowsPartialSupply = partial
        }
    }

    private func fitting(_ id: String) -> Capability {
        var capability = capability(id)
        for bound in Self.bounds where bound.name != "second tier" { bound.change(&capability, 0) }
        return capability
    }

    /// The pairs of bounds, so that each is failed alone and with each other.
    static let pairs = (0..<12).flatMap { first in (first..<12).map { (first, $0) } }

    @Test(arguments: pairs)
    func everyBoundAgrees(first: Int, second: Int) {
        for partial in [true, false] {
            for hasMaximum in [true, false] {
                let asked = [
                    asking("1", partial: partial, hasMaximum: hasMaximum), requirement("2") { $0.quantity = 150 * one },
                ]
                for a in Int64(-1)...1 {
                    for b in Int64(-1)...1 {
                        var changed = fitting("A")
                        Self.bounds[first].change(&changed, a)
                        Self.bounds[second].change(&changed, b)
                        var other = fitting("B")
                        Self.bounds[second].change(&other, a)
                        let offered = [changed, other, fitting("C")]
                        let events: [Fact.Event] =
                            asked.map { .requirementPublished($0) } + offered.map { .capabilityPublished($0) }
                            + [.capabilityWithdrawn(offered[2].key)] + asked.map { .requirementPublished($0) }
                        #expect(ColumnarComparison.disagreement(on: facts(of: events)) == nil)
                    }
                }
            }
        }
    }
}
