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
    ) throws -> PublishedMessage {
        switch subject {
        case .profiles: .profile(try read(subject, encoding, value))
        case .requirements: .requirement(try read(subject, encoding, value))
        case .products: .product(try read(subject, encoding, value))
        case .awards: .award(try read(subject, encoding, value))
        case .capabilities: .capability(try read(subject, encoding, value))
        case .quotes: .quote(try read(subject, encoding, value))
        case .subscriptions: .subscription(try read(subject, encoding, value))
        case .verifications: .verification(try read(subject, encoding, value))
        case .rates: .rate(try read(subject, encoding, value))
        }
    }

    private static func read<M: SwiftProtobuf.Message & Equatable>(
        _ subject: Subject, _ encoding: ContentType, _ value: [UInt8]
    ) throws -> M {
        switch encoding {
        case .json: try readJSON(subject, value)
        case .protobuf: try readProtobuf(value)
        }
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
        if let offset = firstInvalidByte(value) {
            throw Refusal(.invalidUTF8, "the text is not UTF-8 from byte \(offset) on")
        }
        let tree = try JSONTree(value)
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

    /// Where bytes stop being UTF-8, or nil where they are.
    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        guard !UTF8Text.isValid(bytes) else { return nil }
        var valid = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
        return valid
    }
}

// MARK: - Protobuf

extension RecordCodec {
    private static func readProtobuf<M: SwiftProtobuf.Message & Equatable>(_ value: [UInt8]) throws -> M {
        var options = BinaryDecodingOptions()
        options.messageDepthLimit = ContractLimits.depth
        do {
            let message = try M(serializedBytes: value, options: options)
            options.discardUnknownFields = true
            guard try M(serializedBytes: value, options: options) == message else { throw unknownFields }
            return message
        } catch let error as BinaryDecodingError {
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
