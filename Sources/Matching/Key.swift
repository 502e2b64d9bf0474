/// The key of a requirement, capability or award: `<owner>/<id>`.
///
/// Keys are ASCII (enterprise codes, and ids of letters, digits and `._-`) and order as their bytes, so that a ranking
/// never depends on a locale.
public struct Key: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The whole key.
    public let text: String
    /// The publisher's enterprise code: what stands before the first slash.
    public let owner: Substring

    /// Takes a key that intake has found well formed.
    public init(_ text: String) {
        self.text = text
        self.owner = text[..<(text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex)]
    }

    /// Whether the whole keys are the same.
    public static func == (a: Key, b: Key) -> Bool { a.text == b.text }
    /// Of the whole key.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// By the bytes: strings of ASCII compare as such.
    public static func < (a: Key, b: Key) -> Bool { a.text < b.text }
    /// The whole key.
    public var description: String { text }
}
