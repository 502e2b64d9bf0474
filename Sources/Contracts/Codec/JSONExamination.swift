/// Finds where in a JSON record its fault lies, which SwiftProtobuf does not tell.
struct JSONExamination {
    private let shape: RecordShape
    private let words: SchemaWords

    init(of subject: Subject) {
        shape = .of(subject)
        words = SchemaWords(subject)
    }

    /// Fields that an object has twice, or nil. A field may be written in lowerCamelCase or as in the schema.
    func repeatedNames(_ tree: JSONTree) -> Refusals? {
        guard tree.repeatsName else { return nil }
        var findings = JSONFindings()
        collectRepeats(tree, JSONPath(), into: &findings)
        return findings.refusals
    }

    /// Fields that the schema does not have, and values of another type than it asks for; nil where all fit.
    func faults(_ tree: JSONTree) -> Refusals? {
        var findings = JSONFindings()
        compare(tree, with: shape, JSONPath(), into: &findings)
        return findings.refusals
    }

    private func collectRepeats(_ tree: JSONTree, _ path: JSONPath, into findings: inout JSONFindings) {
        switch tree {
        case .object(let fields):
            var seen: Set<String> = []
            for (name, value) in fields where !findings.isFull {
                let field = path.appending(JSONName.lowerCamelCase(name))
                if !seen.insert(JSONName.lowerCamelCase(name)).inserted {
                    findings.add(.duplicate, field, "the field is there twice; write it once")
                }
                collectRepeats(value, field, into: &findings)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                collectRepeats(element, path.appending(index), into: &findings)
            }
        case .text, .number, .truth, .null: break
        }
    }
}

// MARK: - Comparing with the schema

extension JSONExamination {
    private func compare(
        _ tree: JSONTree, with shape: RecordShape, _ path: JSONPath, into findings: inout JSONFindings
    ) {
        if case .null = tree { return compareNull(path, into: &findings) }
        switch shape {
        case .object(let fields): compareObject(tree, fields, path, into: &findings)
        case .list(let element): compareList(tree, element, path, into: &findings)
        case .text: compareText(tree, path, into: &findings)
        case .decimal: compareDecimal(tree, path, into: &findings)
        case .whole where !tree.isWhole:
            findings.add(.wrongType, path, "a whole number from 0 to 4294967295 is expected")
        case .real where !tree.isReal: findings.add(.wrongType, path, "a number is expected")
        case .truth where !tree.isTruth: findings.add(.wrongType, path, "true or false is expected, without quotes")
        case .whole, .real, .truth: break
        }
    }

    /// Null stands for a missing field, but not for an element of a list or the record.
    private func compareNull(_ path: JSONPath, into findings: inout JSONFindings) {
        guard path.isElementOrWhole else { return }
        findings.add(.wrongType, path, "null cannot stand here")
    }

    private func compareObject(
        _ tree: JSONTree, _ fields: [RecordShape.Field], _ path: JSONPath, into findings: inout JSONFindings
    ) {
        guard case .object(let members) = tree else {
            let names = fields.prefix(2).map { "\"\($0.name)\": …" }.joined(separator: ", ")
            return findings.add(.wrongType, path, "an object is expected: {\(names)}")
        }
        for (name, value) in members where !findings.isFull {
            let known = JSONName.lowerCamelCase(name)
            if let field = fields.first(where: { $0.name == known }) {
                compare(value, with: field.shape, path.appending(known), into: &findings)
            } else {
                findings.add(.unknownField, path.appending(name), unknownField(name, among: fields.map(\.name)))
            }
        }
    }

    private func unknownField(_ name: String, among names: [String]) -> String {
        guard let close = JSONName.closest(to: name, among: names) else {
            return "there is no such field; known are \(names.joined(separator: ", "))"
        }
        return "there is no such field; did you mean \"\(close)\"?"
    }

    private func compareList(
        _ tree: JSONTree, _ element: RecordShape, _ path: JSONPath, into findings: inout JSONFindings
    ) {
        guard case .array(let elements) = tree else {
            return findings.add(.wrongType, path, "a list is expected: […]")
        }
        for (index, value) in elements.enumerated() where !findings.isFull {
            compare(value, with: element, path.appending(index), into: &findings)
        }
    }

    private func compareText(_ tree: JSONTree, _ path: JSONPath, into findings: inout JSONFindings) {
        if let allowed = words.allowed(at: path) { return compareWord(tree, allowed, path, into: &findings) }
        guard case .text = tree else { return findings.add(.wrongType, path, tree.asText ?? "a text is expected") }
    }

    private func compareDecimal(_ tree: JSONTree, _ path: JSONPath, into findings: inout JSONFindings) {
        guard case .text = tree else {
            return findings.add(.wrongType, path, tree.asText ?? "a number written as text is expected: \"12.50\"")
        }
    }

    private func compareWord(
        _ tree: JSONTree, _ allowed: [String], _ path: JSONPath, into findings: inout JSONFindings
    ) {
        switch tree {
        case .number: break
        case .text(let word) where allowed.contains(word) || word == SchemaWords.unspecified: break
        case .text: findings.add(.unknownCode, path, "one of \(allowed.joined(separator: ", ")) is expected")
        default: findings.add(.wrongType, path, "one of \(allowed.joined(separator: ", ")) is expected, as text")
        }
    }
}

extension JSONTree {
    /// Whether an object in it has a field twice.
    fileprivate var repeatsName: Bool {
        switch self {
        case .object(let fields):
            let names = Set(fields.map { JSONName.lowerCamelCase($0.name) })
            return names.count < fields.count || fields.contains { $0.value.repeatsName }
        case .array(let elements): return elements.contains { $0.repeatsName }
        case .text, .number, .truth, .null: return false
        }
    }

    fileprivate var isWhole: Bool {
        switch self {
        case .number(let text), .text(let text): Double(text).map { UInt32(exactly: $0) != nil } ?? false
        default: false
        }
    }

    fileprivate var isReal: Bool {
        switch self {
        case .number(let text), .text(let text): Double(text)?.isFinite ?? false
        default: false
        }
    }

    fileprivate var isTruth: Bool {
        if case .truth = self { true } else { false }
    }

    /// How a value is written as text, in words.
    fileprivate var asText: String? {
        switch self {
        case .number(let text): "write it as text: \"\(text.prefix(40))\""
        case .truth(let isTrue): "write it as text: \"\(isTrue)\""
        default: nil
        }
    }
}
