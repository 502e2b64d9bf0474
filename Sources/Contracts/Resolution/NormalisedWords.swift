extension String {
    /// The words of a text in small letters, one blank between them: what attributes are compared by.
    var normalisedWords: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }
}
