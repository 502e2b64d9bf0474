internal import EventLog

/// What a service does with one partition of the market: a deterministic fold that says what to publish.
///
/// Folding the same records gives the same messages, so that a member that takes a partition over restores its state by
/// folding what is committed and dropping the messages.
protocol PartitionFold: Sendable {
    /// A fold that has seen nothing.
    init(partition: Int32)

    /// Takes a record of the market and says what follows from it.
    mutating func apply(_ record: Record) -> [Message]

    /// Takes a record whose messages are already published.
    mutating func restore(_ record: Record)
}

extension PartitionFold {
    mutating func restore(_ record: Record) { _ = apply(record) }
}
