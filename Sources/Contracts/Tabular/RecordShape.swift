/// Which fields a record has, and how their JSON values are written: what turns a cell of text into JSON.
///
/// Follows the schemas under `topics/proto`; a test holds both together.
indirect enum RecordShape: Sendable {
    /// A text, a word of a list, or a day.
    case text
    /// A decimal number written as JSON text.
    case decimal
    /// A JSON number without decimals.
    case whole
    /// A JSON number.
    case real
    /// True or false.
    case truth
    case object([Field])
    case list(RecordShape)

    /// A field of an object, by its JSON name.
    struct Field: Sendable {
        let name: String
        let shape: RecordShape
    }

    /// The shape of a subject's records.
    static func of(_ subject: Subject) -> RecordShape {
        switch subject {
        case .profiles: profile
        case .requirements: requirement
        case .products: product
        case .awards: award
        case .capabilities: capability
        case .quotes: quote
        case .subscriptions: subscription
        case .verifications: verification
        case .rates: rate
        }
    }

    /// The shape at the end of a path such as `unitPriceTiers.0.minimumQuantity`, or nil where there is none.
    func at(_ path: some Collection<Substring>) -> RecordShape? {
        guard let name = path.first else { return self }
        switch self {
        case .text, .decimal, .whole, .real, .truth: return nil
        case .object(let fields): return fields.first { $0.name == name }?.shape.at(path.dropFirst())
        case .list(let element): return Self.index(name).flatMap { _ in element.at(path.dropFirst()) }
        }
    }

    /// Where a path's column stands among all; columns are written in this order.
    func position(of path: some Collection<Substring>) -> [Int] {
        guard let name = path.first else { return [] }
        switch self {
        case .text, .decimal, .whole, .real, .truth: return []
        case .object(let fields):
            guard let index = fields.firstIndex(where: { $0.name == name }) else { return [fields.count] }
            return [index] + fields[index].shape.position(of: path.dropFirst())
        case .list(let element): return [Self.index(name) ?? 0] + element.position(of: path.dropFirst())
        }
    }

    /// Whether it holds no other shape.
    var isLeaf: Bool {
        switch self {
        case .text, .decimal, .whole, .real, .truth: true
        case .object, .list: false
        }
    }

    /// The index in a list that a part of a path names: without leading zeros, up to `TabularLimits.listIndex`.
    static func index(_ part: some StringProtocol) -> Int? {
        guard let index = Int(part), index >= 0, index <= TabularLimits.listIndex, String(index) == part else {
            return nil
        }
        return index
    }
}
