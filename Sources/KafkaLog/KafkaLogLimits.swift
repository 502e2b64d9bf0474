import EventLog

/// The limits and waits of `KafkaLog`, in one place.
enum KafkaLogLimits {
    /// `message.max.bytes`: the largest batch a producer sends, as Kafka's brokers take it by default.
    static let batchBytes = 1_048_588

    /// What a header costs in a batch beyond its name and value: two lengths of at most five bytes each.
    static let headerOverheadBytes = 10

    /// What a record costs in a batch beyond key, value and headers, with room to spare.
    static let recordOverheadBytes = 200

    /// `receive.message.max.bytes`: no answer of a broker is refused for its size.
    static let receiveBytes = 2_000_000_000

    /// `session.timeout.ms`: how soon a group gives away the partitions of a member that has died.
    static let session: Duration = .seconds(10)

    /// `heartbeat.interval.ms`: how soon a member learns that its group is rebalancing.
    static let heartbeat: Duration = .seconds(1)

    /// `max.poll.interval.ms`: how long a member may work between two calls of `next`.
    static let longestWork: Duration = .seconds(900)

    /// `transaction.timeout.ms`: how soon the broker aborts what a dead writer left open.
    static let transaction: Duration = .seconds(60)

    /// How often it is said that connections fail.
    static let complaints: Duration = .seconds(60)
    /// `reconnect.backoff.max.ms`: how soon a broker that is back is used again.
    static let reconnect: Duration = .seconds(2)

    /// `linger.ms`: how long a producer waits for more before it sends; calls that come together share a batch.
    static let linger: Duration = .milliseconds(1)

    /// How long a client thread waits before it asks again what failed for now.
    static let retry: Duration = .milliseconds(100)

    /// The longest single wait; a caller that asks for more is given this.
    static let longestWait: Duration = .seconds(24 * 3_600)

    /// Offsets stay below this, so that arithmetic on them never overflows.
    static let offsetMax: Int64 = 1 << 56

    /// The longest name of a group or a writer, in bytes of UTF-8.
    static let nameBytes = 249

    /// The size of the stack of a client's thread, in bytes.
    static let stackBytes = 512 << 10
}
