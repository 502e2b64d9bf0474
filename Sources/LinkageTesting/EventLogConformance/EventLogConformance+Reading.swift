import EventLog
import Testing

extension EventLogConformance {
    static let reading = [
        Promise("a reader starts at the offset it is given") { suite in
            try await suite.withLog { bench in
                let messages = (0..<20).map {
                    Message(to: bench.input, partition: 0, key: nil, value: Array("\($0)".utf8))
                }
                let positions = try await bench.log.publish(messages)
                let start = positions[13]
                let reader = try await bench.log.read(from: [start.topicPartition: start.offset])
                #expect(try await bench.take(7, from: reader).map(\.position) == Array(positions[13...]))
                await reader.close()
            }
        },
        Promise("a reader that waits is woken by a publish") { suite in
            try await suite.withLog { bench in
                let partitions = try await bench.partitions(of: bench.input)
                let reader = try await bench.log.read(
                    from: Dictionary(uniqueKeysWithValues: partitions.map { ($0, 0) }))
                for round in 0..<10 {
                    let started = ContinuousClock.now
                    async let woken = reader.next(BatchLimit(), within: bench.patience)
                    try await bench.log.publish(bench.messages(round..<round + 1))
                    #expect(try await woken.compactMap(number) == [round])
                    #expect(ContinuousClock.now - started < bench.patience / 2)
                }
                await reader.close()
            }
        },
        Promise("a reader comes to the end, also where no record is the last that the log keeps") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<5))
                let consumer = try await bench.join()
                try await consumer.untilRecords(5)
                try await consumer.member.commit(
                    consumer.records.map(bench.outcome), advancing: after(consumer.records),
                    as: "writer-\(bench.name)")
                await consumer.member.leave()
                var ends: [TopicPartition: Int64] = [:]
                for partition in try await bench.partitions(of: bench.output) {
                    ends[partition] = try await bench.log.offsets(of: partition).upperBound
                }
                let reader = try await bench.log.read(from: ends.mapValues { _ in 0 })
                var count = 0
                let deadline = ContinuousClock.now + bench.patience
                while try await reader.positions() != ends, ContinuousClock.now < deadline {
                    count += try await reader.next(BatchLimit(records: 2), within: bench.patience).count
                }
                #expect(try await reader.positions() == ends)
                #expect(count == 5)
                await reader.close()
            }
        },
        Promise("a reader returns nothing when nothing comes within the time") { suite in
            try await suite.withLog { bench in
                let reader = try await bench.log.read(from: [TopicPartition(bench.input, 0): 0])
                #expect(try await reader.next(BatchLimit(), within: .zero).isEmpty)
                #expect(try await reader.next(BatchLimit(), within: .milliseconds(30)).isEmpty)
                await reader.close()
            }
        },
        Promise("a batch holds no more records than its limit, and is given in order without a gap") { suite in
            try await suite.withLog { bench in
                let positions = try await bench.log.publish(bench.messages(0..<2_500))
                let partitions = try await bench.partitions(of: bench.input)
                let reader = try await bench.log.read(
                    from: Dictionary(uniqueKeysWithValues: partitions.map { ($0, 0) }))
                var records: [Record] = []
                let deadline = ContinuousClock.now + bench.patience
                while records.count < positions.count, ContinuousClock.now < deadline {
                    let batch = try await reader.next(BatchLimit(records: 70), within: .milliseconds(200))
                    #expect(batch.count <= 70)
                    records += batch
                }
                #expect(Set(records.map(\.position)) == Set(positions))
                #expect(records.count == positions.count)
                await reader.close()
            }
        },
        Promise("a batch takes no further record once its limit of bytes is reached, but always one") { suite in
            try await suite.withLog { bench in
                try await bench.log.publish(bench.messages(0..<100, bytes: 1_000))
                let partitions = try await bench.partitions(of: bench.input)
                let reader = try await bench.log.read(
                    from: Dictionary(uniqueKeysWithValues: partitions.map { ($0, 0) }))
                var count = 0
                let deadline = ContinuousClock.now + bench.patience
                while count < 100, ContinuousClock.now < deadline {
                    let limit = count < 50 ? 10_000 : 1
                    let batch = try await reader.next(BatchLimit(bytes: limit), within: .milliseconds(200))
                    let sizes = batch.map { ($0.key?.count ?? 0) + ($0.value?.count ?? 0) }
                    #expect(sizes.dropLast().reduce(0, +) < limit)
                    count += batch.count
                }
                #expect(count == 100)
                await reader.close()
            }
        },
        Promise("a reader whose task is cancelled returns at once") { suite in
            try await suite.withLog { bench in
                let reader = try await bench.log.read(from: [TopicPartition(bench.input, 0): 0])
                let started = ContinuousClock.now
                let waiting = Task { try await reader.next(BatchLimit(), within: bench.patience) }
                waiting.cancel()
                #expect(try await waiting.value.isEmpty)
                #expect(ContinuousClock.now - started < bench.patience / 2)
                await reader.close()
            }
        },
    ]
}
