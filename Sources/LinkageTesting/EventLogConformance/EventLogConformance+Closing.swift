import EventLog
import Testing

extension EventLogConformance {
    static let closing = [
        Promise("a closed log refuses every call") { suite in
            try await suite.withLog { bench in
                let (log, input) = (bench.log, bench.input)
                let reader = try await log.read(from: [TopicPartition(input): 0])
                let member = try await bench.join().member
                await log.close()
                await log.close()
                let calls: [@Sendable () async throws -> Void] = [
                    { _ = try await log.partitionCount(of: input) },
                    { _ = try await log.offsets(of: TopicPartition(input)) },
                    { try await log.publish([Message(to: input, key: [1], value: [1])]) },
                    { _ = try await log.read(from: [TopicPartition(input): 0]) },
                    { _ = try await log.join(group: "late", topics: [input]) },
                    { _ = try await reader.next(BatchLimit(), within: bench.patience) },
                    { _ = try await member.next(BatchLimit(), within: bench.patience) },
                ]
                for call in calls { #expect(await errorOf(call) == .closed) }
                await member.leave()
                await reader.close()
            }
        },
        Promise("closing ends the waits that are under way") { suite in
            try await suite.withLog { bench in
                let reader = try await bench.log.read(from: [TopicPartition(bench.input): 0])
                let started = ContinuousClock.now
                let waiting = Task {
                    await errorOf {
                        _ = try await reader.next(BatchLimit(), within: bench.patience)
                    }
                }
                await bench.log.close()
                #expect(await waiting.value == .closed)
                #expect(ContinuousClock.now - started < bench.patience / 2)
            }
        },
        Promise("closing waits for what is being published") { suite in
            try await suite.withLog { bench in
                let publishing = (0..<20).map { index in
                    Task { try await bench.log.publish(bench.messages(index..<index + 1)) }
                }
                await bench.log.close()
                var acknowledged: Set<Position> = []
                for task in publishing {
                    switch await task.result {
                    case .success(let positions): acknowledged.formUnion(positions)
                    case .failure(let error): #expect(error as? EventLogError == .closed)
                    }
                }
                let again = try await bench.place.open()
                let records = try await bench.contents(of: bench.input, in: again)
                #expect(Set(records.map(\.position)) == acknowledged)
                await again.close()
            }
        },
        Promise("a reader that was closed says so") { suite in
            try await suite.withLog { bench in
                let reader = try await bench.log.read(from: [TopicPartition(bench.input): 0])
                await reader.close()
                #expect(
                    await errorOf {
                        _ = try await reader.next(BatchLimit(), within: bench.patience)
                    } == .closed)
            }
        },
    ]
}
