/// What a code of the Harmonized System 2022 means.
public struct Commodity: Hashable, Sendable {
    /// Two, four or six digits.
    public let code: String
    /// Vietnamese words of the code, else of its heading, else the English ones.
    public let vietnamese: String
    /// English words of the code, else of its heading.
    public let english: String
    /// The words are the heading's, because no list was imported that could tell whether the six digits exist.
    public let isUnchecked: Bool

    /// A code and its words.
    public init(code: String, vietnamese: String, english: String, isUnchecked: Bool = false) {
        self.code = code
        self.vietnamese = vietnamese
        self.english = english
        self.isUnchecked = isUnchecked
    }

    /// Whether a text is two, four or six digits.
    public static func isWellFormed(_ code: String) -> Bool {
        let bytes = code.utf8
        guard bytes.count == 2 || bytes.count == 4 || bytes.count == 6 else { return false }
        return bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
