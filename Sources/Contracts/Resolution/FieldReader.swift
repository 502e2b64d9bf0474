/// Reads the fields of one record by the rules of the contract and collects every refusal with its JSON path.
///
/// A field that is refused reads as nothing (nil, zero, or empty); the fact it was to enter is then never handed out.
struct FieldReader {
    /// The JSON path of the object whose fields are read; empty for the record itself.
    let path: String
    private let log: RefusalLog

    /// A reader of a record.
    init() { self.init(path: "", log: RefusalLog()) }

    private init(path: String, log: RefusalLog) {
        self.path = path
        self.log = log
    }

    /// A reader of the object in a field.
    func object(_ field: String) -> FieldReader { FieldReader(path: fullPath(field), log: log) }

    /// A reader of the object at an index of a list.
    func object(_ field: String, _ index: Int) -> FieldReader { object("\(field).\(index)") }

    /// Whether anything was refused so far, in this object or another of the record.
    var hasRefusals: Bool { !log.all.isEmpty }

    /// Notes a refusal of a field; of the object itself where the field is empty.
    func refuse(_ reason: RefusalReason, _ field: String, _ message: String) {
        guard log.all.count < ContractLimits.refusals else { return }
        log.all.append(Refusal(reason, field: fullPath(field), message))
    }

    /// What was refused so far.
    var refusals: Refusals { Refusals(log.all) }

    /// The fact, if nothing was refused.
    func result<Fact>(_ fact: Fact) -> Result<Fact, Refusals> {
        log.all.isEmpty ? .success(fact) : .failure(Refusals(log.all))
    }

    /// A key that was read, if nothing was refused.
    func result(naming key: BusinessKey?) -> Result<BusinessKey, Refusals> {
        guard let key, !hasRefusals else { return .failure(Refusals(log.all)) }
        return .success(key)
    }

    private func fullPath(_ field: String) -> String {
        if path.isEmpty { return field }
        return field.isEmpty ? path : path + "." + field
    }
}

/// What all readers of a record have refused.
private final class RefusalLog {
    var all: [Refusal] = []
}
