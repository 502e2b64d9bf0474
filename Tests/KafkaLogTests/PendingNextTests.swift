import Testing

@testable import KafkaLog

@Suite("A call that waits is answered once")
struct PendingNextTests {
    @Test func byWhoeverIsFirst() async {
        let pending = PendingNext<Int>()
        #expect(pending.isWanted)
        let answer = await withCheckedContinuation { continuation in
            pending.wait(continuation)
            #expect(pending.finish(1))
            #expect(!pending.finish(2))
        }
        #expect(answer == 1)
        #expect(!pending.isWanted)
    }

    @Test func alsoBeforeItWaits() async {
        let pending = PendingNext<Int>()
        #expect(pending.finish(1))
        #expect(!pending.isWanted)
        let answer = await withCheckedContinuation { continuation in
            pending.wait(continuation)
            #expect(!pending.finish(2))
        }
        #expect(answer == 1)
    }
}
