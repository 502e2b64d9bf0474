/// The steps of a write and of a takeover, in order. Tests stop or kill a process at each.
package enum WriteStep: String, CaseIterable, Sendable {
    /// Calls are gathered; nothing is written.
    case gathered
    /// Some records of the transaction are inserted.
    case inserted
    /// Outputs are inserted, positions are not.
    case outputsInserted
    /// Everything is inserted, nothing is committed.
    case committing
    /// The transaction is durable, nobody has been told.
    case committed
    /// A standby member holds the lock file, the generation is still the old one.
    case locked
    /// The new generation is durable, the member has not been told.
    case tookOver
}
