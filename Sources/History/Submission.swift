public import Contracts

/// What became of a public record.
public struct Submission: Sendable, Hashable {
    /// The public topic.
    public let topic: String
    /// The partition.
    public let partition: Int32
    /// The offset.
    public let offset: Int64
    /// What became of it.
    public let outcome: Outcome
    /// The record's key; empty for a repeat.
    public let key: String
    /// The key's version that it became; 0 unless accepted or pending.
    public let version: UInt64
    /// Why it was refused.
    public let refusals: [WireRefusal]

    /// What can become of a record.
    public enum Outcome: String, Sendable, CaseIterable {
        /// It is a fact.
        case accepted
        /// It said nothing new.
        case repeated = "repeat"
        /// It waits for the requirement or capability it names.
        case pending
        /// It is a dead letter.
        case refused
    }
}
