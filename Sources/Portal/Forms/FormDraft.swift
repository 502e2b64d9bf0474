internal import Contracts

/// What somebody typed into a form, and what is wrong with it.
struct FormDraft {
    let form: Form
    /// As it was typed, by the name of the input.
    var values: [String: String] = [:]
    /// How its numbers are written.
    var format = NumberFormat.unstated
    /// What is wrong.
    var refusals: [Refusal] = []
    /// What a record that is amended says beyond the form's questions.
    private(set) var kept: [TabularJSON.Cell] = []
    /// The key of the record that is amended; nil for a new one.
    private(set) var amended: String?

    /// A form that was sent.
    init(_ form: Form, _ body: FormBody) {
        self.form = form
        format = NumberFormat(rawValue: body["numberFormat"]) ?? .unstated
        for input in form.fields.flatMap(\.inputs) {
            let text = body[input]
            if !text.isEmpty { values[input] = text }
        }
    }

    /// An empty form.
    init(_ form: Form) { self.form = form }

    /// A form with what a record says, its numbers as the language writes them.
    init(_ form: Form, amending message: PublishedMessage, _ language: Language) {
        self.form = form
        keep(message)
        guard let cells = try? TabularJSON.cells(message.encodeJSON()) else { return }
        format = NumberFormat(language)
        var lists: [String: [String]] = [:]
        let listed = Set(form.fields.compactMap { field in if case .list = field.kind { field.path } else { nil } })
        for cell in cells {
            let parent = String(cell.column.prefix(upTo: cell.column.lastIndex(of: ".") ?? cell.column.startIndex))
            if listed.contains(parent) { lists[parent, default: []].append(cell.text) }
            values[cell.column] = cell.text
        }
        for (path, texts) in lists { values[path] = texts.joined(separator: ", ") }
        for name in form.numberInputs { values[name] = values[name].map(format.written) }
    }

    /// Proposes a value; a number is given with a decimal point, and is written as the language does.
    mutating func propose(_ name: String, _ value: String, _ language: Language) {
        if form.numberInputs.contains(name) { format = NumberFormat(language) }
        values[name] = form.numberInputs.contains(name) ? format.written(value) : value
    }

    /// Keeps what a record says beyond the form's questions.
    mutating func keep(_ message: PublishedMessage) {
        amended = "\(message.owner)/\(message.id)"
        let asked = form.fields.flatMap(\.inputs)
        kept = ((try? TabularJSON.cells(message.encodeJSON())) ?? []).filter { cell in
            !["owner", "id"].contains(cell.column)
                && !asked.contains { cell.column == $0 || cell.column.hasPrefix($0 + ".") }
        }
    }

    /// The message that the form says, checked as far as it can be alone.
    func message(of owner: String, _ resolver: Resolver) -> Result<PublishedMessage, Refusals> {
        decoded(of: owner).flatMap(resolver.checked)
    }

    /// The message that the form says, as far as it can be read.
    func decoded(of owner: String) -> Result<PublishedMessage, Refusals> {
        var cells = [TabularJSON.Cell("owner", owner)] + kept
        var ambiguous: [Refusal] = []
        for field in form.fields {
            switch field.kind {
            case .number: number(field.path, &cells, &ambiguous)
            case .money:
                guard values[field.path + ".value"] != nil else { continue }
                number(field.path + ".value", &cells, &ambiguous)
                cells.append(TabularJSON.Cell(field.path + ".currencyCode", values[field.path + ".currencyCode"] ?? ""))
            case .list:
                let texts = (values[field.path] ?? "").split { $0 == "," || $0.isNewline }
                    .map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
                cells += texts.enumerated().map { TabularJSON.Cell("\(field.path).\($0)", $1) }
            case .line, .paragraph, .day, .commodity, .unit, .ward, .choice, .fixed:
                cells.append(TabularJSON.Cell(field.path, values[field.path] ?? ""))
            }
        }
        guard ambiguous.isEmpty else { return .failure(Refusals(ambiguous)) }
        do throws(Refusals) {
            let json = try TabularJSON.object(cells, subject: form.subject)
            return RecordCodec.decode(subject: form.subject, contentType: ContentType.json.rawValue, value: json)
        } catch { return .failure(error) }
    }

    private func number(_ path: String, _ cells: inout [TabularJSON.Cell], _ ambiguous: inout [Refusal]) {
        guard let text = values[path] else { return }
        if let plain = format.plain(text) {
            cells.append(TabularJSON.Cell(path, plain))
        } else {
            ambiguous.append(
                Refusal(
                    .ambiguousNumber, field: path,
                    "\"\(text.prefix(40))\" may be read in two ways: say above how your numbers are written"))
        }
    }
}
