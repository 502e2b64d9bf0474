/// Why a log could not do what was asked.
public enum EventLogError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No log at the address or path, or it does not answer.
    case unreachable(String)
    /// The topic does not exist.
    case unknownTopic(Topic)
    /// The record is larger than the log takes. Nothing of the call was written.
    case recordTooLarge(bytes: Int, limit: Int)
    /// The disk, or the broker's, is full. Nothing of the call was written.
    case storageFull(String)
    /// The file or directory can't be written.
    case readOnly(String)
    /// Another member or writer has taken over; what was to be committed was not.
    case fenced(String)
    /// The log is closed.
    case closed
    /// The log's own storage is damaged or was made by something else.
    case damaged(String)
    /// Anything else, in the words of the library below.
    case failed(String)

    public var description: String {
        switch self {
        case .unreachable(let why): "the log is unreachable: \(why)"
        case .unknownTopic(let topic): "the log has no topic \(topic)"
        case .recordTooLarge(let bytes, let limit): "a record of \(bytes) bytes is over the limit of \(limit)"
        case .storageFull(let where_): "no space is left for the log: \(where_)"
        case .readOnly(let where_): "the log can't be written: \(where_)"
        case .fenced(let by): "another has taken over: \(by)"
        case .closed: "the log is closed"
        case .damaged(let what): "the log is damaged: \(what)"
        case .failed(let what): "the log failed: \(what)"
        }
    }
}
