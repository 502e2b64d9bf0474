import ArgumentParser
import Contracts
import EventLog
import Foundation
import History
import Pipeline

/// `linkage publish requirements FILE`: records of a file to their public topic.
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes the records of a .json, .jsonl or .csv file.",
        discussion: """
            What is wrong with a record is told with file, line, field and reason; the rest goes on. In a .csv the columns
            are JSON paths, such as maximumUnitPrice.value or unitPriceTiers.0.minimumQuantity.
            """)

    @Argument(help: "What the records are about: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
    var subject: Subject

    @Argument(help: "The file; - is the standard input.")
    var file: String

    @Flag(help: "Wait until it is known what became of each record.")
    var wait = false

    @Option(help: "With --wait: for how many seconds at most.")
    var timeout = 60

    @Flag(help: "Withdraw the keys of the records instead of publishing them.")
    var withdraw = false

    @OptionGroup var log: LogOptions

    func run() async throws {
        try await reporting {
            try await log.withLog { try await publishAll(to: $0) }.conclude()
        }
    }

    private func publishAll(to eventLog: any EventLog) async throws -> PublishReport {
        let publisher = Publisher(log: eventLog, source: "/linkage/cli")
        let check = RecordCheck(reference: try log.data.referenceLists())
        var records = try RecordFile(path: file, subject: subject)
        var report = PublishReport(file: file, subject: subject, isWithdrawal: withdraw)
        var batch: [(line: Int, message: PublishedMessage)] = []
        func flush() async throws {
            guard !batch.isEmpty else { return }
            do {
                let positions = try await send(batch.map(\.message), publisher)
                report.published(zip(batch.map(\.line), positions))
            } catch let error as EventLogError {
                throw Failure("\(error); \(report.afterFailure)", exitCode: .unavailable)
            }
            batch.removeAll(keepingCapacity: true)
        }
        while let record = try records.next() {
            switch record.content.mapError(Refusals.init).flatMap({ check.message(subject, $0) }) {
            case .failure(let refusals): report.refused(line: record.line, refusals)
            case .success(let message): batch.append((record.line, message))
            }
            if batch.count >= Self.batchRecords { try await flush() }
        }
        try await flush()
        if wait { try await awaitOutcomes(&report) }
        return report
    }

    private func send(_ messages: [PublishedMessage], _ publisher: Publisher) async throws -> [Position] {
        guard withdraw else { return try await publisher.publish(messages) }
        return try await publisher.withdraw(try messages.map { try $0.key.get() }, of: subject)
    }

    private static let batchRecords = 5_000

    /// Polls the cache, which a running `linkage up` writes, until each record's outcome is there.
    private func awaitOutcomes(_ report: inout PublishReport) async throws {
        let deadline = ContinuousClock.now + .seconds(timeout)
        while !report.waiting.isEmpty {
            if FileManager.default.fileExists(atPath: log.data.cachePath) {
                let cache = try HistoryCache(path: log.data.cachePath)
                let waiting = report.waiting
                let outcomes = try await cache.read { reader in
                    try waiting.map { line, position in
                        (
                            line, position,
                            try reader.submission(
                                topic: position.topicPartition.topic.name, partition: position.topicPartition.partition,
                                offset: position.offset)
                        )
                    }
                }
                report.learned(outcomes)
                try cache.close()
            }
            guard !report.waiting.isEmpty else { return }
            guard ContinuousClock.now < deadline else {
                throw Failure(
                    """
                    \(report.waiting.count) records are published, but what became of them is not known after \
                    \(timeout) seconds: is `linkage up` running on \(log.data.path)?
                    """, exitCode: .unavailable)
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
