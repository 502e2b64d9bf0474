internal import Crypto

/// A published message, and its bytes as Protobuf.
public struct EncodedMessage: Sendable {
    /// What it says.
    public let message: PublishedMessage
    /// The message as ``PublishedMessage/encodeProtobuf()`` writes it.
    public let protobuf: [UInt8]

    init(_ message: PublishedMessage, protobuf: [UInt8]) {
        self.message = message
        self.protobuf = protobuf
    }

    /// The first 16 bytes of the SHA-256 of the message as Protobuf. Equal content has an equal digest, whether it came
    /// as JSON or as Protobuf.
    public var digest: [UInt8] { Array(SHA256.hash(data: protobuf).prefix(16)) }
}
