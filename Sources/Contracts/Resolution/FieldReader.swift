/// Reads the fields of one record by the rules of the contract and collects every refusal with its JSON path.
///
/// A field that is refused reads as nothing (nil, zero, or empty); the fact it was to enter is then never handed out.
struct FieldReader {
    private let place: Place
    private let log: RefusalLog

    /// The object whose fields are read. Its path is written only where something is refused.
    private indirect enum Place {
        case record
        case field(String, in: Place)
        case element(Int, of: String, in: Place)

        /// The JSON path of a field; of the object itself where the field is empty.
        func path(of field: String) -> String {
            let path =
                switch self {
                case .record: ""
                case .field(let name, let place): place.path(of: name)
                case .element(let index, let list, let place): place.path(of: "\(list).\(index)")
                }
            if path.isEmpty { return field }
            return field.isEmpty ? path : path + "." + field
        }
    }

    /// A reader of a record.
    init() { self.init(.record, RefusalLog()) }

    private init(_ place: Place, _ log: RefusalLog) {
        self.place = place
        self.log = log
    }

    /// A reader of the object in a field.
    func object(_ field: String) -> FieldReader { FieldReader(.field(field, in: place), log) }

    /// A reader of the object at an index of a list.
    func object(_ field: String, _ index: Int) -> FieldReader {
        FieldReader(.element(index, of: field, in: place), log)
    }

    /// Whether anything was refused so far, in this object or another of the record.
    var hasRefusals: Bool { !log.all.isEmpty }

    /// Notes a refusal of a field; of the object itself where the field is empty.
    func refuse(_ reason: RefusalReason, _ field: String, _ message: String) {
        guard log.all.count < ContractLimits.refusals else { return }
        log.all.append(Refusal(reason, field: place.path(of: field), message))
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
}

/// What all readers of a record have refused.
private final class RefusalLog {
    var all: [Refusal] = []
}
