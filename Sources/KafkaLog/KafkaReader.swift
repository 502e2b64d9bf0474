import EventLog
import Synchronization

/// A reader of given partitions; see `KafkaLog.read(from:)`.
final class KafkaReader: LogReader {
    private typealias Answer = Result<[Record], EventLogError>

    private let consumer: Consumer
    private let servers: String
    private let thread: ClientThread
    private let isClosed = Mutex(false)

    private init(_ consumer: Consumer, on thread: ClientThread, servers: String) {
        self.consumer = consumer
        self.thread = thread
        self.servers = servers
    }

    deinit {
        let consumer = consumer
        thread.abandon { consumer.destroy() }
    }

    /// Makes a reader that starts at these offsets.
    static func open(
        at offsets: [TopicPartition: Int64], _ configuration: KafkaConfiguration, log: ClientLog
    ) async throws(EventLogError) -> KafkaReader {
        let thread = ClientThread("kafka-read")
        let starts = offsets.mapValues { min(max(0, $0), KafkaLogLimits.offsetMax) }
        let opened = await thread.run {
            Result { () throws(EventLogError) in
                let consumer = try Consumer(.reader, configuration, log: log)
                do throws(KafkaFailure) { try consumer.assign(PartitionList(starts)) } catch {
                    defer { consumer.destroy() }
                    throw EventLogError(
                        error, "beginning to read", client: consumer.client, servers: configuration.bootstrapServers)
                }
                return consumer
            }
        }
        guard let opened else { throw .closed }
        return KafkaReader(try opened.get(), on: thread, servers: configuration.bootstrapServers)
    }

    func next(_ limit: BatchLimit, within time: Duration) async throws(EventLogError) -> [Record] {
        let pending = PendingNext<Answer>()
        let deadline = Deadline(after: time)
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                pending.wait(continuation)
                let isSubmitted = thread.submit { self.answer(pending, limit, by: deadline) }
                if !isSubmitted { pending.finish(.failure(.closed)) }
            }
        } onCancel: {
            if pending.finish(.success([])) { wake() }
        }
        return try answer.get()
    }

    /// Runs on the thread.
    private func answer(_ pending: PendingNext<Answer>, _ limit: BatchLimit, by deadline: Deadline) {
        guard pending.isWanted else { return }
        let taken = consumer.take(limit, until: deadline) { pending.isWanted && !self.isClosed.withLock { $0 } }
        if isClosed.withLock({ $0 }) {
            pending.finish(.failure(.closed))
            return
        }
        switch taken {
        case .records(let records):
            if !pending.finish(.success(records)) { consumer.giveBack(records) }
        case .failed(let failure):
            let error = EventLogError(failure, "reading", client: consumer.client, servers: servers)
            pending.finish(.failure(error))
        case .given, .takenBack, .nothing: pending.finish(.success([]))
        }
    }

    func positions() async throws(EventLogError) -> [TopicPartition: Int64] {
        let consumer = consumer
        guard let positions = await thread.run({ consumer.positions }) else { throw .closed }
        return positions
    }

    func close() async {
        wakeAndClose()
        let consumer = consumer
        await thread.stop { consumer.destroy() }
    }

    /// The properties the consumer works with.
    func effectiveProperties() async -> [String: String] {
        let consumer = consumer
        return await thread.run { consumer.client.effectiveProperties } ?? [:]
    }

    // The consumer is destroyed only once this says that the reader is closed.

    private func wake() { isClosed.withLock { if !$0 { consumer.wake() } } }

    private func wakeAndClose() {
        isClosed.withLock { isClosed in
            if !isClosed { consumer.wake() }
            isClosed = true
        }
    }
}
