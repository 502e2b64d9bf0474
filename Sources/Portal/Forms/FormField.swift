/// A question of a form. Its path is that of the JSON field it fills, as a column of a CSV file has it.
struct FormField: Sendable {
    let path: String
    let label: any PageText
    let kind: Kind
    var isRequired = false
    /// What helps to answer.
    var hint: FormText?

    /// What can be answered.
    enum Kind: Sendable {
        /// A line of text.
        case line
        /// Several lines.
        case paragraph
        /// A number, as people write numbers.
        case number
        /// `YYYY-MM-DD`, as a browser's calendar gives it.
        case day
        /// A code of the Harmonized System, or words to look it up by.
        case commodity
        /// A code of UN/ECE Recommendation 20.
        case unit
        /// A code of a ward.
        case ward
        /// An amount, and the currency beside it: fills `path.value` and `path.currencyCode`.
        case money
        /// Texts parted by commas: fills `path.0`, `path.1` …
        case list
        /// One of the values; the first is for no answer.
        case choice([Choice])
        /// What the page decides.
        case fixed
    }

    /// A value and its words.
    struct Choice: Sendable {
        let value: String
        let words: any PageText
    }

    init(_ path: String, _ label: any PageText, _ kind: Kind = .line, required: Bool = false, hint: FormText? = nil) {
        self.path = path
        self.label = label
        self.kind = kind
        isRequired = required
        self.hint = hint
    }

    /// The names of the inputs that the question has.
    var inputs: [String] {
        if case .money = kind { [path + ".value", path + ".currencyCode"] } else { [path] }
    }
}

/// Questions that belong together.
struct FormSection: Sendable {
    let title: FormText
    let fields: [FormField]
    /// Whether it is folded away until it is wanted.
    var isOptional = true
}
