internal import SwiftProtobuf

/// Reads the values of public records.
///
/// ```swift
/// switch RecordCodec.decode(subject: .requirements, contentType: nil, value: bytes) {
/// case .success(let message): …
/// case .failure(let refusals): …   // unknownField at maximumUnitPrice.amount
/// }
/// ```
public enum RecordCodec {
    /// The message that a record's value holds. Fields that the schema does not have are refused in both encodings.
    ///
    /// - Parameters:
    ///   - contentType: the header `content-type`; JSON where it is missing.
    ///   - value: the record's value. A record without value is a withdrawal and is not decoded.
    /// - Returns: refusals of the whole record (`emptyRecord`, `recordTooLarge`, `unknownContentType`,
    ///   `structuredCloudEvent`, `invalidUTF8`, `malformedJSON`, `malformedProtobuf`), or of fields (`unknownField`,
    ///   `wrongType`, `duplicate`) with their JSON paths.
    public static func decode(
        subject: Subject, contentType: String?, value: [UInt8]
    ) -> Result<PublishedMessage, Refusals> {
        read(subject: subject, contentType: contentType, value: value).map(\.message)
    }

    /// The message that a record's value holds, with its bytes as Protobuf; see ``decode(subject:contentType:value:)``.
    public static func decodeEncoded(
        subject: Subject, contentType: String?, value: [UInt8]
    ) -> Result<EncodedMessage, Refusals> {
        read(subject: subject, contentType: contentType, value: value).map { message, protobuf in
            EncodedMessage(message, protobuf: protobuf ?? message.encodeProtobuf())
        }
    }

    /// A message, and its bytes as Protobuf where they had to be written to read it.
    private typealias Reading = (message: PublishedMessage, protobuf: [UInt8]?)

    private static func read(
        subject: Subject, contentType: String?, value: [UInt8]
    ) -> Result<Reading, Refusals> {
        do {
            guard value.count <= ContractLimits.recordBytes else { throw Refusals(tooLarge(value.count)) }
            let encoding = try ContentType(header: contentType)
            guard !value.isEmpty else { throw Refusals(empty) }
            return .success(try message(of: subject, encoding, value))
        } catch let refusals as Refusals {
            return .failure(refusals)
        } catch let refusal as Refusal {
            return .failure(Refusals(refusal))
        } catch {
            return .failure(Refusals(Refusal(.malformed, "the record cannot be read")))
        }
    }

    private static func message(
        of subject: Subject, _ encoding: ContentType, _ value: [UInt8]
    ) throws -> Reading {
        switch subject {
        case .profiles: try read(subject, encoding, value, PublishedMessage.profile)
        case .requirements: try read(subject, encoding, value, PublishedMessage.requirement)
        case .products: try read(subject, encoding, value, PublishedMessage.product)
        case .awards: try read(subject, encoding, value, PublishedMessage.award)
        case .capabilities: try read(subject, encoding, value, PublishedMessage.capability)
        case .quotes: try read(subject, encoding, value, PublishedMessage.quote)
        case .subscriptions: try read(subject, encoding, value, PublishedMessage.subscription)
        case .verifications: try read(subject, encoding, value, PublishedMessage.verification)
        case .rates: try read(subject, encoding, value, PublishedMessage.rate)
        }
    }

    private static func read<M: SwiftProtobuf.Message>(
        _ subject: Subject, _ encoding: ContentType, _ value: [UInt8], _ published: (M) -> PublishedMessage
    ) throws -> Reading {
        guard encoding == .protobuf else { return (published(try readJSON(subject, value)), nil) }
        let message: M = try readProtobuf(value, discardsUnknownFields: true)
        let protobuf = PublishedMessage.encode(message)
        // What is written again as it came has no fields that the schema does not have.
        if protobuf != value {
            let whole: M = try readProtobuf(value, discardsUnknownFields: false)
            guard PublishedMessage.encode(whole) == protobuf else { throw unknownFields }
        }
        return (published(message), protobuf)
    }

    private static var empty: Refusal {
        Refusal(.emptyRecord, "the record's value is empty; to withdraw a key, send a record without value")
    }

    private static func tooLarge(_ bytes: Int) -> Refusal {
        Refusal(.recordTooLarge, "the record has \(bytes) bytes; at most \(ContractLimits.recordBytes) are taken")
    }
}

// MARK: - JSON

extension RecordCodec {
    private static func readJSON<M: SwiftProtobuf.Message>(_ subject: Subject, _ value: [UInt8]) throws -> M {
        let tree = try readTree(value)
        let examination = JSONExamination(of: subject)
        if let refusals = examination.repeatedNames(tree) { throw refusals }
        var options = JSONDecodingOptions()
        options.messageDepthLimit = ContractLimits.depth
        do {
            return try M(jsonUTF8Bytes: value, options: options)
        } catch {
            throw examination.faults(tree) ?? Refusals(Refusal(.malformedJSON, "the record cannot be read: \(error)"))
        }
    }

    private static func readTree(_ value: [UInt8]) throws(Refusal) -> JSONTree {
        do { return try JSONTree(value) } catch {
            guard error.reason == .notUTF8 else { throw error }
            throw Refusal(.invalidUTF8, "the text is not UTF-8 from byte \(validCount(value)) on")
        }
    }

    /// How many bytes stand before the first that is not UTF-8.
    private static func validCount(_ bytes: [UInt8]) -> Int {
        var valid = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
        return valid
    }
}

// MARK: - Protobuf

extension RecordCodec {
    private static func readProtobuf<M: SwiftProtobuf.Message>(
        _ value: [UInt8], discardsUnknownFields: Bool
    ) throws -> M {
        var options = BinaryDecodingOptions()
        options.messageDepthLimit = ContractLimits.depth
        options.discardUnknownFields = discardsUnknownFields
        do { return try M(serializedBytes: value, options: options) } catch let error as BinaryDecodingError {
            throw refusal(of: error)
        }
    }

    private static func refusal(of error: BinaryDecodingError) -> Refusal {
        guard case .invalidUTF8 = error else {
            return Refusal(.malformedProtobuf, "the value is not Protobuf of this subject: \(error)")
        }
        return Refusal(.invalidUTF8, "a text is not UTF-8")
    }

    private static var unknownFields: Refusal {
        Refusal(.unknownField, "the message has fields that the schema does not have; compare topics/proto/linkage/v1")
    }
}

extension UTF8 {
    /// How many bytes a character takes.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x80: 1
        case 0x80..<0x800: 2
        case 0x800..<0x10000: 3
        default: 4
        }
    }
}
