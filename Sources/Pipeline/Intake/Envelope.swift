internal import Contracts
internal import EventLog
internal import SwiftProtobuf

/// What surrounds a record's content.
struct Envelope: Sendable {
    let origin: WireOrigin
    /// Nil where the key is missing or is not UTF-8.
    let keyText: String?
    let contentType: String?
    let value: [UInt8]

    init(_ record: Record, _ subject: Subject) {
        origin = .with {
            $0.topic = subject.topicName
            $0.partition = record.position.topicPartition.partition
            $0.offset = record.position.offset
            $0.eventID = String((record.header("ce_id") ?? "").prefix(ContractLimits.eventTextBytes))
        }
        keyText = record.key.flatMap { String(validating: $0, as: UTF8.self) }
        contentType = record.header("content-type")
        value = record.value ?? []
    }
}
