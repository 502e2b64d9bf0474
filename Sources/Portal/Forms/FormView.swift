internal import Contracts
internal import Foundation

/// A form as a page shows it.
struct FormView: PageView {
    let frame: Frame
    let t: Catalogue
    let heading: String
    let action: String
    let sections: [Section]
    /// What is wrong with no field of the form.
    let faults: [String]
    let hasFaults: Bool
    /// Whether anything is wrong.
    let isRefused: Bool
    let formats: [Option]
    /// The key of the record that is amended; empty for a new one.
    let amends: String
    /// Makes sending the same form twice harmless.
    let eventId: String
    /// What units and wards propose.
    let codeLists: Markup
    /// What the cost statement comes to; nil where the form has none.
    let statement: String?
    let hasStatement: Bool
    /// Whether a section has a map.
    let hasMap: Bool
    /// The key that can be withdrawn; nil for a new record.
    let withdrawal: String?

    /// Questions that belong together.
    struct Section: Sendable {
        let title: String
        let inputs: Markup
        let isOptional: Bool
        /// Whether something was filled in, or is wrong.
        let isOpen: Bool
        /// The wards for a map on which a point is chosen, as JSON; nil where none is asked.
        let map: String?
    }

    /// One question.
    struct Input: Sendable, Hashable {
        let name: String
        let label: String
        let value: String
        let isRequired: Bool
        let hint: String?
        /// What is wrong with it.
        let fault: String?
        /// The ids of what describes it.
        let describedBy: String?
        // Which of them it is.
        var isLine = false, isParagraph = false, isChoice = false, isFixed = false, isMoney = false
        /// The type of a line: text or date.
        var type = "text"
        /// Which keyboard a telephone shows.
        var inputMode: String?
        /// The list of proposals.
        var list: String?
        var options: [Option] = []
        /// The name of the currency's input.
        var currencyName = ""
        /// Codes that fit the words typed.
        var found: [Option] = []
        var hasFound = false
        /// Whether an empty answer is shown.
        var isShown = true

        /// Whether nothing in it came from a person.
        var isBlank: Bool {
            value.isEmpty && fault == nil && !hasFound && (!isMoney || options.count == FormView.currencies.count)
        }
    }

    /// A value to choose.
    struct Option: Sendable, Hashable {
        let value: String
        let words: String
        var isChosen = false
    }

    static let currencies = ["VND", "USD", "EUR", "JPY", "KRW", "CNY"]

    init(
        _ draft: FormDraft, _ frame: Frame, _ parts: FormParts, action: String, eventId: String,
        found: [Commodity] = [], statement: String? = nil, withdrawal: String? = nil
    ) {
        let t = frame.catalogue
        self.frame = frame
        self.t = t
        codeLists = parts.codeLists(t.language)
        self.action = action
        self.eventId = eventId
        amends = draft.amended ?? ""
        self.statement = statement
        self.withdrawal = withdrawal
        hasStatement = draft.form.subject == .capabilities
        heading = t[draft.form.title]
        let refusals = draft.refusals
        let known = draft.form.fields
        sections = draft.form.sections.map { section in
            let inputs = section.fields.map { Input($0, draft, t, found) }
            let isTouched = inputs.contains { !$0.value.isEmpty || $0.fault != nil }
            return Section(
                title: t[section.title], inputs: Markup(joining: inputs.map { parts.input($0, t) }),
                isOptional: section.isOptional, isOpen: !section.isOptional || isTouched,
                map: section.asksPoint ? parts.wards(t.language) : nil)
        }
        hasMap = sections.contains { $0.map != nil }
        faults = refusals.filter { refusal in !known.contains { $0.isMeant(by: refusal) } }
            .map { t.words(of: $0) }
        hasFaults = !faults.isEmpty
        isRefused = !refusals.isEmpty
        formats = [
            (NumberFormat.unstated, FormText.formatUnstated), (.vietnamese, .formatVietnamese),
            (.english, .formatEnglish),
        ].map { Option(value: $0.rawValue, words: t[$1], isChosen: draft.format == $0) }
    }
}

extension FormView.Input {
    init(_ field: FormField, _ draft: FormDraft, _ t: Catalogue, _ found: [Commodity]) {
        let wrong = draft.refusals.filter { field.isMeant(by: $0) }.map { t.words(of: $0) }
        name = field.inputs[0]
        label = t.words(field.label)
        value = draft.values[field.inputs[0]] ?? ""
        isRequired = field.isRequired
        hint = field.hint.map { t[$0] }
        fault = wrong.isEmpty ? nil : wrong.joined(separator: "; ")
        let ids = (hint == nil ? [] : ["hint-\(name)"]) + (fault == nil ? [] : ["fault-\(name)"])
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
        switch field.kind {
        case .line, .list: isLine = true
        case .number: (isLine, inputMode) = (true, "decimal")
        case .day: (isLine, type) = (true, "date")
        case .unit: (isLine, list) = (true, "units")
        case .ward: (isLine, list) = (true, "wards")
        case .commodity:
            (isLine, list) = (true, "commodities")
            self.found = found.map {
                .init(value: $0.code, words: t.language == .vietnamese ? $0.vietnamese : $0.english)
            }
            hasFound = !found.isEmpty
        case .paragraph: isParagraph = true
        case .money:
            (isMoney, inputMode, currencyName) = (true, "decimal", field.inputs[1])
            let chosen = draft.values[currencyName] ?? FormView.currencies[0]
            let known = FormView.currencies.contains(chosen) ? [] : [chosen]
            options = (FormView.currencies + known).map { .init(value: $0, words: $0, isChosen: $0 == chosen) }
        case .choice(let choices):
            isChoice = true
            options = choices.map { .init(value: $0.value, words: t.words($0.words), isChosen: $0.value == value) }
        case .fixed: (isFixed, isShown) = (true, !value.isEmpty)
        }
    }
}

extension FormSection {
    /// Whether it asks for a point.
    fileprivate var asksPoint: Bool { fields.contains { $0.path == "place.latitude" } }
}

extension FormField {
    /// Whether a refusal is about what this question fills.
    func isMeant(by refusal: Refusal) -> Bool {
        refusal.field == path || refusal.field.hasPrefix(path + ".") && !isFixed
    }

    private var isFixed: Bool { if case .fixed = kind { true } else { false } }
}

extension Catalogue {
    /// What is wrong, as a person of the language reads it; with the exact English message where that says more.
    func words(of refusal: Refusal) -> String { words(ofReason: refusal.reason.rawValue, refusal.message) }

    /// The same of a reason code and its message.
    func words(ofReason reason: String, _ message: String) -> String {
        guard language == .vietnamese else { return message }
        let wording = wording("refusal", reason)
        return wording == reason ? message : "\(wording) (\(message))"
    }
}
