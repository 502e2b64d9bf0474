/// The limits of `EmbeddedLog`, in one place.
enum EmbeddedLogLimits {
    /// How long a write waits for another process that is writing, in seconds.
    static let busySeconds = 10.0

    /// How often the file is asked whether another process has written, while somebody waits.
    static let pollInterval: Duration = .milliseconds(10)

    /// How often a standby member tries to take over, while somebody calls its `next`.
    static let takeoverInterval: Duration = .milliseconds(20)

    /// The longest single wait; a caller that asks for more is given this.
    static let longestWait: Duration = .seconds(366 * 24 * 3_600)

    /// At most this many calls share a transaction.
    static let callsPerTransaction = 1_000

    /// No further call joins a transaction once this many bytes are in it.
    static let bytesPerTransaction = 8 << 20

    /// Pages in the write-ahead log before SQLite moves them into the database (of 4 KiB: 16 MiB).
    static let checkpointPages = 4_000

    /// A write-ahead log that grew over this is cut back to it once its pages are in the database.
    static let writeAheadLogBytesKept = 64 << 20

    /// Offsets stay below this, so that arithmetic on them never overflows.
    static let offsetMax: Int64 = 1 << 56

    /// The longest name of a topic, a group or a writer, in bytes of UTF-8.
    static let nameBytes = 249
}
