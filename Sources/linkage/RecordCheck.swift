import Contracts

/// Checks a record before it is published, so that a mistake is told with its line and at once. Intake checks again, with
/// what it knows of other keys.
struct RecordCheck {
    private let resolver: Resolver

    init(reference: ReferenceLists) { resolver = Resolver(reference: reference, publicIdSecret: []) }

    /// The message of a JSON object, if it could be accepted as far as can be told from it alone.
    func message(_ subject: Subject, _ json: [UInt8]) -> Result<PublishedMessage, Refusals> {
        RecordCodec.decode(subject: subject, contentType: nil, value: json).flatMap(resolver.checked)
    }

    /// The message, if it could be accepted as far as can be told from it alone.
    func check(_ message: PublishedMessage) -> Result<PublishedMessage, Refusals> { resolver.checked(message) }
}
