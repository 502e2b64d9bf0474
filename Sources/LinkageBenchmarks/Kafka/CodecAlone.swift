import Contracts
import EventLog
import Pipeline
import SwiftProtobuf

/// What it takes a processor to read a service's inputs and to write its outputs with SwiftProtobuf, and nothing else: how
/// much of the service's time is left for all that it is there for.
enum CodecAlone {
    /// Of intake: public records in, facts out.
    static func intake(_ inputs: [LogMessage], _ outputs: [LogMessage], _ encoding: ContentType) throws -> Duration {
        let facts = try outputs.filter { $0.topic == .market }.map {
            try WireMarketFact(serializedBytes: $0.value ?? [])
        }
        return try Stopwatch.measure { for input in inputs { try read(input, encoding) } } + writing(facts)
    }

    /// Of the matcher: facts in, match sets out.
    static func matcher(_ inputs: [LogMessage], _ outputs: [LogMessage]) throws -> Duration {
        let matchSets = try outputs.filter { $0.topic == .matches }
            .map { try WireMatchSet(serializedBytes: $0.value ?? []) }
        let reading = try Stopwatch.measure {
            for input in inputs { _ = try WireMarketFact(serializedBytes: input.value ?? []) }
        }
        return try reading + writing(matchSets)
    }

    private static func writing(_ messages: [some SwiftProtobuf.Message]) throws -> Duration {
        try Stopwatch.measure {
            for message in messages { let _: [UInt8] = try message.serializedBytes() }
        }
    }

    private static func read(_ input: LogMessage, _ encoding: ContentType) throws {
        switch Subject(topic: input.topic) {
        case .profiles: try read(WireEnterpriseProfile.self, input, encoding)
        case .capabilities: try read(WireCapability.self, input, encoding)
        case .requirements: try read(WireRequirement.self, input, encoding)
        case .rates: try read(WireExchangeRate.self, input, encoding)
        default: break
        }
    }

    private static func read<M: SwiftProtobuf.Message>(
        _: M.Type, _ input: LogMessage, _ encoding: ContentType
    ) throws {
        let value = input.value ?? []
        _ = try encoding == .protobuf ? M(serializedBytes: value) : M(jsonUTF8Bytes: value)
    }
}
