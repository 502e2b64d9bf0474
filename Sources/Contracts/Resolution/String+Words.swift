extension String {
    /// The words of a text in small letters, one blank between them: what attributes are compared by.
    var normalisedWords: String {
        isASCII ? lowercasedASCIIWords : split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    /// Whether a text has nothing but blanks.
    var isBlank: Bool {
        // Nearly always the first character tells: it is ASCII and seen.
        if let first = utf8.first, (0x21...0x7e).contains(first) { return false }
        return allSatisfy(\.isWhitespace)
    }

    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

    private var lowercasedASCIIWords: String {
        String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            var isBetweenWords = false
            for byte in utf8 {
                // Unicode's White_Space among ASCII: tab, line feed, vertical tab, form feed, carriage return, blank.
                if (0x09...0x0d).contains(byte) || byte == 0x20 {
                    isBetweenWords = count > 0
                    continue
                }
                if isBetweenWords {
                    buffer[count] = 0x20
                    count += 1
                    isBetweenWords = false
                }
                let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                buffer[count] = isCapital ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }
}
