import Contracts
import EventLog
import Foundation
import History
import Localization
import Matching
import SwiftProtobuf
import Synchronization
import Testing

@testable import Pipeline

@Suite("The main job, end to end on the embedded log")
struct FlowTests {
    private typealias P = Publications
    private static let morning = PlatformClock { 1_795_485_600_000 }

    @Test func aRequirementAndACapabilityBecomeAMatchWithItsRatio() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            try await platform.publish(.capability(P.capability()))
            try await platform.publish(.requirement(P.requirement()))
            let set = try await platform.eventually("a match set") { reader in
                try reader.matchSets(of: "2300000001/R1").first { !$0.matches.isEmpty }
            }
            // 600 a month over 30 days of the 1,000 wanted; 60 of 100 a unit; half of it local.
            #expect(set.matches.map(\.capability) == ["2400000001/C1"])
            #expect(set.matches.first?.priceTerm == 1_600)
            #expect(set.matches.first?.coverageTerm == 1_800)
            #expect(set.matches.first?.localizationTerm == 1_500)
            #expect(set.plan.map(\.quantity) == [600_000_000])
            // 600 × 60 × 0.5 / (600 × 60 + 400 × 80)
            #expect(set.localization.ratio == UInt32(18_000 * 1_000_000 / 68_000))
            #expect(set.localization.uncoveredAmount == 32_000)
        }
    }

    @Test func everythingThatChangesAMatchMakesANewSet() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            func sets(_ count: Int) async throws -> [WireMatchSet] {
                try await platform.eventually("\(count) match sets") { reader in
                    let sets = try reader.matchSets(of: "2300000001/R1")
                    return sets.count >= count ? sets : nil
                }
            }
            try await platform.publish(.requirement(P.requirement()))
            #expect(try await sets(1).first?.matches.isEmpty == true)
            try await platform.publish(.capability(P.capability()))
            #expect(try await sets(2).first?.matches.count == 1)
            try await platform.publish(.award(P.award()))
            #expect(try await sets(3).first?.openQuantity == 600_000_000)
            try await platform.publish(.award(P.award { $0.status = .cancelled }))
            #expect(try await sets(4).first?.openQuantity == 1_000_000_000)
            _ = try await Publisher(log: platform.log, source: "/test").withdraw(
                [try #require(BusinessKey("2400000001/C1"))], of: .capabilities)
            #expect(try await sets(5).first?.matches.isEmpty == true)
            _ = try await Publisher(log: platform.log, source: "/test").withdraw(
                [try #require(BusinessKey("2300000001/R1"))], of: .requirements)
            #expect(try await sets(6).first?.status == .withdrawn)
            try await platform.settle()
            #expect(try await sets(6).count == 6)
        }
    }

    @Test func aPriceInAnotherCurrencyFitsOnceARateIsPublished() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            let dollars = P.capability { $0.unitPriceTiers = [.with { $0.unitPrice = P.money("0.003", "USD") }] }
            try await platform.publish(.capability(dollars))
            try await platform.settle()
            try await platform.publish(.requirement(P.requirement()))
            let before = try await platform.eventually("a near miss") { reader in
                try reader.matchSets(of: "2300000001/R1").first
            }
            #expect(before.nearMisses.best.map(\.reason) == ["price"])
            #expect(before.nearMisses.best.first?.subjects == ["USD"])
            try await platform.publish(.rate(P.rate("26000")))
            let after = try await platform.eventually("a match") { reader in
                try reader.matchSets(of: "2300000001/R1").first { !$0.matches.isEmpty }
            }
            #expect(after.matches.first?.unitPrice == 78_000_000)
        }
    }

    @Test func aClosingDayThatPassesClosesTheRequirement() async throws {
        let now = Mutex<Int64>(1_795_485_600_000)
        let clock = PlatformClock { now.withLock { $0 } }
        try await RunningPlatform.run(clock: clock) { platform in
            try await platform.publish(
                .requirement(P.requirement { $0.closingDay = "2026-11-24" }), .capability(P.capability()))
            _ = try await platform.eventually("a match") { reader in
                try reader.matchSets(of: "2300000001/R1").first { $0.status == .open }
            }
            now.withLock { $0 += 86_400_000 }
            let closed = try await platform.eventually("the close") { reader in
                try reader.matchSets(of: "2300000001/R1").first { $0.status == .closed }
            }
            #expect(closed.matches.isEmpty)
        }
    }

    @Test func aSubscriberHearsOfWhatItQualifiesForAndOfItsEnd() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            try await platform.publish(
                .capability(P.capability()), .requirement(P.requirement()),
                .requirement(P.requirement("R2") { $0.maximumUnitPrice = P.money("10", "VND") }),
                .requirement(P.requirement("R3") { $0.anonymous = true }), .subscription(P.subscription()))
            let told = try await platform.eventually("two opportunities") { reader in
                let told = try reader.told(P.supplier)
                return told.count >= 2 ? told : nil
            }
            try await platform.settle()
            #expect(told.count == 2)
            #expect(told.contains { $0.contains("2300000001/R1") })
            #expect(
                !told.contains { $0.contains("R2") || $0.contains("2300000001/R3") || $0.contains("maximumUnitPrice") })
            _ = try await Publisher(log: platform.log, source: "/test").withdraw(
                [try #require(BusinessKey("2300000001/R1"))], of: .requirements)
            _ = try await platform.eventually("the end") { reader in
                try reader.told(P.supplier).first { $0.contains("2300000001/R1") && $0.contains("ENDED") }
            }
        }
    }

    @Test func anOpportunityThatEndsByAnAwardIsToldAgainWhenTheAwardIsCancelled() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            func told(_ status: String) async throws {
                _ = try await platform.eventually("\(status)") { reader in
                    try reader.told(P.supplier).first { $0.contains(status) }
                }
            }
            try await platform.publish(
                .capability(P.capability()), .requirement(P.requirement()), .subscription(P.subscription()))
            try await told("OPEN")
            try await platform.publish(.award(P.award { $0.quantity = "1000" }))
            try await told("ENDED")
            try await platform.publish(
                .award(
                    P.award {
                        $0.quantity = "1000"
                        $0.status = .cancelled
                    }))
            try await told("OPEN")
        }
    }

    @Test func whatBecameOfEachRecordIsKnown() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            let positions = try await platform.publish(
                .award(P.award()), .requirement(P.requirement("R2")), .requirement(P.requirement("R2")),
                .requirement(P.requirement("R2") { $0.hsCode = "853110" }))
            try await platform.settle()
            let outcomes = try await platform.cache.read { reader in
                try positions.map { position in
                    try reader.submission(
                        topic: position.topicPartition.topic.name, partition: position.topicPartition.partition,
                        offset: position.offset)
                }
            }
            #expect(outcomes.map { $0?.outcome } == [.pending, .accepted, .repeated, .refused])
            #expect(outcomes.last??.refusals.map(\.reason) == ["headingChanged"])
        }
    }

    @Test func `What is explained is what was matched, also after officials decided`() async throws {
        @Sendable func decision(_ id: String, _ decision: WireVerification.Decision) -> PublishedMessage {
            .verification(
                .with {
                    ($0.owner, $0.id, $0.official, $0.evidence) = (P.office, id, "Nguyễn", "seen")
                    $0.statement = "\(P.supplier)/C1"
                    $0.decision = decision
                })
        }
        try await RunningPlatform.run(clock: Self.morning) { platform in
            func explainedAndMatched() async throws -> (Int64?, Int64?) {
                try await platform.settle()
                let explanation = try await Explainer(cache: platform.cache).explain(
                    requirement: "\(P.buyer)/R1", capability: "\(P.supplier)/C1")
                let matched = try await platform.cache.read { try $0.matchSets(of: "\(P.buyer)/R1", limit: 1) }
                let lvc = matched.first?.matches.first.map { Int64($0.lvc) }
                let offered = explanation?.findings.first { $0.reason == .localContent }?.offered
                guard case .share(let share) = offered else { return (nil, lvc) }
                return (share, lvc)
            }
            try await platform.publish(.requirement(P.requirement()), .capability(P.capability()))
            #expect(try await explainedAndMatched() == (500_000, 500_000))
            // Of two decisions the later counts, whatever their keys.
            try await platform.publish(decision("Z", .refused))
            #expect(try await explainedAndMatched() == (nil, 0))
            try await platform.publish(decision("A", .accepted))
            #expect(try await explainedAndMatched() == (500_000, 500_000))
            // A new statement was not decided on.
            try await platform.publish(decision("B", .refused))
            try await platform.publish(
                .capability(
                    P.capability {
                        $0.costStatement.labour = "14"
                        $0.costStatement.materials[0].value = "36"
                    }))
            #expect(try await explainedAndMatched() == (400_000, 400_000))
        }
    }

    @Test func `A rate of an earlier day, or another's that ends, does not change what is in force`() async throws {
        let other = "2300000098"
        try await RunningPlatform.run(clock: Self.morning) { platform in
            func explainedAndMatched() async throws -> [Int64?] {
                try await platform.settle()
                let explanation = try await Explainer(cache: platform.cache).explain(
                    requirement: "\(P.buyer)/R1", capability: "\(P.supplier)/C1")
                let matched = try await platform.cache.read { try $0.matchSets(of: "\(P.buyer)/R1", limit: 1) }
                let offered = explanation?.findings.first { $0.reason == .price }?.offered
                guard case .price(let price) = offered else { return [nil, matched.first?.matches.first?.unitPrice] }
                return [price, matched.first?.matches.first?.unitPrice]
            }
            func withdraw(_ owner: String) async throws {
                let key = try #require(BusinessKey(owner: owner, id: "USD"))
                _ = try await Publisher(log: platform.log, source: "/test").withdraw([key], of: .rates)
            }
            let capability = P.capability { $0.unitPriceTiers = [.with { $0.unitPrice = P.money("0.002", "USD") }] }
            try await platform.publish(.requirement(P.requirement()), .capability(capability), .rate(P.rate("26000")))
            #expect(try await explainedAndMatched() == [52_000_000, 52_000_000])
            try await platform.publish(.rate(P.rate("20000", on: "2026-11-20")))
            #expect(try await explainedAndMatched() == [52_000_000, 52_000_000])
            try await platform.publish(.rate(P.rate("27000", on: "2026-11-25", by: other)))
            #expect(try await explainedAndMatched() == [54_000_000, 54_000_000])
            try await withdraw(other)
            #expect(try await explainedAndMatched() == [52_000_000, 52_000_000])
            try await platform.publish(.rate(P.rate("25000", on: "2026-11-22", by: other)))
            try await withdraw(P.office)
            #expect(try await explainedAndMatched() == [50_000_000, 50_000_000])
        }
    }

    @Test func aReplayOfTheLogEqualsTheCache() async throws {
        let platform = try await RunningPlatform(clock: Self.morning)
        try await platform.whileRunning {
            try await platform.publish(
                .rate(P.rate("26000")), .capability(P.capability()), .requirement(P.requirement()),
                .subscription(P.subscription()), .award(P.award()), .requirement(P.requirement("R2")))
            try await platform.publish(.capability(P.capability { $0.capacityPerMonth = "900" }))
            try await platform.settle()
        }
        let replay = Replay(log: platform.log)
        let positions = try await replay.settledPositions(of: platform.cache)
        let path = platform.directory.appendingPathComponent("replayed.sqlite").path
        let replayed = try HistoryCache(path: path)
        try await replay.rebuild(replayed, upTo: positions)
        let comparison = try CacheComparison(platform.cache.path, path)
        #expect(comparison.differences.map(\.description) == [])
        #expect(comparison.rows > 10)
        // It may take the place of the other: the recorder goes on where that ended, and so does another replay.
        #expect(try await replay.settledPositions(of: replayed) == positions)

        try await replayed.record { try $0.advanceTime(partition: 0, to: .max, policy: nil) }
        #expect(try CacheComparison(platform.cache.path, path).differences.map(\.table) == ["market_time"])
        try replayed.close()
        try await platform.remove()
    }

    @Test func theThreeNumbersAreToldApart() async throws {
        try await RunningPlatform.run(clock: Self.morning) { platform in
            try await platform.publish(
                .capability(P.capability()), .requirement(P.requirement()),
                .requirement(
                    P.requirement("R2") {
                        $0.hsCode = "730890"
                        $0.currentSourcing.kind = .fdiInVietnam
                        $0.currentSourcing.lvcPercent = "25"
                    }))
            try await platform.publish(.award(P.award()))
            try await platform.settle()
            let dong = try Currency(code: "VND")
            let all = try await platform.cache.read { try $0.metrics(by: nil, in: dong) }
            let metrics = try #require(all.first)
            // Demand: 1,000 × 80 imported, 1,000 × 80 from an FDI supplier of which a quarter is local.
            #expect(metrics.demand.totalAmount == 160_000)
            #expect(metrics.demand.inCountry == Ratio(1, over: 2))
            #expect(metrics.demand.domesticallyOwned == .zero)
            #expect(metrics.demand.valueAdded == Ratio(1, over: 8))
            // Realised: 400 × 60, all in the country, domestically owned, half local.
            #expect(metrics.realised.totalAmount == 24_000)
            #expect(metrics.realised.inCountry == .one)
            #expect(metrics.realised.valueAdded == Ratio(1, over: 2))
            // Potential: 600 open × 60 of R1 (the award to R1 does not reserve against it), nothing of R2's 80,000.
            #expect(metrics.potential.totalAmount == 116_000)
            #expect(metrics.potential.domesticallyOwned == Ratio(36, over: 116))
            #expect(metrics.potential.valueAdded == Ratio(18, over: 116))
            let headings = try await platform.cache.read { try $0.metrics(by: .heading, in: dong) }
            #expect(headings.map(\.group) == ["7308", "8534"])
        }
    }
}
