import EmbeddedLog
import EventLog
import Foundation
import GRDB
import Synchronization
import Testing

@Suite("The file of an embedded log")
struct StorageTests {
    @Test func anAcknowledgementMeansThatTheWriteAheadLogWasFlushed() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let durability = try await log.durability()
        #expect(durability.journalMode == "wal")
        #expect(durability.synchronous == 2)
        await log.close()
    }

    @Test func offsetsHaveNoGapsAlsoAfterRefusedCalls() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        for start in 0..<10 {
            try await log.publish(messages(start..<start + 1))
            _ = await errorOf { try await log.publish(messages(0..<3) + messages(0..<1, to: Topic("unknown"))) }
        }
        #expect(try await contents(of: input, in: log).map(\.position.offset) == Array(0..<10))
        await log.close()
    }

    @Test func aFileInPlaceOfTheDirectoryIsNamed() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        try Data("text".utf8).write(to: URL(fileURLWithPath: directory.path))
        for path in [directory.path, directory.path + "/below"] {
            let error = await errorOf { _ = try await EmbeddedLog(directory: path, topics: [input]) }
            guard case .unreachable(let why) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(why.contains(directory.path) && why.contains("directory"))
        }
    }

    @Test func aDirectoryThatCannotBeMadeIsNamed() async throws {
        let error = await errorOf { _ = try await EmbeddedLog(directory: "/proc/linkage", topics: [input]) }
        #expect(error?.description.contains("/proc/linkage") == true)
    }

    @Test func aDirectoryThatCannotBeWrittenIsNamed() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        await (try openLog(directory)).close()
        #expect(chmod(directory.path, 0o555) == 0)
        let said = await (try Probe("open", directory.path)).rest()
        #expect(chmod(directory.path, 0o755) == 0)
        let line = try #require(said.last)
        #expect(line.hasPrefix("error the log can't be written: \(directory.path)"), "\(line)")
    }

    @Test func aFileThatCannotBeWrittenIsNamed() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        await (try openLog(directory)).close()
        #expect(chmod(directory.path, 0o777) == 0)
        #expect(chmod(directory.path + "/opening.lock", 0o666) == 0)
        #expect(chmod(directory.path + "/log.sqlite", 0o444) == 0)
        let line = try #require(await (try Probe("open", directory.path)).rest().last)
        #expect(line.hasPrefix("error the log can't be written: \(directory.path)/log.sqlite"), "\(line)")
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let content = Data(repeating: 0x41, count: 10_000)
        let path = try makeFile(content, in: directory)
        let error = await errorOf { _ = try await openLog(directory) }
        guard case .damaged(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.contains(path))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
    }

    @Test func aDatabaseOfSomethingElseIsLeftAlone() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let path = try makeFile(Data(), in: directory)
        let database = try DatabaseQueue(path: path)
        try await database.write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
        try database.close()
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        let error = await errorOf { _ = try await openLog(directory) }
        guard case .damaged(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.contains(path) && why.contains("something else"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
    }

    @Test func aNewerVersionOfTheFileIsLeftAlone() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        await log.close()
        try await change(log) { try $0.execute(sql: "PRAGMA user_version = 2") }
        let error = await errorOf { _ = try await openLog(directory) }
        guard case .damaged(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.contains("version 2"))
    }

    @Test(arguments: [
        "UPDATE record_1 SET headers = x'ff'",
        "UPDATE record_1 SET headers = x'0161ffffffff7f'",
        "UPDATE record_1 SET headers = x'01ff0161'",
        "DROP TABLE record_1",
    ])
    func aRecordThatWasTamperedWithIsReportedAsDamage(sql: String) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish([Message(to: input, key: nil, value: [1], headers: [Header("name", "value")])])
        await log.close()
        try await change(log) { try $0.execute(sql: sql) }
        let again = try await openLog(directory)
        let error = await errorOf { _ = try await contents(of: input, in: again) }
        guard case .damaged(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.contains(log.path))
        await again.close()
    }

    @Test(arguments: 1...20)
    func aPageOfNonsenseIsReportedAsDamageUnlessNothingReadsIt(page: Int) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<300, bytes: 200))
        await log.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: log.path))
        try file.seek(toOffset: UInt64(page - 1) * 4_096)
        try file.write(contentsOf: Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 31) }))
        try file.close()
        let error = await errorOf {
            let again = try await openLog(directory)
            let member = try await again.join(group: "g", topics: [input])
            _ = try await assigned(member)
            try await member.commit(messages(0..<1), advancing: [TopicPartition(input): 1], as: "w")
            #expect(try await contents(of: input, in: again).compactMap(number) == Array(0..<300) + [0])
        }
        guard let error else { return }
        guard case .damaged(let why) = error else {
            Issue.record(error)
            return
        }
        #expect(why.contains(log.path))
    }

    @Test(arguments: ["", "a\0b", String(repeating: "a", count: 250)])
    func aNameThatCannotBeKeptIsRefused(name: String) async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        let errors = [
            await errorOf { _ = try await EmbeddedLog(directory: directory.path, topics: [Topic(name)]) },
            await errorOf { _ = try await log.join(group: name, topics: [input]) },
        ]
        for error in errors {
            guard case .failed = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        #expect(await errorOf { _ = try await log.partitionCount(of: Topic("in\0")) } == .unknownTopic(Topic("in\0")))
        await log.close()
    }

    @Test func anOffsetFromOutsideNeverTraps() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<3))
        for (offset, count) in [(Int64.min, 3), (-1, 3), (3, 0), (.max, 0)] {
            let reader = try await log.read(from: [TopicPartition(input): offset])
            #expect(try await reader.next(BatchLimit(records: .max, bytes: .max), within: .zero).count == count)
            #expect(try await reader.next(BatchLimit(records: .min, bytes: .min), within: .zero).count == 0)
        }
        await log.close()
    }

    @Test func aLongTopicDoesNotKeepAnotherFromBeingRead() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let log = try await openLog(directory)
        try await log.publish(messages(0..<300) + messages(0..<1, to: output))
        let reader = try await log.read(from: [TopicPartition(input): 0, TopicPartition(output): 0])
        let first = try await reader.next(BatchLimit(records: 10), within: .zero)
        let second = try await reader.next(BatchLimit(records: 10), within: .zero)
        #expect(Set((first + second).map(\.position.topicPartition.topic)) == [input, output])
        await log.close()
    }

    @Test func callsThatWaitForAFlushShareTheNextOneAndKeepTheirOwnErrors() async throws {
        let directory = TemporaryDirectory()
        defer { directory.remove() }
        let gate = DispatchSemaphore(value: 0)
        let transactions = Mutex(0)
        let log = try await openLog(directory) { step in
            guard step == .gathered,
                transactions.withLock({
                    $0 += 1; return $0 == 1
                })
            else { return }
            gate.wait()
        }
        let first = Task { try await log.publish(messages(0..<1)) }
        try await condition { transactions.withLock { $0 } == 1 }
        let calls = (1..<51).map { index in
            Task { () -> [Position]? in
                let topic = index % 5 == 0 ? Topic("unknown") : input
                let error = Mutex<[Position]?>(nil)
                _ = await errorOf {
                    let positions = try await log.publish(messages(index * 2..<index * 2 + 2, to: topic))
                    error.withLock { $0 = positions }
                }
                return error.withLock { $0 }
            }
        }
        try await condition { log.waitingCalls == 50 }
        gate.signal()
        _ = try await first.value
        for (index, call) in zip(1..., calls) {
            let positions = await call.value
            #expect((positions == nil) == (index % 5 == 0))
            if let positions { #expect(positions[1].offset == positions[0].offset + 1) }
        }
        #expect(transactions.withLock { $0 } == 2)
        #expect(try await contents(of: input, in: log).count == 81)
        await log.close()
    }

    // MARK: -

    private func makeFile(_ content: Data, in directory: TemporaryDirectory) throws -> String {
        try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
        let path = directory.path + "/" + EmbeddedLog.fileName
        try content.write(to: URL(fileURLWithPath: path))
        return path
    }

    private func change(_ log: EmbeddedLog, _ body: @escaping @Sendable (Database) throws -> Void) async throws {
        let database = try DatabaseQueue(path: log.path)
        try await database.write(body)
        try database.close()
    }
}
