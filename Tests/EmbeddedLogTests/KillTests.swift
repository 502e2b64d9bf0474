import EmbeddedLog
import EventLog
import Testing

@Suite("A process is killed with SIGKILL")
struct KillTests {
    @Test(arguments: [WriteStep.gathered, .inserted, .committing, .committed], [1, 4])
    func everyAcknowledgedRecordIsThereOnceWhereverAPublisherDies(step: WriteStep, count: Int) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let probe = try Probe("publish", directory.path, "10", "3", "2", step.rawValue, "\(count)")
        var said = try await probe.lines(until: "at \(step.rawValue)")
        said += await probe.kill()
        let log = try await openLog(directory)
        try await expectEveryAcknowledged(said, in: log)
        let next = try await log.offsets(of: TopicPartition(input)).upperBound
        #expect(try await log.publish(messages(9_000..<9_001)).map(\.offset) == [next])
        await log.close()
    }

    @Test(arguments: [1, 7, 60, 333, 1_000, 3_900, 4_300, 9_000])
    func everyAcknowledgedRecordIsThereOnceWhenPublishersDieInFullFlow(acknowledged: Int) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let probe = try Probe("publish", directory.path, "100000", "5", "4")
        var said = try await probe.lines(until: "ack", times: acknowledged)
        said += await probe.kill()
        let log = try await openLog(directory)
        try await expectEveryAcknowledged(said, in: log)
        await log.close()
    }

    @Test(arguments: [WriteStep.gathered, .inserted, .outputsInserted, .committing, .committed], [1, 3])
    func outputsAndPositionsAreThereTogetherWhereverAMemberDies(step: WriteStep, count: Int) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<30))
        let probe = try Probe("pipe", directory.path, step.rawValue, "\(count)")
        var said = try await probe.lines(until: "at \(step.rawValue)")
        said += await probe.kill()
        try await expectOutputsUpToPosition(said, in: log)
        await log.close()
    }

    @Test(arguments: [1, 2, 5, 20])
    func outputsAndPositionsAreThereTogetherWhenAMemberDiesInFullFlow(commits: Int) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<600))
        let probe = try Probe("pipe", directory.path)
        var said = try await probe.lines(until: "commit", times: commits)
        said += await probe.kill()
        try await expectOutputsUpToPosition(said, in: log)
        await log.close()
    }

    @Test(arguments: [WriteStep.locked, .tookOver])
    func anotherTakesOverFromAMemberThatDiesWhileItTakesOver(step: WriteStep) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let probe = try Probe("pipe", directory.path, step.rawValue, "1")
        _ = try await probe.lines(until: "at \(step.rawValue)")
        let member = try await log.join(group: "pipe", topics: [input])
        #expect(try await member.next(BatchLimit(), within: .zero) == .idle)
        _ = await probe.kill()
        #expect(try await assigned(member) == 0)
        await log.close()
    }

    @Test func aStandbyMemberTakesOverWhenTheActiveProcessDies() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<9))
        let probe = try Probe("pipe", directory.path)
        _ = try await probe.lines(until: "commit 9")
        let member = try await log.join(group: "pipe", topics: [input])
        #expect(try await member.next(BatchLimit(), within: .zero) == .idle)
        _ = await probe.kill()
        let killed = ContinuousClock.now
        #expect(try await assigned(member) == 9)
        print("a standby member took over \(ContinuousClock.now - killed) after the active process had died")
        await log.close()
    }

    @Test func aStandbyProcessTakesOverWhenTheMemberHereLeaves() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let member = try await log.join(group: "pipe", topics: [input])
        #expect(try await assigned(member) == 0)
        let probe = try Probe("hold", directory.path)
        await member.leave()
        #expect(try await probe.lines(until: "assigned").last == "assigned 0")
        _ = await probe.kill()
        await log.close()
    }

    /// The group resumes after exactly the inputs whose outputs are there.
    private func expectOutputsUpToPosition(_ said: [String], in log: EmbeddedLog) async throws {
        let member = try await log.join(group: "pipe", topics: [input])
        let position = try await assigned(member)
        let outputs = try await contents(of: output, in: log)
        #expect(outputs.compactMap(number) == Array(0..<Int(position)))
        let told = said.filter { $0.hasPrefix("commit ") }.compactMap { Int64($0.dropFirst(7)) }.max() ?? 0
        #expect(position >= told)
    }
}
