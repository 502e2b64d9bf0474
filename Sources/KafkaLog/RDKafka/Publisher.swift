import EventLog
import Logging
import Synchronization

/// Publishes: one idempotent producer on one thread, which sends what calls hand over, in their order, and waits for
/// the delivery reports.
///
/// A full queue holds the next calls back; nothing is dropped. After a fatal failure of librdkafka's the next call is
/// given a new producer.
final class Publisher: Sendable {
    private struct Call {
        let messages: [Message]
        let deadline: Deadline
        let continuation: CheckedContinuation<Result<[Position], EventLogError>, Never>
    }

    private struct State {
        var calls: [Call] = []
        var isDriving = false
        var isClosed = false
        var producer: Producer?
    }

    private let configuration: KafkaConfiguration
    private let log: ClientLog
    private let state = Mutex(State())
    private let thread = ClientThread("kafka-publish")

    init(_ configuration: KafkaConfiguration, log: ClientLog) {
        self.configuration = configuration
        self.log = log
    }

    deinit {
        // While it drives, the thread holds it: nothing is under way here.
        let producer = state.withLock { $0.producer }
        thread.abandon { producer?.destroy() }
    }

    /// Sends messages and waits until the cluster has them.
    func publish(_ messages: [Message]) async throws(EventLogError) -> [Position] {
        let result = await withCheckedContinuation { continuation in
            let deadline = Deadline(after: configuration.timeout)
            hand(over: Call(messages: messages, deadline: deadline, continuation: continuation))
        }
        return try result.get()
    }

    private func hand(over call: Call) {
        let isRefused = state.withLock { state in
            guard !state.isClosed else { return true }
            state.calls.append(call)
            state.producer?.wake()
            // Under the lock, so that closing comes before or after both.
            if !state.isDriving { thread.submit { self.drive() } }
            state.isDriving = true
            return false
        }
        if isRefused { call.continuation.resume(returning: .failure(.closed)) }
    }

    /// Refuses later calls, waits for the earlier ones, frees the producer.
    func close() async {
        state.withLock { $0.isClosed = true }
        await thread.stop {
            // What is being driven was submitted before, and ends only when no call is left.
            self.replaceProducer(by: nil)
        }
    }

    /// Sends and waits until no call is left. Runs on the thread.
    private func drive() {
        var sent: [(Call, Delivery)] = []
        while true {
            let calls = state.withLock { state in
                defer { state.calls = [] }
                state.isDriving = !state.calls.isEmpty || !sent.isEmpty
                return state.calls
            }
            if calls.isEmpty && sent.isEmpty { return }
            do {
                let producer = try producer(mayReplace: sent.isEmpty)
                for call in calls { sent.append((call, producer.send(call.messages, by: call.deadline))) }
                if sent.contains(where: { $0.1.outstanding > 0 }) {
                    producer.poll(milliseconds: -1)
                }
                sent.removeAll { finish($0, $1, producer) }
            } catch {
                for call in calls { call.continuation.resume(returning: .failure(error)) }
            }
        }
    }

    /// Answers a call whose messages are all reported on.
    private func finish(_ call: Call, _ delivery: Delivery, _ producer: Producer) -> Bool {
        guard delivery.outstanding == 0 else { return false }
        producer.finish(delivery)
        do {
            call.continuation.resume(returning: .success(try delivery.positions()))
        } catch {
            let cause = error.failure.isFatal ? producer.client.fatalFailure ?? error.failure : error.failure
            let why = EventLogError(
                cause, "publishing to \(error.topic)", topic: error.topic, client: producer.client,
                servers: configuration.bootstrapServers)
            call.continuation.resume(returning: .failure(why))
        }
        return true
    }

    private func producer(mayReplace: Bool) throws(EventLogError) -> Producer {
        if let producer = state.withLock({ $0.producer }) {
            guard mayReplace, producer.client.fatalFailure != nil else { return producer }
            replaceProducer(by: nil)
        }
        let producer = try Producer(.publisher, configuration, log: log)
        replaceProducer(by: producer)
        return producer
    }

    /// Other threads wake a producer under the lock only, so none does once it is replaced.
    private func replaceProducer(by producer: Producer?) {
        let old = state.withLock { state in
            defer { state.producer = producer }
            return state.producer
        }
        old?.destroy()
    }

    /// The properties the producer works with.
    func effectiveProperties() async -> [String: String] {
        let properties = await thread.run {
            (try? self.producer(mayReplace: true))?.client.effectiveProperties ?? [:]
        }
        return properties ?? [:]
    }
}
