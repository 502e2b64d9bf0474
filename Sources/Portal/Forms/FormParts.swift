internal import Contracts
internal import Synchronization

/// The parts of forms that are the same in one form after the other, filled into their templates once.
final class FormParts: Sendable {
    private let pages: PageLibrary
    private let reference: ReferenceLists
    private let kept = Mutex(Kept())

    private struct Kept {
        var codeLists: [Language: Markup] = [:]
        var inputs: [Language: [FormView.Input: Markup]] = [:]
        var wards: [Language: String] = [:]
    }

    init(_ pages: PageLibrary, _ reference: ReferenceLists) {
        self.pages = pages
        self.reference = reference
    }

    /// What the inputs of units and wards propose.
    func codeLists(_ language: Language) -> Markup {
        kept.withLock { kept in
            kept.codeLists.value(of: language) { pages.content(.codeLists, CodeLists(reference, language)) }
        }
    }

    /// A question. Those that nobody has answered yet are kept; there are as many as the forms have.
    func input(_ input: FormView.Input, _ t: Catalogue) -> Markup {
        if input.isBlank, let known = kept.withLock({ $0.inputs[t.language]?[input] }) { return known }
        let made = pages.content(.input, Question(t: t, input: input))
        if input.isBlank { kept.withLock { $0.inputs[t.language, default: [:]][input] = made } }
        return made
    }

    /// The wards by name, code and place, as JSON for a map; nil where there are none.
    func wards(_ language: Language) -> String? {
        guard !reference.allWards.isEmpty else { return nil }
        return kept.withLock { kept in
            kept.wards.value(of: language) {
                let wards = reference.allWards.map { ward in
                    JSON.object([
                        ("code", .text(ward.code)),
                        ("name", .text(language == .vietnamese ? ward.vietnamese : ward.english)),
                        ("latitude", .written("\(ward.latitude)")), ("longitude", .written("\(ward.longitude)")),
                    ])
                }
                return JSON.list(wards).encoded
            }
        }
    }

    private struct Question: Sendable {
        let t: Catalogue
        let input: FormView.Input
    }

    private struct CodeLists: Sendable {
        let units, wards: [FormView.Option]

        init(_ reference: ReferenceLists, _ language: Language) {
            func option(_ code: String, _ vietnamese: String, _ english: String) -> FormView.Option {
                .init(value: code, words: language == .vietnamese ? vietnamese : english)
            }
            units = reference.allUnits.map { option($0.code, $0.vietnamese, $0.english) }
            wards = reference.allWards.map { option($0.code, $0.vietnamese, $0.english) }
        }
    }
}

extension Dictionary where Key == Language {
    /// The value of a language, made when it is asked for first.
    fileprivate mutating func value(of language: Language, _ make: () -> Value) -> Value {
        if let known = self[language] { return known }
        let made = make()
        self[language] = made
        return made
    }
}
