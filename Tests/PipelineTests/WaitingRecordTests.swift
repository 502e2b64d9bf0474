import Contracts
import Testing

@testable import Pipeline

/// What waits for another key is not forgotten; `linkage simulate` found that it was.
struct WaitingRecordTests {
    private typealias P = Publications

    @Test func aWaitingRecordIsRefusedWhenALaterOneOfItsKeyWaitsToo() throws {
        var bench = IntakeBench()
        _ = try bench.take([.award(P.award { $0.quantity = "100" })])
        let outcome = try bench.take([.award(P.award { $0.quantity = "200" })])
        #expect(outcome.reasons == ["superseded"])
        let settled = try bench.take([.requirement(P.requirement())]).keyed
        #expect(settled.count == 2)
        #expect(settled.last?.award.published.quantity == "200")
    }

    @Test func aWaitingRecordIsRefusedWhenItsKeyIsWithdrawn() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement()), .award(P.award())])
        _ = try bench.take([.award(P.award { $0.requirement = "\(P.buyer)/R2" })])
        let outcome = try bench.withdraw(.awards, "\(P.buyer)/A1")
        #expect(outcome.reasons == ["superseded"])
        #expect(try bench.take([.requirement(P.requirement("R2"))]).keyed.count == 1)
    }

    @Test func `A record that waits for what its key first names can be withdrawn`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.award(P.award())])
        let outcome = try bench.withdraw(.awards, "\(P.buyer)/A1")
        #expect(outcome.reasons == ["superseded"])
        #expect(try bench.take([.requirement(P.requirement())]).keyed.map(\.key) == ["\(P.buyer)/R1"])
        // Nothing waits any more, and nothing stands.
        #expect(try bench.withdraw(.awards, "\(P.buyer)/A1").reasons == ["unknownKey"])
        #expect(try bench.take([.award(P.award())]).keyed.map(\.key) == ["\(P.buyer)/A1"])
    }

    @Test func `What was accepted before a waiting record can be published again in its place`() throws {
        var bench = IntakeBench()
        _ = try bench.take([.requirement(P.requirement()), .award(P.award())])
        _ = try bench.take([.award(P.award { $0.requirement = "\(P.buyer)/R2" })])
        let again = try bench.take([.award(P.award())])
        #expect(again.reasons == ["superseded"] && again.repeats == 0)
        #expect(try bench.take([.requirement(P.requirement("R2"))]).keyed.map(\.key) == ["\(P.buyer)/R2"])
    }
}
