import Foundation

extension String {
    /// The text in lower case, without the marks of letters: "Điện trở" becomes "dien tro".
    ///
    /// Unlike what databases do, đ becomes d.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var result = ""
        for scalar in decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            switch scalar {
            case "\u{300}"..."\u{36F}": break
            case "đ": result.unicodeScalars.append("d")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension [UInt8] {
    /// Whether the bytes have others in them, one after the other.
    func contains(sequence wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        guard count >= wanted.count else { return false }
        return (0...count - wanted.count).contains { self[$0] == first && self[$0...].starts(with: wanted) }
    }
}
