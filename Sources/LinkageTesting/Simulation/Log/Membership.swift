internal import EventLog

/// What a member knows: its partitions, the names it writes under, and commits of which it does not know the outcome.
struct Membership: Sendable {
    /// A commit that has not been acknowledged.
    struct Attempt: Sendable {
        let outputs: [Message]
        let positions: [TopicPartition: Int64]
        let transaction: Int
    }

    let group: String
    let topics: [Topic]
    /// Whether somebody is there who calls `next`.
    var isAlive = true
    var cursors: [TopicPartition: Int64] = [:]
    var writers: [String: Int] = [:]
    var attempts: [String: Attempt] = [:]

    /// Gives back what it has.
    mutating func giveBack() -> [TopicPartition] {
        defer { (cursors, writers) = ([:], [:]) }
        return cursors.keys.sorted()
    }
}
