import Contracts
import LinkageTesting
import Matching
import SwiftProtobuf

/// What a recorder reads of a province's year: facts and match sets in batches, as bytes, equal for equal seeds.
///
/// Each requirement comes with its match set of ten candidates, of which the plan takes two; one in ten is awarded, one in
/// ten is matched again later, and one supplier in ten can't make all that plans take of it.
/// Requirements are published in no order of their keys, over 365 days, by 2,000 firms of 60 headings, 99 wards and 20
/// parks.
struct ProvinceWorkload {
    let requirements: Int
    private let suppliers: Int
    private var random: SplitMix64
    private var offset: Int64 = 0

    static let firms = 2_000
    static let headings = 60
    static let candidates = 10
    private static let days = 365
    /// After how many others a requirement is matched again.
    private static let rematchedAfter = 5_000
    private static let firstDay: Int32 = 20_454  // 2026-01-01

    /// What is read of the log at once.
    struct Batch: Sendable {
        var facts: [(bytes: [UInt8], offset: Int64)] = []
        var matchSets: [[UInt8]] = []
        var gaps: [[UInt8]] = []
    }

    init(requirements: Int, seed: UInt64) {
        self.requirements = requirements
        suppliers = max(Self.candidates, requirements / 5)
        random = SplitMix64(seed: seed)
    }

    /// Profiles, capabilities, rates and verifications: what is there before the first requirement.
    mutating func beginning() throws -> Batch {
        var batch = Batch()
        for day in stride(from: 0, to: Self.days, by: 7) {
            try add(
                "2300000099/USD", version: UInt64(day / 7 + 1), at: day, to: &batch,
                .exchangeRate(
                    .with {
                        $0.published.currencyCode = "USD"
                        $0.dongPerUnit = (25_000 + Int64(below(1_000))) * 1_000_000
                        $0.day = Self.firstDay + Int32(day)
                    }))
        }
        for firm in 0..<Self.firms {
            try add(
                "\(Self.firm(firm))/profile", to: &batch,
                .profile(
                    .with {
                        $0.published.owner = Self.firm(firm)
                        $0.published.vsicCode = "\(26 + firm % 8)100"
                        $0.published.place.wardCode = "0\(9_000 + firm % 99)"
                    }))
        }
        for supplier in 0..<suppliers {
            try add(
                Self.capability(supplier), to: &batch,
                .capability(
                    .with {
                        $0.published.hsCode = "853400"
                        $0.vietnameseOwnership = below(2) == 0 ? 10_000 : 4_000
                        // A tenth can't make what a single plan takes of it.
                        $0.capacityPerMonth = supplier % 10 == 0 ? 300_000_000 : 1_000_000_000_000
                        $0.localContent = .with { ($0.numerator, $0.denominator) = (Int64(30 + below(60)), 100) }
                    }))
            guard supplier % 10 == 0 else { continue }
            try add(
                "2300000099/V\(supplier)", to: &batch,
                .verification(
                    .with {
                        $0.published.statement = Self.capability(supplier)
                        $0.published.decision = .accepted
                    }))
        }
        return batch
    }

    /// The requirements at some places of an order, each with its match set and perhaps an award.
    mutating func batch(_ places: Range<Int>, of order: [Int]) throws -> Batch {
        var batch = Batch()
        for index in places {
            let number = order[index]
            let (key, day) = (Self.requirement(number), index * Self.days / requirements)
            try add(key, at: day, to: &batch, .requirement(requirement(number, on: day)))
            batch.matchSets.append(try matchSet(key, at: day).serializedBytes())
            // Another plan is made of a tenth, some days later.
            if index >= Self.rematchedAfter, order[index - Self.rematchedAfter] % 10 == 5 {
                let earlier = Self.requirement(order[index - Self.rematchedAfter])
                batch.matchSets.append(try matchSet(earlier, at: day).serializedBytes())
            }
            if number % 10 == 0 { try add(key + "-A", at: day, to: &batch, .award(award(key))) }
        }
        return batch
    }

    /// The order in which requirements are published.
    mutating func order() -> [Int] { Array(0..<requirements).shuffled(using: &random) }

    /// A gap report for each heading, of as many changes as are told at most.
    mutating func gaps() throws -> Batch {
        var batch = Batch()
        for heading in 0..<Self.headings {
            let report = WireGapReport.with {
                $0.heading = Self.heading(heading)
                $0.marketOffset = offset
                $0.currencyCode = "VND"
                $0.unmet.amount = Int64(below(1_000_000))
                $0.unlocks = (0..<MatchingLimits.gapChanges).map { index in .with { $0.reason = "attribute \(index)" } }
            }
            batch.gaps.append(try report.serializedBytes())
        }
        return batch
    }

    // MARK: - Messages

    private mutating func requirement(_ number: Int, on day: Int) -> WireRequirementAccepted {
        let first = CalendarDay(number: Self.firstDay + Int32(day + 30))
        let last = CalendarDay(number: first.number + 29)
        return .with {
            $0.published.hsCode = Self.heading(number % Self.headings) + "10"
            $0.published.delivery = .with { ($0.firstDay, $0.lastDay) = (first.description, last.description) }
            $0.published.place.wardCode = "0\(9_000 + number % 99)"
            $0.published.place.industrialPark = "Park \(number % 20)"
            $0.published.currentSourcing.kind = .imported
            $0.delivery = .with { ($0.first, $0.last) = (first.number, last.number) }
            $0.quantity = Int64(1_000 + below(9_000)) * 1_000_000
            $0.currentUnitPrice = .with {
                ($0.millionths, $0.currencyCode) = (Int64(1 + below(90)) * 1_000_000, number % 3 == 0 ? "USD" : "VND")
            }
        }
    }

    private mutating func matchSet(_ requirement: String, at day: Int) -> WireMatchSet {
        let first = below(suppliers)
        return .with { set in
            set.requirement = requirement
            set.requirementVersion = 1
            set.status = .open
            set.marketOffset = offset - 1
            set.asOf = Self.instant(day, offset)
            set.openQuantity = 1_000_000_000
            set.currencyCode = "VND"
            (set.qualifyingSuppliers, set.candidates) = (25, 80)
            set.matches = (0..<Self.candidates).map { rank in
                .with {
                    $0.capability = Self.capability((first + rank * 7) % suppliers)
                    $0.capabilityVersion = 1
                    $0.score = UInt32(9_000 - rank * 100)
                    $0.unitPrice = Int64(40 + rank) * 1_000_000
                    $0.available = 500_000_000
                    $0.lvc = 450_000
                }
            }
            set.plan = set.matches.prefix(2).map { match in
                .with {
                    $0.capability = match.capability
                    $0.quantity = 400_000_000
                    $0.unitPrice = match.unitPrice
                    $0.amount = match.unitPrice / 1_000_000 * 400
                    $0.lvc = match.lvc
                }
            }
            set.localization = .with {
                $0.ratio = 360_000
                $0.plannedAmount = 32_000
                $0.uncoveredQuantity = 200_000_000
                $0.uncoveredAmount = 10_000
            }
        }
    }

    private mutating func award(_ requirement: String) -> WireAwardAccepted {
        let supplier = below(suppliers)
        return .with {
            $0.published.status = .awarded
            $0.published.requirement = requirement
            $0.published.capability = Self.capability(supplier)
            $0.hsCode = "853410"
            $0.quantity = 100_000_000
            $0.unitPrice = .with { ($0.millionths, $0.currencyCode) = (50_000_000, "VND") }
            $0.localContent = .with { ($0.numerator, $0.denominator) = (1, 2) }
            $0.window = .with { ($0.first, $0.last) = (Self.firstDay, Self.firstDay + 29) }
        }
    }

    private mutating func add(
        _ key: String, version: UInt64 = 1, at day: Int = 0, to batch: inout Batch, _ fact: WireMarketFact.OneOf_Fact
    ) throws {
        let wire = WireMarketFact.with {
            $0.acceptedAt = Self.instant(day, offset)
            $0.key = key
            $0.version = version
            $0.fact = fact
        }
        batch.facts.append((try wire.serializedBytes(), offset))
        offset += 1
    }

    private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private static func instant(_ day: Int, _ offset: Int64) -> Int64 {
        Int64(Int(firstDay) + day) * 86_400_000 + offset % 80_000_000
    }

    private static func firm(_ number: Int) -> String { "\(2_300_100_000 + number)" }
    private static func heading(_ number: Int) -> String { "\(8_400 + number)" }
    private static func capability(_ number: Int) -> String { "\(2_400_000_000 + number)/1" }
    private static func requirement(_ number: Int) -> String { "\(firm(number % firms))/R\(number)" }
}
