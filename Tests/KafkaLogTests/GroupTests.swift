import EventLog
import KafkaLog
import Testing

@Suite("A group's members on a real broker", .enabled(if: LocalBroker.isAvailable, LocalBroker.advice))
struct GroupTests {
    @Test func aFencedMemberGoesOnWhereTheGroupIs() async throws {
        try await withTopics { bench in
            try await bench.log.publish(messages(0..<6, to: bench.input))
            let older = try await bench.log.join(group: "older-\(bench.name)", topics: [bench.input])
            let newer = try await bench.log.join(group: "newer-\(bench.name)", topics: [bench.input])
            #expect(try await assigned(older) == [bench.first: 0])
            _ = try await assigned(newer)
            try await older.commit([], advancing: [bench.first: 2], as: bench.name)
            try await newer.commit([], advancing: [bench.first: 5], as: bench.name)
            let error = await errorOf {
                let outputs = messages(0..<1, to: bench.output)
                try await older.commit(outputs, advancing: [bench.first: 6], as: bench.name)
            }
            #expect(isFenced(error), "\(String(describing: error))")
            #expect(try await revoked(older) == [bench.first])
            #expect(try await assigned(older) == [bench.first: 2])
            #expect(try await records(older).first?.position.offset == 2)
            #expect(try await bench.log.committedOffset(of: "older-\(bench.name)", in: bench.first) == 2)
        }
    }

    @Test func aMemberThatIsDroppedMakesRoomAtOnce() async throws {
        try await withTopics { bench in
            var first: (any GroupMember)? = try await bench.log.join(group: bench.name, topics: [bench.input])
            _ = try await assigned(try #require(first))
            first = nil
            let second = try await bench.log.join(group: bench.name, topics: [bench.input])
            #expect(try await assigned(second) == [bench.first: 0])
        }
    }

    @Test func aMemberWhoseLogIsClosedMakesRoomAtOnce() async throws {
        try await withTopics { bench in
            let other = try await KafkaLog(bench.configuration, logger: quiet)
            let first = try await other.join(group: bench.name, topics: [bench.input])
            _ = try await assigned(first)
            let second = try await bench.log.join(group: bench.name, topics: [bench.input])
            await other.close()
            #expect(try await assigned(second) == [bench.first: 0])
        }
    }

    @Test func cancelledCallsLoseNoEventsAndNoRecords() async throws {
        try await withTopics { bench in
            let member = try await bench.log.join(group: bench.name, topics: [bench.input])
            var offsets: [TopicPartition: Int64] = [:]
            var seen: [Int64] = []
            let publishing = Task {
                for start in stride(from: 0, to: 200, by: 10) {
                    try await bench.log.publish(messages(start..<start + 10, to: bench.input))
                }
            }
            try await condition("all records") {
                let call = Task { try await member.next(BatchLimit(records: 3), within: .seconds(1)) }
                if Bool.random() { call.cancel() }
                switch try await call.value {
                case .assigned(let given): offsets.merge(given) { $1 }
                case .records(let records): seen += records.map(\.position.offset)
                case .revoked, .idle: break
                }
                return seen.count >= 200
            }
            #expect(offsets == [bench.first: 0])
            #expect(seen == Array(0..<200))
            try await publishing.value
        }
    }

    @Test func cancelledCallsOfAReaderLoseNoRecords() async throws {
        try await withTopics { bench in
            try await bench.log.publish(messages(0..<300, to: bench.input))
            let reader = try await bench.log.read(from: [bench.first: 0])
            var seen: [Int64] = []
            try await condition("all records") {
                let call = Task { try await reader.next(BatchLimit(records: 7), within: .seconds(1)) }
                if Bool.random() { call.cancel() }
                seen += try await call.value.map(\.position.offset)
                return seen.count >= 300
            }
            #expect(seen == Array(0..<300))
        }
    }

    @Test func recordsOfAPartitionThatWasTakenBackAreNotGiven() async throws {
        try await withTopics(partitions: 2) { bench in
            for partition in Int32(0)..<2 {
                let more = messages(0..<50, to: bench.input).map { message in
                    var message = message
                    message.partition = partition
                    return message
                }
                try await bench.log.publish(more)
            }
            let first = try await bench.log.join(group: bench.name, topics: [bench.input])
            var held = Set(try await assigned(first).keys)
            #expect(held.count == 2)
            let second = try await bench.log.join(group: bench.name, topics: [bench.input])
            var given: [TopicPartition: Int64] = [:]
            try await condition("the members share the partitions") {
                if case .assigned(let offsets) = try await second.next(BatchLimit(), within: .milliseconds(5)) {
                    given = offsets
                }
                switch try await first.next(BatchLimit(records: 1), within: .milliseconds(5)) {
                case .assigned(let offsets): held = Set(offsets.keys)
                case .revoked(let partitions): held.subtract(partitions)
                case .records(let records): #expect(held.isSuperset(of: records.map(\.position.topicPartition)))
                case .idle: break
                }
                return held.count == 1 && given.count == 1
            }
            #expect(held.isDisjoint(with: given.keys))
            let lost = try #require(given.keys.first)
            let error = await errorOf { try await first.commit([], advancing: [lost: 1], as: bench.name) }
            #expect(isFenced(error), "\(String(describing: error))")
        }
    }

    @Test func aMemberMayCommitNoPositionThatIsNone() async throws {
        try await withTopics { bench in
            let member = try await bench.log.join(group: bench.name, topics: [bench.input])
            _ = try await assigned(member)
            for offset in [Int64.min, -1, .max] {
                let error = await errorOf { try await member.commit([], advancing: [bench.first: offset], as: "w") }
                guard case .failed = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            #expect(try await member.commit([], advancing: [:], as: "w").isEmpty)
        }
    }

    private struct Bench {
        let log: KafkaLog
        let configuration: KafkaConfiguration
        let name: String
        let input: Topic
        let output: Topic
        var first: TopicPartition { TopicPartition(input) }
    }

    private func withTopics(partitions: Int32 = 1, _ body: (Bench) async throws -> Void) async throws {
        let configuration = try await LocalBroker.shared().configuration()
        let name = "group-\(UInt64.random(in: .min ... .max))"
        let topics = [Topic("\(name)-in"), Topic("\(name)-out")]
        let admin = try await KafkaAdmin(configuration, logger: quiet)
        try await admin.create(topics.map { TopicSpecification($0, partitions: partitions) })
        let log = try await KafkaLog(configuration, logger: quiet)
        let bench = Bench(log: log, configuration: configuration, name: name, input: topics[0], output: topics[1])
        let result: Result<Void, any Error>
        do { result = .success(try await body(bench)) } catch { result = .failure(error) }
        await log.close()
        try await admin.delete(topics)
        await admin.close()
        try result.get()
    }
}
