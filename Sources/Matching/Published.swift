/// A requirement or capability as it was last published.
///
/// An object, so that the many that a market holds are shared by its questions and not copied.
final class Published<Value: Sendable>: Sendable {
    let value: Value
    /// How often its key has been accepted, from 1.
    let version: UInt64

    init(_ value: Value, version: UInt64) {
        self.value = value
        self.version = version
    }
}
