import Contracts
import EventLog
import Matching
import SwiftProtobuf

@testable import Pipeline

/// Drives intake without a log: records in, facts and dead letters out, one transaction a call.
struct IntakeBench {
    private(set) var state = IntakeState()
    var now: Int64 = 1_795_485_600_000  // 2026-11-24T02:00:00Z, 09:00 in Bac Ninh
    var partitions: Int32 = 1
    var acceptsUnauthenticated = true
    private var nextOffset: Int64 = 0
    private var marketOffset: Int64 = 0

    /// What a transaction published.
    struct Outcome {
        var facts: [(partition: Int32, fact: WireMarketFact)] = []
        var letters: [WireDeadLetter] = []

        /// The facts that are about a key.
        var keyed: [WireMarketFact] { facts.map(\.fact).filter { !$0.key.isEmpty } }
        var reasons: [String] { letters.flatMap(\.refusals).map(\.reason) }
        var repeats: Int {
            facts.reduce(0) { count, fact in
                if case .repeatsCounted(let repeats) = fact.fact.fact { count + repeats.records.count } else { count }
            }
        }
    }

    mutating func take(_ messages: [PublishedMessage], eventId: String? = nil) throws -> Outcome {
        try take(
            messages.map { message in
                record(message.subject, key: "\(message.owner)/\(message.id)", message.encodeJSON(), eventId: eventId)
            })
    }

    /// The facts of a transaction, as records of the market at offsets of their own.
    mutating func market(_ messages: [PublishedMessage]) throws -> [Record] {
        try take(messages).facts.map { partition, fact in
            marketOffset += 1
            return Record(
                position: Position(TopicPartition(.market, partition), offset: marketOffset), timestamp: 0, key: nil,
                value: try fact.serializedBytes(), headers: [])
        }
    }

    mutating func withdraw(_ subject: Subject, _ key: String) throws -> Outcome {
        try take([record(subject, key: key, nil)])
    }

    mutating func record(
        _ subject: Subject, key: String?, _ value: [UInt8]?, contentType: String? = nil, eventId: String? = nil
    ) -> Record {
        defer { nextOffset += 1 }
        return Record(
            position: Position(TopicPartition(subject.topic), offset: nextOffset), timestamp: now,
            key: key.map { Array($0.utf8) }, value: value,
            headers: [eventId.map { Header("ce_id", $0) }, contentType.map { Header("content-type", $0) }]
                .compactMap { $0 })
    }

    mutating func take(_ records: [Record]) throws -> Outcome {
        let rules = IntakeRules(
            reference: .builtIn, publicIdSecret: [1], acceptsUnauthenticated: acceptsUnauthenticated)
        var batch = IntakeBatch(state, rules: rules, partitionCount: partitions, now: now)
        for record in records { if let read = ReadRecord(record, by: rules) { batch.take(read) } }
        var outcome = Outcome()
        let (facts, letters) = batch.outputs()
        for message in facts.map(\.message) + letters {
            guard let value = message.value else { continue }
            if message.topic == .market {
                outcome.facts.append((message.partition ?? 0, try WireMarketFact(serializedBytes: value)))
            } else {
                outcome.letters.append(try WireDeadLetter(serializedBytes: value))
            }
        }
        state = batch.state
        return outcome
    }
}
