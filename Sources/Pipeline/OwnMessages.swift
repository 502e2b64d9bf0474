internal import SwiftProtobuf

/// The bytes of a message of our own, which always has all it needs.
func bytes(of message: some SwiftProtobuf.Message) -> [UInt8] {
    do {
        return try message.serializedBytes()
    } catch {
        preconditionFailure("a proto3 message of ours can't be encoded: \(error)")
    }
}

/// A message of our own as JSON.
func json(of message: some SwiftProtobuf.Message) -> String {
    do {
        return try message.jsonString()
    } catch {
        preconditionFailure("a proto3 message of ours can't be encoded: \(error)")
    }
}
