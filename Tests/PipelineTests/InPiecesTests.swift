import Synchronization
import Testing

@testable import Pipeline

struct InPiecesTests {
    @Test(arguments: [0, 1, PipelineLimits.piece, PipelineLimits.piece + 1, 20 * PipelineLimits.piece + 7])
    func eachElementIsPreparedOnceAndTakenInItsTurn(count: Int) async {
        let elements = Array(0..<count)
        let prepared = Atomic(0)
        var taken: [Int] = []
        await elements.inPieces { element in
            prepared.add(1, ordering: .relaxed)
            return element * 2
        } _: {
            taken += $0
        }
        #expect(taken == elements.map { $0 * 2 })
        #expect(prepared.load(ordering: .relaxed) == count)
        #expect(await elements.mappedInPieces { -$0 } == elements.map { -$0 })
    }

    /// A service that is to end still commits all of what it took, or nothing.
    @Test func nothingIsLeftOutWhereTheTaskIsCancelled() async {
        let elements = Array(0..<10 * PipelineLimits.piece)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await elements.mappedInPieces { $0 }
        }
        #expect(await task.value == elements)
    }
}
