import Localization
import Matching

/// A place in metres.
struct BenchmarkPlace {
    let x: Int32
    let y: Int32
    let z: Int32
}

/// A capability as numbers. Prices are whole dong, quantities whole pieces.
struct BenchmarkOffer {
    let code: Int
    let price: Int32
    let leadTimeDays: Int32
    let schemes: Int32
    /// Basis points.
    let localContent: Int32
    /// Basis points.
    let ownership: Int32
    let place: BenchmarkPlace
    let minimumOrder: Int32
    let capacity: Int32
}

/// A requirement as numbers; its window is whole months of thirty days.
struct BenchmarkRequirement {
    let code: Int
    let quantity: Int32
    let months: Int32
    let priceMax: Int32
    let leadTimeDaysMax: Int32?
    let schemes: Int32
    let localContentMin: Int32
    let ownershipMin: Int32
    let place: BenchmarkPlace
    let distanceMax: Int32?
    let allowsPartialSupply: Bool
}

/// The same as facts.
enum BenchmarkFacts {
    static let today = Day(20_000)
    static let dong = Policy.standard.reportingCurrency
    private static let one: Int64 = 1_000_000

    static func code(_ index: Int) -> HSCode {
        guard let code = HSCode("\(8_400 + index % Workload.headings)\(10 + index / Workload.headings)") else {
            preconditionFailure("a heading and two digits make a code")
        }
        return code
    }

    /// Ten digits, so that keys order as numbers.
    static func capabilityKey(_ index: Int) -> Key { Key("\(1_000_000_000 + index)/1") }
    static func requirementKey(_ index: Int) -> Key { Key("0\(100_000_000 + index)/1") }

    /// The number of a capability's key.
    static func index(of key: Key) -> UInt32 {
        key.text.utf8.prefix(10).reduce(0) { $0 &* 10 &+ UInt32($1 &- 48) } &- 1_000_000_000
    }

    static func capability(_ index: Int, _ offer: BenchmarkOffer) -> Capability {
        var capability = Capability(
            key: capabilityKey(index), hsCode: code(offer.code), unitCode: "H87",
            capacityPerMonth: Int64(offer.capacity) * one, currency: dong,
            tiers: [PriceTier(from: 0, unitPrice: Int64(offer.price) * one)])
        capability.minimumOrder = Int64(offer.minimumOrder) * one
        capability.leadTimeDays = UInt32(offer.leadTimeDays)
        capability.certificates = schemes(offer.schemes).enumerated().map { number, scheme in
            Certificate(scheme: scheme, number: "\(number)-\(index)", expiresOn: Day(today.number + 1_000))
        }
        capability.ownership = UInt32(offer.ownership)
        capability.localContent = LocalContent(Int64(offer.localContent), over: 10_000)
        capability.point = Point(x: offer.place.x, y: offer.place.y, z: offer.place.z)
        return capability
    }

    static func requirement(_ index: Int, _ asked: BenchmarkRequirement) -> Requirement {
        var requirement = Requirement(
            key: requirementKey(index), hsCode: code(asked.code), unitCode: "H87",
            quantity: Int64(asked.quantity) * one,
            delivery: DayRange(Day(today.number + 30), Day(today.number + 29 + 30 * asked.months)),
            closingDay: Day(today.number + 20))
        requirement.maximumUnitPrice = Price(Int64(asked.priceMax) * one, dong)
        requirement.leadTimeDaysMax = asked.leadTimeDaysMax.map { UInt32($0) }
        requirement.requiredCertifications = schemes(asked.schemes)
        requirement.lvcMin = UInt32(asked.localContentMin) * 100
        requirement.ownershipMin = UInt32(asked.ownershipMin)
        requirement.point = Point(x: asked.place.x, y: asked.place.y, z: asked.place.z)
        requirement.distanceMetresMax = asked.distanceMax.map { UInt32($0) }
        requirement.allowsPartialSupply = asked.allowsPartialSupply
        return requirement
    }

    private static func schemes(_ mask: Int32) -> [String] {
        (0..<Workload.schemes).filter { mask >> Int32($0) & 1 == 1 }.map { "SCHEME \($0)" }
    }
}
