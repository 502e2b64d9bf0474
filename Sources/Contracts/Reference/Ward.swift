/// A ward or commune, with a point in it.
public struct Ward: Hashable, Sendable {
    /// Five digits, such as "07210".
    public let code: String
    /// Its full name, such as "Phường Bắc Giang".
    public let vietnamese: String
    /// Its full name in English.
    public let english: String
    /// Degrees north of a point in it, WGS 84.
    public let latitude: Double
    /// Degrees east of a point in it, WGS 84.
    public let longitude: Double

    /// A ward and its point.
    public init(code: String, vietnamese: String, english: String, latitude: Double, longitude: Double) {
        self.code = code
        self.vietnamese = vietnamese
        self.english = english
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Whether a text is five digits.
    public static func isWellFormed(_ code: String) -> Bool {
        code.utf8.count == 5 && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
