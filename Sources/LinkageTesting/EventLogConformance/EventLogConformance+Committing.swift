import EventLog
import Testing

extension EventLogConformance {
    static let committing = [
        Promise("outputs and positions are committed together") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<20))
                let first = try await bench.join()
                try await first.untilRecords(12, limit: BatchLimit(records: 4))
                let done = first.records
                let positions = try await first.member.commit(
                    done.map(bench.outcome), advancing: after(done), as: "writer-\(bench.name)")
                await first.member.leave()

                let outputs = try await bench.contents(of: bench.output)
                #expect(Set(outputs.map(\.position)) == Set(positions))
                #expect(Set(outputs.compactMap(number)) == Set(done.compactMap(number)))
                let second = try await bench.join()
                try await second.untilRecords(20 - done.count)
                #expect(Set(second.records.compactMap(number)).isDisjoint(with: done.compactMap(number)))
                await second.member.leave()
            }
        },
        Promise("how far a group has come is known to others") { suite in
            try await suite.withLog { bench in
                let group = "group-\(bench.name)"
                let partition = TopicPartition(bench.input)
                #expect(try await bench.log.committedOffset(of: group, in: partition) == nil)
                try await bench.log.publish(
                    bench.messages(0..<3).map { message in
                        var message = message
                        message.partition = 0
                        return message
                    })
                let consumer = try await bench.join()
                try await consumer.untilRecords(3)
                let reached = after(consumer.records)
                try await consumer.member.commit([], advancing: reached, as: "writer-\(bench.name)")
                #expect(try await bench.log.committedOffset(of: group, in: partition) == reached[partition])
                await consumer.member.leave()
            }
        },
        Promise("a commit that is refused leaves neither outputs nor positions") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<5))
                let first = try await bench.join()
                try await first.untilRecords(5)
                let (member, done) = (first.member, first.records)
                let writer = "writer-\(bench.name)"
                let tooLarge = Message(
                    to: bench.output, key: nil, value: [UInt8](repeating: 0, count: EventLogLimits.recordBytes + 1))
                let unknown = Topic("unknown-\(bench.name)")
                let refused: [(Message, EventLogError)] = [
                    (
                        tooLarge,
                        .recordTooLarge(bytes: EventLogLimits.recordBytes + 1, limit: EventLogLimits.recordBytes)
                    ),
                    (Message(to: unknown, key: nil, value: [1]), .unknownTopic(unknown)),
                ]
                for (message, error) in refused {
                    let outputs = done.map(bench.outcome) + [message]
                    #expect(
                        await errorOf {
                            try await member.commit(outputs, advancing: after(done), as: writer)
                        } == error)
                }
                #expect(try await bench.contents(of: bench.output).isEmpty)
                await member.leave()
                let second = try await bench.join()
                try await second.untilRecords(5)
                #expect(Set(second.records.compactMap(number)) == Set(0..<5))
                await second.member.leave()
            }
        },
        Promise("a member can commit again after a commit was refused") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<5))
                let consumer = try await bench.join()
                try await consumer.untilRecords(5)
                let (member, done) = (consumer.member, consumer.records)
                let writer = "writer-\(bench.name)"
                let unknown = Topic("unknown-\(bench.name)")
                _ = await errorOf {
                    try await member.commit(
                        [Message(to: unknown, key: nil, value: [1])], advancing: after(done), as: writer)
                }
                try await member.commit(done.map(bench.outcome), advancing: after(done), as: writer)
                #expect(Set(try await bench.contents(of: bench.output).compactMap(number)) == Set(0..<5))
                await member.leave()
            }
        },
        Promise("a member commits again and again") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<30))
                let consumer = try await bench.join()
                var handled: [Record] = []
                while handled.count < 30 {
                    try await consumer.untilRecords(1, limit: BatchLimit(records: 7))
                    let done = consumer.records
                    consumer.forget()
                    try await consumer.member.commit(
                        done.map(bench.outcome), advancing: after(done), as: "writer-\(bench.name)")
                    handled += done
                }
                await consumer.member.leave()
                let outputs = try await bench.contents(of: bench.output)
                #expect(outputs.compactMap(number).sorted() == Array(0..<30))
            }
        },
        Promise("a member is fenced once another has its partitions, and nothing of its commit is written") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<5))
                let partitions = try await bench.partitions(of: bench.input)
                let first = try await bench.join()
                try await first.untilRecords(5)
                await first.member.leave()
                let second = try await bench.join()
                try await second.untilAssigned(partitions)
                let (member, done) = (first.member, first.records)
                let error = await errorOf {
                    try await member.commit(done.map(bench.outcome), advancing: after(done), as: "writer-\(bench.name)")
                }
                #expect(isFenced(error), "\(String(describing: error))")
                #expect(try await bench.contents(of: bench.output).isEmpty)
                try await second.untilRecords(5)
                await second.member.leave()
            }
        },
        Promise("a newer writer of the same name fences the older one") { suite in
            try await suite.withLog { bench in
                let rivals = try await Rivals(on: bench)
                try await rivals.commitAll(rivals.newer)
                await rivals.expectOlderIsFenced()
                #expect(try await bench.contents(of: bench.output).count == 5)
                await rivals.leave()
            }
        },
        Promise("a commit of nothing takes the writer's name") { suite in
            try await suite.withLog { bench in
                let rivals = try await Rivals(on: bench)
                try await rivals.newer.member.commit([], advancing: [:], as: rivals.writer)
                await rivals.expectOlderIsFenced()
                try await rivals.commitAll(rivals.newer)
                #expect(try await bench.contents(of: bench.output).count == 5)
                await rivals.leave()
            }
        },
    ]
}

/// Members of two groups that have read the same five records; the older has committed under a writer's name.
private struct Rivals {
    let bench: Bench
    let writer: String
    let older: Consumer
    let newer: Consumer

    init(on bench: Bench) async throws {
        self.bench = bench
        writer = "writer-\(bench.name)"
        try await bench.log.publish(bench.messages(0..<5))
        older = try await bench.join("older")
        newer = try await bench.join("newer")
        try await older.untilRecords(5)
        try await newer.untilRecords(5)
        try await older.member.commit([], advancing: after(older.records.prefix(1)), as: writer)
    }

    /// Commits what came of all that a member has read.
    func commitAll(_ consumer: Consumer) async throws {
        try await consumer.member.commit(
            consumer.records.map(bench.outcome), advancing: after(consumer.records), as: writer)
    }

    func expectOlderIsFenced() async {
        let error = await errorOf { try await commitAll(older) }
        #expect(isFenced(error), "\(String(describing: error))")
    }

    func leave() async {
        await older.member.leave()
        await newer.member.leave()
    }
}

private func isFenced(_ error: EventLogError?) -> Bool {
    guard case .fenced = error else { return false }
    return true
}
