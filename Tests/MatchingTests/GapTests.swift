import LinkageTesting
import Localization
import Testing

@testable import Matching

/// What one change would unlock, in markets small enough to work out by hand: 100 units at 20 dong today.
@Suite struct GapTests {
    private let nowhere = MarketPosition(partition: 0, offset: 0)

    private func asked(_ id: String = "R", _ change: (inout Requirement) -> Void = { _ in }) -> Requirement {
        requirement(id) {
            $0.currentUnitPrice = Price(20 * one, dong)
            change(&$0)
        }
    }

    private func gaps(_ requirements: [Requirement], _ capabilities: [Capability]) throws -> GapReport {
        try Trial(requirements, capabilities).market.gaps(of: code("8534"), cause: nowhere)
    }

    @Test func whatOneCertificateWouldCover() throws {
        let report = try gaps(
            [asked { $0.requiredCertifications = ["ISO 13485"] }], [capability { $0.capacityPerMonth = 60 * one }])
        #expect(report.heading == code("8534") && report.currency == "VND")
        #expect(report.demand == GapReport.Part(requirements: 1, firms: 1, amount: 2_000, unvalued: 0))
        #expect(report.unmet == report.demand)
        #expect(
            report.unlocks == [
                GapReport.Unlock(
                    reason: .certification, subjects: ["ISO 13485"], suppliers: 1, most: 0,
                    part: GapReport.Part(requirements: 1, firms: 1, amount: 1_200, unvalued: 0))
            ])
    }

    /// Both would take the whole of the one supplier, which can serve one.
    @Test func whatASupplierMakesIsUnlockedOnce() throws {
        let certified = { (id: String) in asked(id) { $0.requiredCertifications = ["ISO 13485"] } }
        let report = try gaps([certified("R"), certified("S")], [capability()])
        #expect(report.unmet.amount == 4_000)
        #expect(report.unlocks.map(\.part.amount) == [2_000])
        #expect(report.unlocks.map(\.part.requirements) == [1])
        // In another month it can serve both.
        let later = asked("S") {
            $0.requiredCertifications = ["ISO 13485"]
            $0.delivery = DayRange(Day(20_060), Day(20_089))
        }
        #expect(try gaps([certified("R"), later], [capability()]).unlocks.map(\.part.amount) == [4_000])
    }

    @Test func asManyDaysAsTheSlowestWouldHaveToSave() throws {
        let report = try gaps(
            [asked { $0.leadTimeDaysMax = 10 }],
            [
                capability("A") { ($0.leadTimeDays, $0.capacityPerMonth) = (13, 50 * one) },
                capability("B") { ($0.leadTimeDays, $0.capacityPerMonth) = (18, 50 * one) },
                capability("C") { ($0.leadTimeDays, $0.tiers) = (40, [PriceTier(from: 0, unitPrice: 19 * one)]) },
            ])
        // The dear third is not needed.
        #expect(report.unlocks.map(\.suppliers) == [2] && report.unlocks.map(\.most) == [8])
        #expect(report.unlocks.map(\.part.amount) == [2_000])
    }

    @Test func whoLacksTwoThingsIsNotUnlockedByOne() throws {
        let report = try gaps(
            [
                asked {
                    $0.leadTimeDaysMax = 10
                    $0.lvcMin = 400_000
                }
            ], [capability { $0.leadTimeDays = 11 }])
        #expect(report.unmet.amount == 2_000 && report.unlocks.isEmpty)
    }

    @Test func whoFitsAndIsTooSmallLacksCapacity() throws {
        let report = try gaps([asked()], [capability { $0.capacityPerMonth = 60 * one }])
        #expect(report.unmet.amount == 800)
        #expect(
            report.unlocks == [
                GapReport.Unlock(
                    reason: .capacity, subjects: ["H87"], suppliers: 1, most: 40 * one,
                    part: GapReport.Part(requirements: 1, firms: 1, amount: 800, unvalued: 0))
            ])
    }

    /// The difference would tell the maximum to whoever knows the price.
    @Test func howMuchTooDearIsNotTold() throws {
        let report = try gaps([asked { $0.maximumUnitPrice = Price(9 * one, dong) }], [capability()])
        #expect(report.unlocks.map(\.reason) == [.price] && report.unlocks.map(\.most) == [0])
        #expect(report.unlocks.map(\.part.amount) == [2_000])
    }

    @Test(arguments: Reason.allCases) func everyReasonCanBeUnlocked(reason: Reason) throws {
        let asking = asked {
            switch reason {
            case .capacity: $0.allowsPartialSupply = false
            case .price: $0.maximumUnitPrice = Price(9 * one, dong)
            case .leadTime: $0.leadTimeDaysMax = 1
            case .certification: $0.requiredCertifications = ["ISO 9001"]
            case .localContent: $0.lvcMin = 400_000
            case .ownership: $0.ownershipMin = 5_100
            case .distance: ($0.distanceMetresMax, $0.point) = (1_000, Point(x: 0, y: 0, z: 0))
            case .attribute:
                $0.attributeBounds = [AttributeBound(name: "width", minimum: 5, maximum: 6, allowedValues: ["wide"])]
            case .minimumOrder, .validity: break
            }
        }
        let offering = capability {
            switch reason {
            case .capacity: $0.capacityPerMonth = 70 * one
            case .minimumOrder: $0.minimumOrder = 130 * one
            case .leadTime: $0.leadTimeDays = 4
            case .distance: $0.point = Point(x: 1_300, y: 0, z: 0)
            case .validity: $0.validLast = today
            default: break
            }
        }
        let report = try gaps([asking], [offering])
        #expect(report.unlocks.map(\.reason) == [reason])
        #expect(report.unlocks.map(\.part.amount) == [2_000])
        let most: Int64 =
            switch reason {
            case .capacity, .minimumOrder: 30 * one
            case .leadTime: 3
            case .localContent: 400_000
            case .ownership: 5_100
            case .distance: 300
            default: 0
            }
        #expect(report.unlocks.map(\.most) == [most])
    }

    /// An official's refusal stands against the statement there is, not against a new one.
    @Test func refusedStatementIsUnlockedByAnother() throws {
        let offering = capability { $0.localContent = localContent(1, over: 2) }
        var trial = try Trial([asked { $0.lvcMin = 400_000 }], [offering])
        #expect(trial.market.gaps(of: code("8534"), cause: nowhere).unmet.amount == 0)
        try trial.tell(.statementExamined(capability: offering.key, accepted: false))
        #expect(trial.market.gaps(of: code("8534"), cause: nowhere).unlocks.map(\.reason) == [.localContent])
    }

    @Test func amountsAreInTheReportingCurrencyAtTheLatestRate() throws {
        var trial = try Trial([asked { $0.currentUnitPrice = Price(2 * one, dollar) }], [])
        #expect(trial.market.gaps(of: code("8534"), cause: nowhere).unmet.unvalued == 1)
        try trial.tell(.ratePublished(dollar, dongPerUnit: 26_000 * one))
        // 100 units at 2 dollars.
        #expect(trial.market.gaps(of: code("8534"), cause: nowhere).unmet.amount == 5_200_000)
        #expect(trial.market.gaps(of: code("8534"), cause: nowhere).unmet.unvalued == 0)
    }

    @Test func onlyWhatIsOpenInTheHeadingCounts() throws {
        let report = try gaps(
            [
                asked(), asked("closed") { $0.closingDay = Day(19_999) },
                asked("elsewhere") { $0.hsCode = code("853110") },
            ], [])
        #expect(report.demand.requirements == 1 && report.unmet.amount == 2_000)
    }

    // MARK: - Any market

    private func facts(_ seed: UInt64) -> [Fact] {
        var generator = MarketGenerator(seed: seed)
        return generator.facts(120)
    }

    private static let headings = [code("8534"), code("0901")]

    @Test func marketsHaveGapsWorthExamining() throws {
        var reasons: [Reason: Int] = [:]
        for seed in MarketPropertyTests.seeds {
            let market = try Recording(of: facts(seed)).market
            for heading in Self.headings {
                for unlock in market.gaps(of: heading, cause: nowhere).unlocks {
                    reasons[unlock.reason, default: 0] += 1
                }
            }
        }
        #expect(reasons.count >= 8, "only \(reasons.keys.sorted())")
        #expect(reasons.values.reduce(0, +) > 100)
    }

    @Test(arguments: MarketPropertyTests.seeds) func anUnlockIsAPartOfWhatIsUnmet(seed: UInt64) throws {
        let market = try Recording(of: facts(seed)).market
        for heading in Self.headings {
            let report = market.gaps(of: heading, cause: nowhere)
            #expect(report.unmet.amount <= report.demand.amount)
            #expect(report.unmet.requirements <= report.demand.requirements)
            #expect(report.unlocks.map(\.part.amount) == report.unlocks.map(\.part.amount).sorted(by: >))
            for unlock in report.unlocks {
                #expect(unlock.part.amount <= report.unmet.amount)
                #expect((1...report.unmet.requirements).contains(unlock.part.requirements))
                #expect(unlock.suppliers >= 1)
            }
        }
    }

    /// The columnar engine asks a market that holds only what bears on the heading.
    @Test(arguments: MarketPropertyTests.seeds) func bothEnginesFindTheSame(seed: UInt64) throws {
        var engine = ColumnarEngine()
        for fact in facts(seed) { try engine.apply(fact) { _ in } }
        let market = try Recording(of: facts(seed)).market
        for heading in Self.headings {
            #expect(engine.gaps(of: heading, cause: nowhere) == market.gaps(of: heading, cause: nowhere))
        }
    }

    /// A heading that no fact since has touched has the gaps it had.
    @Test(arguments: MarketPropertyTests.seeds) func untouchedHeadingsKeepTheirGaps(seed: UInt64) throws {
        func withoutTime(_ report: GapReport) -> [AnyHashable] { [report.demand, report.unmet, report.unlocks] }
        var engine = ColumnarEngine()
        var known: [HSCode: [AnyHashable]] = [:]
        for fact in facts(seed) {
            let touched = engine.headings(touchedBy: fact)
            try engine.apply(fact) { _ in }
            for heading in Self.headings {
                let now = withoutTime(engine.gaps(of: heading, cause: nowhere))
                if !touched.contains(heading), let before = known[heading] { #expect(now == before) }
                known[heading] = now
            }
        }
    }
}
