import EventLog
import Synchronization
import Testing

@testable import Pipeline

struct InPiecesTests {
    private static let records = PipelineLimits.piece.records

    @Test(arguments: [0, 1, records, records + 1, 20 * records + 7])
    func eachElementIsPreparedOnceAndTakenInItsTurn(count: Int) async {
        let elements = Array(0..<count)
        let prepared = Atomic(0)
        var taken: [Int] = []
        await elements.inPieces(preparing: { element in
            prepared.add(1, ordering: .relaxed)
            return element * 2
        }) { taken += $0 }
        #expect(taken == elements.map { $0 * 2 })
        #expect(prepared.load(ordering: .relaxed) == count)
        #expect(await elements.mappedInPieces { -$0 } == elements.map { -$0 })
    }

    /// The first piece comes last, so far as there is a second processor: the others wait for it, and no more are begun.
    @Test func whatIsReadyBeforeItsTurnWaits() async {
        let elements = Array(0..<50 * Self.records)
        let prepared = Atomic(0)
        let most = Atomic(0)
        var taken: [Int] = []
        await elements.inPieces(preparing: { element in
            let deadline = ContinuousClock.now + .seconds(1)
            while element == 0, prepared.load(ordering: .relaxed) < Self.records, ContinuousClock.now < deadline {}
            prepared.add(1, ordering: .relaxed)
            return element
        }) { piece in
            most.max(prepared.load(ordering: .relaxed) - taken.count, ordering: .relaxed)
            taken += piece
        }
        #expect(taken == elements)
        #expect(most.load(ordering: .relaxed) <= PipelineLimits.piecesAtATime * Self.records)
    }

    /// What is made of records of 200 kB each can have many megabytes: two are a piece.
    @Test func fewLargeElementsAreAPiece() async {
        var pieces: [[Int]] = []
        await Array(0..<7).inPieces(size: { _ in 200 << 10 }, preparing: { $0 }) { pieces.append($0) }
        #expect(pieces == [[0, 1], [2, 3], [4, 5], [6]])
    }

    /// A service that is to end still commits all of what it took, or nothing.
    @Test func nothingIsLeftOutWhereTheTaskIsCancelled() async {
        let elements = Array(0..<10 * Self.records)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await elements.mappedInPieces { $0 }
        }
        #expect(await task.value == elements)
    }
}
