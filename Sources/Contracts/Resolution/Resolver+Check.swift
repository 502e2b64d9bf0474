extension Resolver {
    /// The message, if it has a key and could be accepted, as far as can be told from it and the code lists alone.
    public func checked(_ message: PublishedMessage) -> Result<PublishedMessage, Refusals> {
        message.key.flatMap { _ in check(message) }.map { message }
    }

    /// Whether a message could be accepted, as far as can be told from it and the code lists alone: what a publisher can
    /// be told at once. Intake asks again, with what it knows of other keys.
    ///
    /// - Returns: refusals of every field that breaks a rule.
    public func check(_ message: PublishedMessage) -> Result<Void, Refusals> {
        switch message {
        case .profile(let message): resolve(message).map { _ in }
        case .requirement(let message): resolve(message).map { _ in }
        case .product(let message): resolve(message).map { _ in }
        case .award(let message): awaited(by: message).map { _ in }
        case .capability(let message): resolve(message).map { _ in }
        case .quote(let message): awaited(by: message).map { _ in }
        case .subscription(let message): resolve(message).map { _ in }
        case .verification(let message): resolve(message).map { _ in }
        case .rate(let message): resolve(message).map { _ in }
        }
    }
}
