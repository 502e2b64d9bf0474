internal import Mustache

/// The texts of the pages in one language. Templates take them by name: `{{t.overview}}`.
struct Catalogue: Sendable, MustacheParent {
    let language: Language
    /// By name.
    private let texts: [String: String]

    init(language: Language) {
        self.language = language
        texts = language == .vietnamese ? Self.vietnamese : Self.english
    }

    // A page asks for dozens of texts by name; an enumeration would go through all its names for each.
    private static let vietnamese = named(\.vietnamese)
    private static let english = named(\.english)

    private static func named(_ words: ((vietnamese: String, english: String)) -> String) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: Text.allCases.map { ($0.rawValue, words($0.wordings)) }
                + FormText.allCases.map { ($0.rawValue, words($0.wordings)) })
    }

    subscript(_ text: Text) -> String { words(text) }

    subscript(_ text: FormText) -> String { words(text) }

    /// A text in the language.
    func words(_ text: any PageText) -> String {
        let (vietnamese, english) = text.wordings
        return language == .vietnamese ? vietnamese : english
    }

    /// A text with a figure, or other words, in the place it has for them.
    func words(_ text: Text, _ inserted: String) -> String { self[text].replacing("{}", with: inserted) }

    /// The text of a name; nil where there is none.
    func child(named name: String) -> Any? { texts[name].map(Snapshot.Shown.init) }

    /// The wording of a code, such as `reason` and `leadTime`; the code itself where there is none.
    func wording(_ kind: String, _ code: String) -> String {
        texts[kind + code.prefix(1).uppercased() + code.dropFirst()] ?? code
    }
}
