/// What a code list says of a code.
public enum Finding<Value: Sendable>: Sendable {
    /// The list has it.
    case known(Value)
    /// It has the right form, but no list was imported that could tell.
    case unchecked
    /// It does not have the form of such a code.
    case malformed
    /// The imported list does not have it.
    case unknown
    /// The list has it as withdrawn; with its status, such as "X" or "D".
    case withdrawn(status: String)
}
