import LinkageTesting
import Localization
import Matching

/// The workload of the engine's figures: capabilities over 600 codes of 60 headings, one a supplier, and requirements of
/// which between 5 and 500 capabilities qualify. Equal seeds give equal numbers.
struct Workload {
    /// How codes are drawn.
    enum Codes: String { case zipf, uniform }

    let offers: [BenchmarkOffer]
    let requirements: [BenchmarkRequirement]

    /// How many six-digit codes there are, unless a curve asks for others.
    static let codes = 600
    static let headings = 60
    static let schemes = 12
    /// How many capabilities qualify for a requirement.
    static let fits = 5...500
    /// The exponent of the codes' frequencies.
    private static let exponent = 1.05
    /// Metres from the middle of the province to the edge of where offers are made.
    private static let halfWidth: Int64 = 150_000
    /// Hanoi's neighbourhood on the sphere: 21° north, 106° east.
    private static let middle = (x: -1_639_000, y: 5_717_000, z: 2_283_000)
    private static let triesOfOneCode = 30

    init(
        offers count: Int, requirements wanted: Int, codes: Codes, seed: UInt64, codeCount: Int = Workload.codes
    ) {
        var random = SplitMix64(seed: seed)
        let shares = Self.cumulativeShares(codes, codeCount)
        let levels = (0..<codeCount).map { _ in Int64.random(in: 2_000...500_000, using: &random) }
        let offers = (0..<count).map { _ in
            let code = Self.draw(shares, &random)
            return Self.offer(code, level: levels[code], &random)
        }
        self.offers = offers
        let scan = PlainScan(offers, codes: codeCount)
        var requirements: [BenchmarkRequirement] = []
        requirements.reserveCapacity(wanted)
        while requirements.count < wanted {
            let code = Self.draw(shares, &random)
            let size = scan.count(of: code)
            guard size >= Self.fits.lowerBound else { continue }
            for _ in 0..<Self.triesOfOneCode {
                let requirement = Self.requirement(code, level: levels[code], among: size, &random)
                guard Self.fits.contains(scan.qualifying(requirement)) else { continue }
                requirements.append(requirement)
                break
            }
        }
        self.requirements = requirements
    }

    private static func cumulativeShares(_ codes: Codes, _ count: Int) -> [Double] {
        var sum = 0.0
        return (1...count).map { rank in
            sum += codes == .zipf ? 1 / Double(rank).power(exponent) : 1
            return sum
        }
    }

    private static func draw(_ shares: [Double], _ random: inout SplitMix64) -> Int {
        let at = Double.random(in: 0..<shares[shares.count - 1], using: &random)
        var (low, high) = (0, shares.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if shares[middle] > at { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static func offer(_ code: Int, level: Int64, _ random: inout SplitMix64) -> BenchmarkOffer {
        let capacity = 10 * random.number(1...1_000)
        return BenchmarkOffer(
            code: code, price: Int32(level * random.number(600...1_800) / 1_000),
            leadTimeDays: Int32(random.number(1...90)), schemes: schemes(&random),
            localContent: Int32(random.chance(15) ? 0 : random.number(1...10_000)),
            ownership: Int32(random.chance(30) ? 10_000 : random.number(0...9_999)), place: place(&random),
            minimumOrder: Int32(random.chance(50) ? 0 : capacity * random.number(1...50) / 100),
            capacity: Int32(capacity))
    }

    /// Of a hundred offers, how many hold each scheme.
    private static func percent(of scheme: Int) -> Int { 45 - 3 * scheme }

    private static func schemes(_ random: inout SplitMix64) -> Int32 {
        (0..<schemes).reduce(0) { $0 | (random.chance(percent(of: $1)) ? 1 << Int32($1) : 0) }
    }

    private static func place(_ random: inout SplitMix64) -> BenchmarkPlace {
        let east = random.number(-halfWidth...halfWidth)
        let north = random.number(-halfWidth...halfWidth)
        // East is along (-y, x), north along what is left, on the plane that touches the sphere there.
        return BenchmarkPlace(
            x: Int32(Int64(middle.x) - east * 961 / 1_000 + north * 99 / 1_000),
            y: Int32(Int64(middle.y) - east * 276 / 1_000 - north * 344 / 1_000),
            z: Int32(Int64(middle.z) + north * 934 / 1_000))
    }

    /// A requirement for which about so many qualify as are drawn between the least and the most, on a scale of
    /// orders of magnitude; what it asks shares the work of leaving out the others.
    private static func requirement(
        _ code: Int, level: Int64, among count: Int, _ random: inout SplitMix64
    ) -> BenchmarkRequirement {
        let wanted = 5 * 100.0.power(Double.random(in: 0...1, using: &random))
        let bounds = (0..<6).map { $0 == 0 || random.chance(70) ? Double.random(in: 0.1...1, using: &random) : 0 }
        let whole = bounds.reduce(0, +)
        let fraction = min(1, wanted / Double(count))
        let shares = bounds.map { fraction.power($0 / whole) }
        return BenchmarkRequirement(
            code: code, quantity: Int32(10 * random.number(1...600) * random.number(1...24)),
            months: Int32(random.number(1...3)),
            priceMax: Int32(Double(level) * (0.6 + 1.2 * shares[0])),
            leadTimeDaysMax: bounds[1] == 0 ? nil : Int32(max(1, 90 * shares[1])),
            schemes: bounds[2] == 0 ? 0 : required(shares[2], &random),
            localContentMin: bounds[3] == 0 ? 0 : Int32(10_000 * (1 - shares[3])),
            ownershipMin: bounds[4] == 0 ? 0 : Int32(10_000 * (1 - shares[4])),
            place: place(&random),
            distanceMax: bounds[5] == 0 ? nil : Int32(169_000 * shares[5].squareRoot()),
            allowsPartialSupply: random.chance(90))
    }

    /// Schemes that together about so great a share holds.
    private static func required(_ share: Double, _ random: inout SplitMix64) -> Int32 {
        var (held, mask): (Double, Int32) = (1, 0)
        for scheme in (0..<schemes).shuffled(using: &random) where held * 0.7 > share {
            mask |= 1 << Int32(scheme)
            held *= Double(percent(of: scheme)) / 100
        }
        return mask
    }
}

extension Double {
    /// By squaring and square roots: enough for drawing, and equal everywhere.
    func power(_ exponent: Double) -> Double {
        var result = 1.0
        var base = self
        var whole = Int(exponent)
        var rest = exponent - Double(whole)
        while whole > 0 {
            if whole & 1 == 1 { result *= base }
            base *= base
            whole >>= 1
        }
        var root = self
        for _ in 0..<40 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
        }
        return result
    }
}
