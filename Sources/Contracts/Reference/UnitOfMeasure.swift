/// What a code of UN/ECE Recommendation 20 means, and how it converts exactly.
///
/// Units of one family convert to the family's base by a whole factor: `TNE` is 1,000 `KGM`. A unit that would need a
/// fraction stands alone: `GRM` is its own base, since a price of a kilogram is seldom exact for a gram.
public struct UnitOfMeasure: Hashable, Sendable {
    /// Two or three letters or digits, such as "H87".
    public let code: String
    /// Vietnamese words, else the English ones.
    public let vietnamese: String
    /// English words.
    public let english: String
    /// The base unit of its family; the code itself where it stands alone.
    public let baseCode: String
    /// How many of the base unit one of it is; at least 1.
    public let baseFactor: Int64

    /// A unit of a family; of its own where no base is given.
    public init(code: String, vietnamese: String, english: String, baseCode: String? = nil, baseFactor: Int64 = 1) {
        self.code = code
        self.vietnamese = vietnamese
        self.english = english
        self.baseCode = baseCode ?? code
        self.baseFactor = baseFactor
    }

    /// Whether a text is two or three capital letters or digits.
    public static func isWellFormed(_ code: String) -> Bool {
        let bytes = code.utf8
        guard bytes.count == 2 || bytes.count == 3 else { return false }
        return bytes.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        }
    }
}
