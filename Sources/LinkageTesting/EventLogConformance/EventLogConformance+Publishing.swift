import EventLog
import Testing

extension EventLogConformance {
    static let publishing = [
        Promise("a record is read at the position that publish returned") { suite in
            try await suite.withLog { bench in
                let messages = bench.messages(0..<50)
                let positions = try await bench.log.publish(messages)
                #expect(Set(positions).count == messages.count)
                let records = try await bench.readAll(bench.input, count: messages.count)
                let values = Dictionary(records.map { ($0.position, $0.value) }) { first, _ in first }
                for (message, position) in zip(messages, positions) { #expect(values[position] == message.value) }
            }
        },
        Promise("records of a partition and of a key stay in the order they were published in") { suite in
            try await suite.withLog { bench in
                for start in stride(from: 0, to: 200, by: 20) {
                    try await bench.log.publish(bench.messages(start..<start + 20))
                }
                let records = try await bench.readAll(bench.input, count: 200)
                for (_, group) in Dictionary(grouping: records, by: \.position.topicPartition) {
                    let numbers = group.compactMap(number)
                    #expect(numbers == numbers.sorted())
                    #expect(group.map(\.position) == group.map(\.position).sorted())
                }
                for (_, group) in Dictionary(grouping: records, by: \.key) {
                    #expect(Set(group.map(\.position.topicPartition)).count == 1)
                    let numbers = group.compactMap(number)
                    #expect(numbers == numbers.sorted())
                }
            }
        },
        Promise("a record goes to the partition that its message names") { suite in
            try await suite.withLog { bench in
                for partition in try await bench.partitions(of: bench.input) {
                    let message = Message(to: bench.input, partition: partition.partition, key: [1], value: [2])
                    #expect(try await bench.log.publish([message]).map(\.topicPartition) == [partition])
                }
            }
        },
        Promise("every byte of key, value and headers comes back, and so does what is missing or empty") { suite in
            try await suite.withLog { bench in
                let bytes = Array(UInt8.min...UInt8.max)
                let headers = [
                    Header("ce_id", "đặt hàng"), Header("ce_id", bytes), Header("", [UInt8]()), Header("b", bytes),
                ]
                let contents: [(key: [UInt8]?, value: [UInt8]?, headers: [Header])] = [
                    (bytes, bytes, headers), (bytes, nil, []), (bytes, [], []), ([], bytes, []), (nil, bytes, headers),
                    ([], [], []), (nil, nil, [Header("only", "this")]),
                ]
                var expected: [Position: Int] = [:]
                for (index, content) in contents.enumerated() {
                    let message = Message(
                        to: bench.input, partition: 0, key: content.key, value: content.value, headers: content.headers)
                    expected[try #require(try await bench.log.publish([message]).first)] = index
                }
                let records = try await bench.readAll(bench.input, count: contents.count)
                for record in records {
                    let content = contents[try #require(expected[record.position])]
                    #expect(record.key == content.key)
                    #expect(record.value == content.value)
                    #expect(record.headers == content.headers)
                    #expect(record.timestamp > 1_577_836_800_000, "later than the year 2020")
                }
            }
        },
        Promise("offsets begin at the first record and end where the next will be") { suite in
            try await suite.withLog { bench in
                let partition = TopicPartition(bench.input, 0)
                let empty = try await bench.log.offsets(of: partition)
                #expect(empty.isEmpty)
                let message = Message(to: bench.input, partition: 0, key: [1], value: [2])
                let first = try await bench.log.publish([message, message])
                let held = try await bench.log.offsets(of: partition)
                #expect(held.lowerBound <= first[0].offset && first[1].offset < held.upperBound)
                let next = try await bench.log.publish([message])
                #expect(next.map(\.offset) == [held.upperBound])
            }
        },
        Promise("an unknown topic or partition is refused, and nothing of the call is written") { suite in
            try await suite.withLog { bench in
                let log = bench.log
                let unknown = Topic("unknown-\(bench.name)")
                let count = try await log.partitionCount(of: bench.input)
                #expect(count > 0)
                let known = Message(to: bench.input, key: [1], value: [1])
                #expect(
                    await errorOf { _ = try await log.partitionCount(of: unknown) }
                        == .unknownTopic(unknown))
                #expect(
                    await errorOf {
                        try await log.publish([known, Message(to: unknown, key: [1], value: [1])])
                    } == .unknownTopic(unknown))
                for partition in [-1, count, Int32.max, Int32.min] {
                    let place = TopicPartition(bench.input, partition)
                    let message = Message(to: bench.input, partition: partition, key: [1], value: [1])
                    #expect(
                        await errorOf { try await log.publish([known, message]) }
                            == .unknownTopic(bench.input))
                    #expect(
                        await errorOf { _ = try await log.offsets(of: place) }
                            == .unknownTopic(bench.input))
                    #expect(
                        await errorOf { _ = try await log.read(from: [place: 0]) }
                            == .unknownTopic(bench.input))
                }
                #expect(
                    await errorOf { _ = try await log.join(group: "g", topics: [unknown]) }
                        == .unknownTopic(unknown))
                #expect(try await bench.contents(of: bench.input).isEmpty)
            }
        },
        Promise("a record over the limit is refused with its size, and nothing of the call is written") { suite in
            try await suite.withLog { bench in
                let limit = EventLogLimits.recordBytes
                let fits = Message(
                    to: bench.input, key: [1], value: [UInt8](repeating: 7, count: limit - 8),
                    headers: [Header("abc", "1234")])
                var tooLarge = fits
                tooLarge.key = [1, 2]
                let log = bench.log
                #expect(
                    await errorOf { try await log.publish([fits, tooLarge]) }
                        == .recordTooLarge(bytes: limit + 1, limit: limit))
                #expect(try await bench.contents(of: bench.input).isEmpty)
                try await log.publish([fits])
                #expect(try await bench.contents(of: bench.input).map(\.value) == [fits.value])
            }
        },
        Promise("publishing nothing returns no positions") { suite in
            try await suite.withLog { bench in
                let positions = try await bench.log.publish([])
                #expect(positions.isEmpty)
            }
        },
        Promise("publishers at the same time lose nothing, and each keeps its order") { suite in
            try await suite.withLog { bench in
                let (publishers, calls) = (8, 25)
                let positions = try await withThrowingTaskGroup(of: [Position].self) { group in
                    for publisher in 0..<publishers {
                        group.addTask {
                            var positions: [Position] = []
                            for call in 0..<calls {
                                let messages = (0..<3).map { part in
                                    Message(
                                        to: bench.input, key: Array("publisher-\(publisher)".utf8),
                                        value: Array("\(call * 3 + part)".utf8))
                                }
                                positions += try await bench.log.publish(messages)
                            }
                            return positions
                        }
                    }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
                let count = publishers * calls * 3
                #expect(Set(positions).count == count)
                let records = try await bench.readAll(bench.input, count: count)
                #expect(Set(records.map(\.position)) == Set(positions))
                for (_, group) in Dictionary(grouping: records, by: \.key) {
                    #expect(group.compactMap(number) == Array(0..<calls * 3))
                }
            }
        },
        Promise("what was acknowledged is there when the log is opened again") { suite in
            try await suite.withLog { bench in
                let positions = try await bench.log.publish(bench.messages(0..<30))
                await bench.log.close()
                let again = try await bench.place.open()
                let records = try await bench.readAll(bench.input, count: 30, in: again)
                #expect(Set(records.map(\.position)) == Set(positions))
                await again.close()
            }
        },
    ]
}
