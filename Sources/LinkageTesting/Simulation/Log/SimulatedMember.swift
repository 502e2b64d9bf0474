internal import EventLog

/// A member of a group of a simulated log.
final class SimulatedMember: GroupMember {
    private let connection: SimulatedConnection
    private let number: Int

    init(_ connection: SimulatedConnection, _ number: Int) {
        self.connection = connection
        self.number = number
    }

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> GroupEvent {
        let deadline = ContinuousClock.now + time
        while true {
            if Task.isCancelled, !connection.isClosed { return .idle }
            let event = try await connection.perform(.next) { [number] storage, turn, _ throws(EventLogError) in
                let limit = BatchLimit(records: min(limit.records, max(1, turn.records)), bytes: limit.bytes)
                return turn.records == 0 ? nil : try storage.next(number, limit, first: turn.first)
            }
            if let event { return event }
            guard await connection.pace.looksAgain(until: deadline) else { return .idle }
        }
    }

    func commit(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String
    ) async throws(EventLogError) -> [Position] {
        let progress = try await connection.perform(.commit) { [number] storage, _, time throws(EventLogError) in
            try storage.begin(outputs, advancing: positions, as: writer, by: number, at: time)
        }
        let positions =
            switch progress {
            case .decided(let positions): positions
            case .open(let transaction):
                try await connection.perform(.decide) { [number] storage, _, _ throws(EventLogError) in
                    try storage.finish(transaction, as: writer, by: number)
                }
            }
        connection.acknowledge(writer, by: number)
        return positions
    }

    func leave() async {
        // A process that has ended does not leave: the group finds out by itself.
        _ = try? await connection.perform(.leave) { [number] storage, _, _ throws(EventLogError) in
            storage.leave(number)
        }
    }
}
