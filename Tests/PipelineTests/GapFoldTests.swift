import Contracts
import EventLog
import SwiftProtobuf
import Testing

@testable import Pipeline

/// When which heading's gaps are told.
struct GapFoldTests {
    private typealias P = Publications

    /// Runs intake and matcher without a log.
    private struct Bench {
        var intake = IntakeBench()
        private var fold = MatcherFold()

        /// The reports that follow from a transaction.
        mutating func told(_ messages: PublishedMessage...) throws -> [WireGapReport] {
            try intake.market(messages).flatMap { record in
                let fact = try #require(ReadFact(record))
                return try fold.apply(fact).filter { $0.topic == .gaps }.map { message in
                    #expect(message.partition == 0)
                    let report = try WireGapReport(serializedBytes: message.value ?? [])
                    #expect(message.key == Array(report.heading.utf8))
                    return report
                }
            }
        }
    }

    @Test func aRequirementThatNobodyCanServeIsToldAtOnce() throws {
        var bench = Bench()
        let report = try #require(try bench.told(.requirement(P.requirement())).first)
        #expect(report.heading == "3926" || report.heading == "8534")
        #expect(report.unmet.requirements == 1 && report.unmet == report.demand)
        #expect(report.asOf == bench.intake.now)
    }

    @Test func aHeadingIsToldAtMostOnceAMinuteAndThenWhatHoldsThen() throws {
        var bench = Bench()
        let first = try #require(try bench.told(.requirement(P.requirement())).first)
        #expect(try bench.told(.capability(P.capability())) == [])
        bench.intake.now += 59_999
        #expect(try bench.told(.requirement(P.requirement("R2"))) == [])
        bench.intake.now += 60_000
        // Nothing is published: intake tells that time has passed.
        let second = try #require(try bench.told().first)
        #expect(second.heading == first.heading && second.demand.requirements == 2)
        #expect(second.unmet.amount < 2 * first.unmet.amount)
        bench.intake.now += 60_000
        #expect(try bench.told() == [])
    }

    @Test func ofWhatNobodyAsksNothingIsTold() throws {
        var bench = Bench()
        #expect(try bench.told(.capability(P.capability())) == [])
        #expect(try bench.told(.requirement(P.requirement())).map(\.unmet.requirements) == [1])
    }

    @Test func aNewDayIsToldOfEveryHeading() throws {
        var bench = Bench()
        _ = try bench.told(.requirement(P.requirement()), .requirement(P.requirement("R2") { $0.hsCode = "392310" }))
        bench.intake.now += 86_400_000
        #expect(try bench.told().count == 2)
    }
}
