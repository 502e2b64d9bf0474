import Contracts
import EventLog
import Matching
import SwiftProtobuf
import Testing

@testable import Pipeline

/// What officials find, and awards of what is no longer there.
@Suite struct VerificationFlowTests {
    private typealias P = Publications

    @Test func `Nothing more is awarded of a withdrawn requirement`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement()), .capability(P.capability())])
        _ = try bench.withdraw(.requirements, "2300000001/R1")
        let outcome = try bench.take([.award(P.award())])
        #expect(outcome.keyed.isEmpty)
        #expect(outcome.reasons == ["withdrawnReference"])
    }

    @Test func `What was awarded before the withdrawal can still be completed and cancelled`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement()), .capability(P.capability()), .award(P.award())])
        _ = try bench.withdraw(.requirements, "2300000001/R1")
        let completed = try bench.take([.award(P.award { $0.status = .completed })])
        #expect(completed.keyed.map(\.version) == [2])
        let cancelled = try bench.take([.award(P.award { $0.status = .cancelled })])
        #expect(cancelled.keyed.map(\.version) == [3])
        #expect(completed.letters.isEmpty && cancelled.letters.isEmpty)
    }

    @Test func `What was frozen with an award stays as it was`() throws {
        var bench = IntakeBench()
        _ = try bench.take([
            .rate(P.rate("26000")), .requirement(P.requirement()),
            .capability(P.capability { $0.vietnameseOwnershipPercent = "60" }),
        ])
        let usd: (inout WireAward) -> Void = { $0.unitPrice.currencyCode = "USD" }
        func fact(_ change: (inout WireAward) -> Void) throws -> WireAwardAccepted {
            let outcome = try bench.take([
                .award(
                    P.award {
                        usd(&$0)
                        change(&$0)
                    })
            ])
            #expect(outcome.letters.isEmpty)
            return try #require(
                outcome.keyed.compactMap { fact in
                    if case .award(let accepted) = fact.fact { accepted } else { nil }
                }.first)
        }
        let first = try fact { _ in }
        #expect(first.dongPerUnit == 26_000_000_000 && first.vietnameseOwnership == 6_000)
        #expect(!first.capabilityNotACandidate)
        _ = try bench.take([
            .rate(P.rate("30000")),
            .requirement(
                P.requirement {
                    $0.unitCode = "MIL"
                    $0.delivery.lastDay = "2027-12-31"
                }),
        ])
        _ = try bench.withdraw(.capabilities, "2400000001/C1")
        var completed = try fact { $0.status = .completed }
        #expect(completed.published.status == .completed)
        completed.published.status = first.published.status
        #expect(completed == first)
        // Another supplier is another award.
        let other = try fact { $0.capability = "2400000002/C1" }
        #expect(other.dongPerUnit == 30_000_000_000 && other.capabilityNotACandidate)
    }

    @Test func `A requirement that is published again can be awarded again`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement()), .capability(P.capability())])
        _ = try bench.withdraw(.requirements, "2300000001/R1")
        _ = try bench.take([.requirement(P.requirement { $0.quantity = "2000" })])
        #expect(try bench.take([.award(P.award())]).keyed.map(\.key) == ["2300000001/A1"])
    }

    @Test func `A silent switch of method is refused at the border`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.capability(P.capability())])
        let switched = try bench.take([.capability(P.capability("C2") { $0.costStatement.method = .indirect })])
        #expect(switched.reasons == ["methodSwitched"])
        let nextYear = try bench.take([
            .capability(
                P.capability("C2") {
                    $0.costStatement.method = .indirect
                    $0.costStatement.fiscalYear = 2027
                })
        ])
        #expect(nextYear.letters.isEmpty)
    }

    @Test func `A cycle between suppliers' statements is refused at the border`() throws {
        func boughtFrom(_ capability: String) -> (inout WireCapability) -> Void {
            { $0.costStatement.materials[0].capability = capability }
        }
        var bench = IntakeBench()
        let (first, second) = ("2400000001/C1", "2400000002/C1")
        _ = try bench.take([.capability(P.capability())])
        let chained = try bench.take([.capability(P.capability(owner: "2400000002", boughtFrom(first)))])
        #expect(chained.letters.isEmpty)
        let closed = try bench.take([.capability(P.capability("C1", boughtFrom(second)))])
        #expect(closed.reasons == ["statementCycle"])
    }

    /// Found while the flow was tested: the engine compared the scheme as the official wrote it.
    @Test func `A finding is of the scheme, however it is written`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.capability(P.capability())])
        let outcome = try bench.take([
            .verification(
                .with {
                    $0.owner = P.office
                    $0.id = "V1"
                    $0.certificate.capability = "2400000001/C1"
                    $0.certificate.scheme = "iso 9001"
                    $0.certificate.number = "N-1"
                    $0.decision = .refused
                    $0.evidence = "the issuer does not know it"
                    $0.official = "An official"
                })
        ])
        let wire = try #require(outcome.keyed.first)
        let fact = Fact(wire, at: Position(TopicPartition(.market), offset: 0))
        guard case .certificateExamined(_, let scheme, let number, let isAccepted) = fact.event else {
            Issue.record("it is no finding of a certificate")
            return
        }
        #expect(scheme == "ISO 9001")
        #expect(number == "N-1")
        #expect(!isAccepted)
    }
}
