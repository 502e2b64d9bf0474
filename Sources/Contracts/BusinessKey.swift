/// The key of a public record: `<owner>/<id>`.
///
/// The owner is the publisher's enterprise code: 10 digits, or 13 as `0123456789-001` for a dependent unit
/// (Circular 86/2024/TT-BTC), without spaces. The id is the publisher's own: up to 64 of letters, digits and `._-`.
public struct BusinessKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Enterprise code of the publisher.
    public let owner: String
    /// The publisher's own id.
    public let id: String

    /// A key of two well-formed parts; nil otherwise.
    public init?(owner: String, id: String) {
        guard Self.isEnterpriseCode(owner), Self.isId(id) else { return nil }
        self.owner = owner
        self.id = id
    }

    /// Reads `<owner>/<id>`; nil for any other text.
    public init?(_ text: some StringProtocol) {
        // No id has a slash.
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        self.init(owner: String(text[..<slash]), id: String(text[text.utf8.index(after: slash)...]))
    }

    public static func < (a: BusinessKey, b: BusinessKey) -> Bool { (a.owner, a.id) < (b.owner, b.id) }
    public var description: String { "\(owner)/\(id)" }

    /// Whether a text is 10 digits, or 10 digits, a hyphen and 3 digits.
    public static func isEnterpriseCode(_ text: String) -> Bool {
        guard text.utf8.count == 10 || text.utf8.count == 14 else { return false }
        return text.utf8.enumerated().allSatisfy { offset, byte in
            offset == 10 ? byte == UInt8(ascii: "-") : isDigit(byte)
        }
    }

    /// Whether a text is 1 to 64 of ASCII letters, digits and `._-`.
    static func isId(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
