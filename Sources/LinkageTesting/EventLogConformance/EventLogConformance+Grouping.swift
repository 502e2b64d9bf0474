import EventLog
import Testing

extension EventLogConformance {
    static let grouping = [
        Promise("the only member of a group is given every partition, from the first record") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<20))
                let consumer = try await bench.join()
                let partitions = try await bench.partitions(of: bench.input)
                try await consumer.untilAssigned(partitions)
                #expect(Set(consumer.assigned.keys) == Set(partitions))
                #expect(consumer.assigned.values.allSatisfy { $0 == 0 })
                try await consumer.untilRecords(20)
                #expect(Set(consumer.records.compactMap(number)) == Set(0..<20))
                await consumer.member.leave()
            }
        },
        Promise("a group goes on after what it committed, also when the log is opened again") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<20))
                let first = try await bench.join()
                try await first.untilRecords(10, limit: BatchLimit(records: 1))
                let done = first.records.prefix(10)
                try await first.member.commit([], advancing: after(done), as: "writer-\(bench.name)")
                await first.member.leave()
                await bench.log.close()

                let again = try await bench.place.open()
                let second = try await bench.join(in: again)
                try await second.untilRecords(10)
                #expect(Set(second.records.compactMap(number)) == Set(0..<20).subtracting(done.compactMap(number)))
                for (partition, offset) in after(done) { #expect(second.assigned[partition] == offset) }
                await second.member.leave()
                await again.close()
            }
        },
        Promise("what a group did not commit it is given again") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<20))
                let first = try await bench.join()
                try await first.untilRecords(20)
                await first.member.leave()
                let second = try await bench.join()
                try await second.untilRecords(20)
                #expect(Set(second.records.map(\.position)) == Set(first.records.map(\.position)))
                await second.member.leave()
            }
        },
        Promise("groups do not see each other's positions") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<10))
                for group in ["one", "other"] {
                    let consumer = try await bench.join(group)
                    try await consumer.untilRecords(10)
                    try await consumer.member.commit(
                        [], advancing: after(consumer.records), as: "writer-\(group)-\(bench.name)")
                    await consumer.member.leave()
                }
            }
        },
        Promise("a member that waits is woken by a publish") { suite in
            try await suite.withLog { bench in
                let consumer = try await bench.join()
                try await consumer.untilAssigned(bench.partitions(of: bench.input))
                for round in 0..<5 {
                    try await bench.log.publish(bench.messages(round..<round + 1))
                    let started = ContinuousClock.now
                    while consumer.records.count <= round { try await consumer.step(within: bench.patience) }
                    #expect(ContinuousClock.now - started < bench.patience / 2)
                }
                await consumer.member.leave()
            }
        },
        Promise("when a member leaves, another takes over where it was") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<20))
                let partitions = try await bench.partitions(of: bench.input)
                let first = try await bench.join()
                try await first.untilAssigned(partitions)
                try await first.untilRecords(8, limit: BatchLimit(records: 1))
                let done = first.records
                try await first.member.commit([], advancing: after(done), as: "writer-\(bench.name)")

                let second = try await bench.join()
                try await second.step(within: .zero)
                await first.member.leave()
                try await second.untilAssigned(partitions)
                try await second.untilRecords(20 - done.count)
                #expect(Set(second.records.compactMap(number)) == Set(0..<20).subtracting(done.compactMap(number)))
                await second.member.leave()
            }
        },
        Promise("every partition has one member at a time, however many join") { suite in
            try await suite.withLog { bench in
                let partitions = try await bench.partitions(of: bench.input)
                let consumers = [try await bench.join(), try await bench.join(), try await bench.join()]
                try await bench.log.publish(bench.messages(0..<30))
                let deadline = ContinuousClock.now + bench.patience
                var given: [TopicPartition] = []
                while given.count != partitions.count, ContinuousClock.now < deadline {
                    for consumer in consumers { try await consumer.step(within: .milliseconds(20)) }
                    given = consumers.flatMap(\.assigned.keys)
                }
                #expect(given.sorted() == partitions)
                for consumer in consumers { await consumer.member.leave() }
            }
        },
        Promise("a member that has left is told that it is closed") { suite in
            try await suite.withLog { bench in
                let member = try await bench.join().member
                await member.leave()
                #expect(
                    await errorOf {
                        _ = try await member.next(BatchLimit(), within: bench.patience)
                    } == .closed)
            }
        },
    ]
}
