/// What the log's file promises about acknowledged records, as read back from SQLite.
public struct Durability: Sendable, Hashable {
    /// SQLite's journal mode; `wal` in every log.
    public let journalMode: String

    /// SQLite's `synchronous` level; 2 (`FULL`) in every log: a commit returns after the write-ahead log was
    /// flushed to the disk.
    public let synchronous: Int
}
