import CRdkafka
import EventLog

/// The messages of one call on their way: a slot for each, which librdkafka's delivery reports fill.
///
/// A slot's address travels through librdkafka with its message, so the delivery must live until it is complete or the
/// client is destroyed. Used on the client's thread only: reports come where the client is polled.
final class Delivery {
    /// What became of one message.
    private struct Slot {
        let delivery: Unmanaged<Delivery>
        var topicPartition: TopicPartition
        var offset: Int64 = -1
        var failure: rd_kafka_resp_err_t = RD_KAFKA_RESP_ERR_NO_ERROR
    }

    /// How many messages librdkafka has taken and not reported on.
    private(set) var outstanding = 0
    private let slots: UnsafeMutableBufferPointer<Slot>

    /// Room for so many messages.
    init(of messages: [Message]) {
        slots = .allocate(capacity: messages.count)
        let this = Unmanaged.passUnretained(self)
        for (index, message) in messages.enumerated() {
            let place = TopicPartition(message.topic, message.partition ?? 0)
            slots.initializeElement(at: index, to: Slot(delivery: this, topicPartition: place))
        }
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }

    /// What travels with a message.
    func opaque(of index: Int) -> UnsafeMutableRawPointer? {
        slots.baseAddress.map { UnsafeMutableRawPointer($0 + index) }
    }

    /// librdkafka has taken a message.
    func noteSent() { outstanding += 1 }

    /// librdkafka has refused a message; it will not report on it.
    func noteRefused(_ index: Int, _ failure: rd_kafka_resp_err_t) {
        slots[index].failure = failure
        refusal = refusal ?? KafkaFailure(failure)
    }

    /// Why librdkafka has refused a message; nil when it has taken all.
    private(set) var refusal: KafkaFailure?

    /// Takes a delivery report.
    static func report(_ message: UnsafePointer<rd_kafka_message_t>) {
        guard let opaque = message.pointee._private else { return }
        let slot = opaque.assumingMemoryBound(to: Slot.self)
        slot.pointee.topicPartition = TopicPartition(slot.pointee.topicPartition.topic, message.pointee.partition)
        slot.pointee.offset = message.pointee.offset
        slot.pointee.failure = message.pointee.err
        slot.pointee.delivery.takeUnretainedValue().outstanding -= 1
    }

    /// The messages' positions, once nothing is outstanding.
    /// - throws: The first message's failure, and its topic.
    func positions() throws(DeliveryFailure) -> [Position] {
        precondition(outstanding == 0)
        for slot in slots where slot.failure != RD_KAFKA_RESP_ERR_NO_ERROR {
            throw DeliveryFailure(failure: KafkaFailure(slot.failure), topic: slot.topicPartition.topic)
        }
        return slots.map { Position($0.topicPartition, offset: $0.offset) }
    }
}

/// Why a message was not delivered.
struct DeliveryFailure: Error {
    /// What librdkafka said.
    let failure: KafkaFailure
    /// The message's topic.
    let topic: Topic
}
