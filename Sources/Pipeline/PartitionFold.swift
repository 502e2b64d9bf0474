internal import EventLog

/// What a service does with one partition of the market: a deterministic fold that says what to publish.
///
/// Folding the same facts gives the same messages, so that a member that takes a partition over restores its state by
/// folding what is committed and dropping the messages.
protocol PartitionFold: Sendable {
    /// A fold that has seen nothing.
    init()

    /// Takes a fact of the market and says what follows from it.
    mutating func apply(_ read: ReadFact) -> [LogMessage]

    /// Takes a fact whose messages are already published.
    mutating func restore(_ read: ReadFact)
}
