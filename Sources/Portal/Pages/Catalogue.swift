internal import Mustache

/// The texts of the pages in one language. Templates take them by name: `{{t.overview}}`.
struct Catalogue: Sendable, MustacheParent {
    let language: Language

    subscript(_ text: Text) -> String { words(text) }

    subscript(_ text: FormText) -> String { words(text) }

    /// A text in the language.
    func words(_ text: any PageText) -> String {
        let (vietnamese, english) = text.wordings
        return language == .vietnamese ? vietnamese : english
    }

    /// The text of a name; nil where there is none.
    func child(named name: String) -> Any? {
        Text(rawValue: name).map { self[$0] } ?? FormText(rawValue: name).map { self[$0] }
    }

    /// The wording of a code, such as `reason` and `leadTime`; the code itself where there is none.
    func wording(_ kind: String, _ code: String) -> String {
        let name = kind + code.prefix(1).uppercased() + code.dropFirst()
        return Text(rawValue: name).map { self[$0] } ?? FormText(rawValue: name).map { self[$0] } ?? code
    }
}
