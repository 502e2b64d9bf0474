/// The key of a requirement, capability or award: `<owner>/<id>`.
///
/// Keys are ASCII (enterprise codes, and ids of letters, digits and `._-`) and order as their bytes, so that a ranking
/// never depends on a locale.
public struct Key: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The whole key.
    public let text: String

    /// Takes a key that intake has found well formed.
    public init(_ text: String) { self.text = text }

    /// The publisher's enterprise code: what stands before the first slash.
    public var owner: Substring { text[..<(text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex)] }

    /// By the bytes.
    public static func < (a: Key, b: Key) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
    /// The whole key.
    public var description: String { text }
}
