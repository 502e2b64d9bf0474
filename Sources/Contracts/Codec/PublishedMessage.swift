internal import SwiftProtobuf

/// What a record of a public topic says: one message of each subject.
public enum PublishedMessage: Hashable, Sendable {
    /// Who an enterprise is.
    case profile(WireEnterpriseProfile)
    /// An item that a firm buys.
    case requirement(WireRequirement)
    /// A product that requirements belong to.
    case product(WireProduct)
    /// What a buyer decided.
    case award(WireAward)
    /// A thing that a supplier makes.
    case capability(WireCapability)
    /// An offer for a requirement.
    case quote(WireQuote)
    /// What a supplier wants to hear of.
    case subscription(WireSubscription)
    /// What an official found.
    case verification(WireVerification)
    /// What a currency costs.
    case rate(WireExchangeRate)

    /// What the message is about.
    public var subject: Subject {
        switch self {
        case .profile: .profiles
        case .requirement: .requirements
        case .product: .products
        case .award: .awards
        case .capability: .capabilities
        case .quote: .quotes
        case .subscription: .subscriptions
        case .verification: .verifications
        case .rate: .rates
        }
    }

    /// Enterprise code of the publisher, as the message states it.
    public var owner: String { parts.owner }

    /// The publisher's own id, as the message states it.
    public var id: String { parts.id }

    private var parts: (owner: String, id: String) {
        switch self {
        case .profile(let message): (message.owner, message.id)
        case .requirement(let message): (message.owner, message.id)
        case .product(let message): (message.owner, message.id)
        case .award(let message): (message.owner, message.id)
        case .capability(let message): (message.owner, message.id)
        case .quote(let message): (message.owner, message.id)
        case .subscription(let message): (message.owner, message.id)
        case .verification(let message): (message.owner, message.id)
        case .rate(let message): (message.owner, message.id)
        }
    }

    /// The generated message.
    var message: any SwiftProtobuf.Message {
        switch self {
        case .profile(let message): message
        case .requirement(let message): message
        case .product(let message): message
        case .award(let message): message
        case .capability(let message): message
        case .quote(let message): message
        case .subscription(let message): message
        case .verification(let message): message
        case .rate(let message): message
        }
    }
}

// MARK: - Keys

extension PublishedMessage {
    /// The key that the message's owner and id make.
    ///
    /// - Returns: `malformedKey` on `owner` or `id`, or both, where they make none.
    public var key: Result<BusinessKey, Refusals> {
        if let key = BusinessKey(owner: owner, id: id) { return .success(key) }
        var refusals: [Refusal] = []
        if !BusinessKey.isEnterpriseCode(owner) {
            refusals.append(
                Refusal(.malformedKey, field: "owner", "the owner is an enterprise code: 10 digits, or 10-3 digits"))
        }
        if BusinessKey(owner: Self.anyOwner, id: id) == nil {
            refusals.append(
                Refusal(.malformedKey, field: "id", "the id is 1 to 64 of letters, digits, dot, hyphen and underscore"))
        }
        return .failure(Refusals(refusals))
    }

    private static let anyOwner = "0000000000"

    /// Why the message may not stand under a record's key, or nil where it may: both must be equal.
    public func refusal(underKey recordKey: BusinessKey) -> Refusal? {
        guard owner == recordKey.owner else {
            return Refusal(.keyMismatch, field: "owner", "the record's key is \(recordKey); write its owner")
        }
        guard id == recordKey.id else {
            return Refusal(.keyMismatch, field: "id", "the record's key is \(recordKey); write its id")
        }
        return nil
    }

    /// Reads the key of a record.
    ///
    /// - Returns: `malformedKey` where it is missing, no UTF-8, or not `<owner>/<id>`.
    public static func readKey(_ bytes: [UInt8]?) -> Result<BusinessKey, Refusals> {
        guard let bytes, let text = String(validating: bytes, as: UTF8.self), let key = BusinessKey(text) else {
            return .failure(
                Refusals(Refusal(.malformedKey, "the record's key must be owner/id, such as 2300000001/PCB-7")))
        }
        return .success(key)
    }
}

// MARK: - Encodings

extension PublishedMessage {
    /// The message as JSON: the proto3 mapping, names in lowerCamelCase, fields in the order of the schema.
    public func encodeJSON() -> [UInt8] {
        do { return try message.jsonUTF8Bytes() } catch {
            preconditionFailure("a message without Any has JSON: \(error)")
        }
    }

    /// The message as Protobuf, always the same bytes for the same content.
    public func encodeProtobuf() -> [UInt8] { Self.encode(message) }

    /// A message as Protobuf; none of a record has maps, whose order could differ.
    static func encode(_ message: some SwiftProtobuf.Message) -> [UInt8] {
        do { return try message.serializedBytes() } catch {
            preconditionFailure("a message without required fields has bytes: \(error)")
        }
    }

    /// See ``EncodedMessage/digest``.
    public var contentDigest: [UInt8] { EncodedMessage(self, protobuf: encodeProtobuf()).digest }
}
