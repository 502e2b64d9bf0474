import EmbeddedLog
import EventLog
import Foundation
import Testing

@Suite("One member of a group is active")
struct GroupTests {
    @Test func othersStandByUntilItLeaves() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let first = try await log.join(group: "g", topics: [input])
        let second = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(first) == 0)
        try await log.publish(messages(0..<1))
        #expect(try await second.next(BatchLimit(), within: .milliseconds(50)) == .idle)
        async let takeover = second.next(BatchLimit(), within: .seconds(30))
        await first.leave()
        #expect(try await takeover == .assigned([TopicPartition(input): 0]))
        await log.close()
    }

    @Test func othersTakeOverWhenItIsDropped() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        var first: (any GroupMember)? = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(try #require(first)) == 0)
        first = nil
        let second = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(second) == 0)
        await log.close()
    }

    @Test func othersTakeOverWhenItsLogIsClosed() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let first = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(first) == 0)
        let other = try await openLog(directory)
        let second = try await other.join(group: "g", topics: [input])
        #expect(try await second.next(BatchLimit(), within: .zero) == .idle)
        await log.close()
        #expect(try await assigned(second) == 0)
        await first.leave()
        await other.close()
    }

    @Test func itIsFencedAndToldSoWhenAnotherTakesOverAlthoughItLives() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<2))
        let first = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(first) == 0)
        let done = try await records(first)
        // Somebody tidies up: the lock file that protects the first member is gone.
        try FileManager.default.removeItem(atPath: directory.path + "/group-1.lock")
        let second = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(second) == 0)

        let outputs = messages(0..<2, to: output)
        let fenced = await errorOf {
            try await first.commit(outputs, advancing: [done[1].position.topicPartition: 2], as: "w")
        }
        guard case .fenced = fenced else {
            Issue.record("\(String(describing: fenced))")
            return
        }
        #expect(try await contents(of: output, in: log).isEmpty)
        #expect(try await first.next(BatchLimit(), within: .zero) == .revoked([TopicPartition(input)]))
        #expect(try await first.next(BatchLimit(), within: .zero) == .idle)
        await second.leave()
        #expect(try await assigned(first) == 0)
        await log.close()
    }

    @Test func itIsToldThatAnotherHasTakenOverWithoutACommit() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let first = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(first) == 0)
        try FileManager.default.removeItem(atPath: directory.path + "/group-1.lock")
        let second = try await log.join(group: "g", topics: [input])
        #expect(try await assigned(second) == 0)
        #expect(try await first.next(BatchLimit(), within: .seconds(30)) == .revoked([TopicPartition(input)]))
        await log.close()
    }

    @Test func itMayCommitNoPartitionThatItWasNotGiven() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let member = try await log.join(group: "g", topics: [input])
        _ = try await assigned(member)
        let fenced = await errorOf { try await member.commit([], advancing: [TopicPartition(output): 1], as: "w") }
        guard case .fenced = fenced else {
            Issue.record("\(String(describing: fenced))")
            return
        }
        for offset in [Int64.min, -1, .max] {
            let refused = await errorOf {
                try await member.commit([], advancing: [TopicPartition(input): offset], as: "w")
            }
            guard case .failed = refused else {
                Issue.record("\(String(describing: refused))")
                return
            }
        }
        await log.close()
    }
}
