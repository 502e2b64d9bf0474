internal import Contracts

/// A message that was published, with all that follows from it and the code lists alone.
struct Publication: Sendable {
    /// The message as Protobuf.
    let protobuf: [UInt8]
    /// See ``EncodedMessage/digest``.
    let digest: [UInt8]
    let resolved: Resolved

    /// What the code lists make of a message. One that is about another key is the message alone; one that may name others is
    /// there, too.
    enum Resolved {
        case profile(Result<WireProfileAccepted, Refusals>)
        case requirement(Result<WireRequirementAccepted, Refusals>)
        case product(Result<WireProductAccepted, Refusals>)
        case award(WireAward)
        /// As if no other capability were known.
        case capability(WireCapability, Result<WireCapabilityAccepted, Refusals>)
        case quote(WireQuote)
        case subscription(Result<WireSubscriptionAccepted, Refusals>)
        case verification(WireVerification)
        case rate(Result<WireExchangeRateAccepted, Refusals>)
    }

    init(_ encoded: EncodedMessage, by resolver: Resolver) {
        protobuf = encoded.protobuf
        digest = encoded.digest
        resolved =
            switch encoded.message {
            case .profile(let message): .profile(resolver.resolve(message))
            case .requirement(let message): .requirement(resolver.resolve(message))
            case .product(let message): .product(resolver.resolve(message))
            case .award(let message): .award(message)
            case .capability(let message): .capability(message, resolver.resolve(message))
            case .quote(let message): .quote(message)
            case .subscription(let message): .subscription(resolver.resolve(message))
            case .verification(let message): .verification(message)
            case .rate(let message): .rate(resolver.resolve(message))
            }
    }
}
