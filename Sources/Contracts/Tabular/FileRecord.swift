/// A record of a file, or why it was refused.
public struct FileRecord: Sendable {
    /// The line on which it starts, counted from 1.
    public let line: Int
    /// The bytes of a JSON object in UTF-8. It is whole, but not yet decoded: its fields may still be wrong.
    public let content: Result<[UInt8], Refusal>

    /// A record that starts on a line.
    public init(line: Int, _ content: Result<[UInt8], Refusal>) {
        self.line = line
        self.content = content
    }
}
