/// What was found wrong in a JSON record.
struct JSONFindings {
    private var all: [Refusal] = []

    /// Whether no more findings are taken.
    var isFull: Bool { all.count >= ContractLimits.refusals }

    /// Adds a finding, unless there are enough.
    mutating func add(_ reason: RefusalReason, _ path: JSONPath, _ message: String) {
        guard !isFull else { return }
        all.append(Refusal(reason, field: path.text, message))
    }

    /// All findings, or nil where there are none.
    var refusals: Refusals? { all.isEmpty ? nil : Refusals(all) }
}

/// Where a value stands in a JSON record.
struct JSONPath: Equatable {
    /// Such as `unitPriceTiers.0.unitPrice.value`; empty for the whole record.
    private(set) var text = ""
    /// The path without indices, which the schema has.
    private(set) var schemaText = ""
    /// Whether it is an element of a list, or the record itself.
    private(set) var isElementOrWhole = true

    /// The path of a field of an object. Names from outside are cut after 64 characters.
    func appending(_ name: String) -> JSONPath {
        var path = self
        let short = String(name.prefix(64))
        path.text = text.isEmpty ? short : text + "." + short
        path.schemaText = schemaText.isEmpty ? short : schemaText + "." + short
        path.isElementOrWhole = false
        return path
    }

    /// The path of an element of a list.
    func appending(_ index: Int) -> JSONPath {
        var path = self
        path.text += ".\(index)"
        path.isElementOrWhole = true
        return path
    }
}
