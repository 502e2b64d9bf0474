import EventLog
import LinkageTesting
import LogConformance
import Testing

/// Without faults the simulated log keeps what every log promises, so that a simulation tests what it is meant to.
@Suite struct ConformanceTests {
    @Test(arguments: EventLogConformance.promises, [true, false])
    func keeps(_ promise: EventLogConformance.Promise, leavingMarks leavesMarks: Bool) async throws {
        try await promise.check(
            on: EventLogConformance { topics, partitions in
                let log = SimulatedLog(
                    topics: Dictionary(uniqueKeysWithValues: topics.map { ($0, partitions) }),
                    leavesMarks: leavesMarks)
                return EventLogConformance.Place(open: { log.connect() })
            })
    }
}
