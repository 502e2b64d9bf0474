public import EventLog
internal import Foundation

/// The limits the services keep.
public enum PipelineLimits {
    /// What a service takes from the log at once. In memory a message is up to some twenty times as large.
    public static let batch = BatchLimit(records: 5_000, bytes: 8 << 20)
    /// What one processor prepares at once of a batch.
    static let piece = BatchLimit(records: 100, bytes: 256 << 10)
    /// How many pieces may be begun and not taken yet: one for each processor, and one to go on with.
    static let piecesAtATime = ProcessInfo.processInfo.activeProcessorCount + 1
    /// How long a service waits for records before it looks at the clock.
    public static let idle = Duration.milliseconds(250)
    /// How many `ce_id`s of a key are remembered.
    public static let eventIds = 16
    /// How long a record waits for the requirement or capability it names, in milliseconds of log time.
    public static let pendingMilliseconds: Int64 = 24 * 3_600_000
    /// How long a heading's gaps are not told again, in milliseconds of log time; and how often the market is told the time
    /// while something happens, so that what changed last is told, too, in every partition.
    public static let gapMilliseconds: Int64 = 60_000
    /// Of how many unmet requirements gaps are looked for at once while something is published; and of how many in a
    /// second of log time. To look at one takes some milliseconds.
    public static let gapRequirements: Int64 = 25
    public static let gapRequirementsPerSecond: Int64 = 20
    /// How much of a refused value its dead letter keeps, in bytes; the whole is at its origin.
    public static let deadLetterBytes = 256 << 10
    /// How long a service waits before it tries again what failed outside it: doubled from the first to the last.
    public static let retry: ClosedRange<Duration> = .milliseconds(100)...(.seconds(30))
    /// How often a service says that it is still trying, in milliseconds.
    public static let complaintMilliseconds: Int64 = 60_000
}
