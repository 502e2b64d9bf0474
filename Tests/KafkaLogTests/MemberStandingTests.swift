import EventLog
import Testing

@testable import KafkaLog

@Suite("What a member may do")
struct MemberStandingTests {
    @Test func itCommitsOnlyWhatItWasGivenAndOnlyUntilItIsFencedOrLeaves() {
        var standing = MemberStanding()
        #expect(throws: Never.self) { _ = standing.noteTakenBack() }
        let partitions = [TopicPartition(input, 0), TopicPartition(input, 1)]
        #expect(isFenced { try standing.claim(partitions, group: "g") })
        standing.noteGiven(partitions, nil)
        #expect(isFenced { try standing.claim([TopicPartition(input, 2)], group: "g") })
        standing.noteFenced()
        #expect(standing.phase == .fenced)
        standing.noteRejoined()
        #expect(standing.phase == .joined)
        #expect(standing.noteTakenBack() == partitions)
        #expect(standing.partitions.isEmpty)
        standing.noteLeft()
        standing.noteFenced()
        standing.noteRejoined()
        #expect(standing.phase == .left)
    }

    private func isFenced(_ claim: () throws -> GroupMembership) -> Bool {
        do {
            _ = try claim()
            return false
        } catch EventLogError.fenced { return true } catch { return false }
    }
}
