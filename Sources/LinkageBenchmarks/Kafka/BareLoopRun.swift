import BareLoop
import EventLog

/// Runs the baseline: a loop in C with librdkafka alone.
struct BareLoopRun {
    let servers: String
    let inputs: [TopicPartition]
    let output: Topic
    /// Sets the group and the transactional writer apart from those of other runs.
    let name: String

    /// Reads the inputs and writes what a service wrote, byte for byte, in its transactions.
    /// - returns: The time from the first record until the last commit.
    func replay(_ transactions: [WitnessedLog.Transaction]) throws -> Duration {
        let outputs = NativeOutputs(transactions.flatMap(\.outputs))
        let sizes = transactions.map { bare_transaction(inputs: $0.inputs, outputs: $0.outputs.count) }
        return .nanoseconds(
            try withTask { task in
                withUnsafePointer(to: task) { bare_loop($0, sizes, sizes.count, outputs.native) }
            })
    }

    /// Answers every record with one, for so long.
    /// - returns: How many there were.
    func echo(for time: Duration) throws -> Int64 {
        try withTask { task in withUnsafePointer(to: task) { bare_echo($0, Int64(time.nanoseconds)) } }
    }

    struct Failed: Error {}

    private func withTask(_ body: (bare_task) -> Int64) throws -> Int64 {
        let texts = CStrings(
            [servers, "bare-\(name)", "bare-\(name)", output.name, "content-type", "application/protobuf"]
                + inputs.map(\.topic.name))
        let topics = Array(texts.pointers[6...])
        let partitions = inputs.map(\.partition)
        let result = topics.withUnsafeBufferPointer { topics in
            partitions.withUnsafeBufferPointer { partitions in
                body(
                    bare_task(
                        servers: texts.pointers[0], group: texts.pointers[1], transactional_id: texts.pointers[2],
                        input_topics: topics.baseAddress, input_partitions: partitions.baseAddress,
                        input_count: partitions.count, output_topic: texts.pointers[3],
                        header_name: texts.pointers[4], header_value: texts.pointers[5]))
            }
        }
        withExtendedLifetime(texts) {}
        guard result >= 0 else { throw Failed() }
        return result
    }
}

/// Texts as C has them.
private final class CStrings {
    let pointers: [UnsafePointer<CChar>?]

    init(_ texts: [String]) {
        pointers = texts.map { text in
            let bytes = Array(text.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: bytes, count: bytes.count)
            return UnsafePointer(copy)
        }
    }

    deinit { for pointer in pointers { pointer?.deallocate() } }
}

/// Outputs as C has them: all bytes in one piece of memory.
private final class NativeOutputs {
    let native: [bare_output]
    private let bytes: UnsafeMutableRawBufferPointer

    init(_ messages: [Message]) {
        let size = messages.reduce(0) { $0 + ($1.key?.count ?? 0) + ($1.value?.count ?? 0) }
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, size), alignment: 1)
        var next = 0
        func keep(_ part: [UInt8]?) -> (start: UnsafeRawPointer?, count: Int) {
            guard let part, let base = bytes.baseAddress else { return (nil, 0) }
            let start = base + next
            part.withUnsafeBytes {
                if let source = $0.baseAddress { start.copyMemory(from: source, byteCount: part.count) }
            }
            next += part.count
            return (UnsafeRawPointer(start), part.count)
        }
        native = messages.map { message in
            let (key, value) = (keep(message.key), keep(message.value))
            return bare_output(
                partition: message.partition ?? 0, key: key.start, key_length: key.count, value: value.start,
                value_length: value.count)
        }
        self.bytes = bytes
    }

    deinit { bytes.deallocate() }
}
