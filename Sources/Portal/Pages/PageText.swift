/// A text of the pages, in both languages.
protocol PageText: Sendable {
    /// The text in Vietnamese and in English.
    var wordings: (vietnamese: String, english: String) { get }
}

extension Text: PageText {}
extension FormText: PageText {}
