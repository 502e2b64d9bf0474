import EmbeddedLog
import EventLog
import LogConformance
import Testing

@Suite("EmbeddedLog keeps what every log promises")
struct ConformanceTests {
    @Test(arguments: EventLogConformance.promises)
    func keeps(_ promise: EventLogConformance.Promise) async throws {
        let suite = EventLogConformance { topics, _ in
            let directory = TemporaryDirectory()
            return EventLogConformance.Place(
                open: { try await EmbeddedLog(directory: directory.path, topics: topics) },
                remove: { directory.remove() })
        }
        try await promise.check(on: suite)
    }
}
