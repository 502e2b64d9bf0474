import Contracts
import EventLog
import Pipeline

/// Publishes a small fictional market for `linkage up --sample`.
struct SamplePublication {
    private let log: any EventLog

    init(to log: any EventLog) { self.log = log }

    /// Publishes, unless something has been published before.
    func publishIfEmpty() async throws {
        for subject in Subject.allCases {
            guard try await log.offsets(of: TopicPartition(subject.topic)).isEmpty else {
                return standardError("there are records in the log already: no sample is published")
            }
        }
        let market = try SampleMarket(SampleMarket.Options(asOf: CalendarDay.today.description))
        let publisher = Publisher(log: log, source: "/linkage/sample")
        var count = 0
        for subject in SampleMarket.publishingOrder {
            var messages: [PublishedMessage] = []
            try market.forEachObject(of: subject) { json in
                messages.append(try RecordCodec.decode(subject: subject, contentType: nil, value: json).get())
            }
            count += try await publisher.publish(messages).count
        }
        standardError("a fictional market of \(count) records is published; matches follow in a moment")
    }
}
