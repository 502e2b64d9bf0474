/// The codes of UN/ECE Recommendation 20: an imported list, or thirty of them.
struct UnitList: Sendable {
    let isImported: Bool
    /// The rows of the file it was read from.
    let rowsRead: Int
    private let entries: [String: UnitOfMeasure]
    /// The status of each code that is withdrawn.
    private let withdrawn: [String: String]

    static let builtIn = UnitList(
        Dictionary(uniqueKeysWithValues: BuiltInUnits.all.map { ($0.code, $0) }), withdrawn: BuiltInUnits.withdrawn,
        isImported: false, rowsRead: 0)

    /// Reads a list that has the columns `Status`, `CommonCode` and `Name`. Status X (deleted) and D (deprecated) withdraw a
    /// code; the other marks, such as `¦` (changed), do not.
    init(file: ReferenceFile) throws {
        let builtIn = Self.builtIn.entries
        var entries: [String: UnitOfMeasure] = [:]
        var withdrawn: [String: String] = [:]
        let rows = try ReferenceTable.read(file, columns: ["Status", "CommonCode", "Name"]) { (cells) throws(Refusal) in
            let (status, code, name) = (cells[0], cells[1], cells[2])
            guard UnitOfMeasure.isWellFormed(code) else {
                throw Refusal(
                    .malformed, field: "CommonCode", "\"\(code.prefix(20))\" is not two or three capitals or digits")
            }
            guard status.count <= 1 else {
                throw Refusal(.malformed, field: "Status", "\"\(status.prefix(20))\" is not a mark of one character")
            }
            guard !name.isEmpty else { throw Refusal(.missing, field: "Name", "\(code) has no words") }
            guard name.utf8.count <= ReferenceLimits.wordBytes else {
                throw Refusal(.tooLong, field: "Name", "it is longer than \(ReferenceLimits.wordBytes) bytes")
            }
            guard entries[code] == nil, withdrawn[code] == nil else {
                throw Refusal(.duplicate, field: "CommonCode", "\(code) is there twice")
            }
            if status == "X" || status == "D" {
                withdrawn[code] = status
            } else {
                entries[code] = builtIn[code] ?? UnitOfMeasure(code: code, vietnamese: name, english: name)
            }
        }
        self.init(entries, withdrawn: withdrawn, isImported: true, rowsRead: rows)
    }

    private init(
        _ entries: [String: UnitOfMeasure], withdrawn: [String: String], isImported: Bool, rowsRead: Int
    ) {
        self.entries = entries
        self.withdrawn = withdrawn
        self.isImported = isImported
        self.rowsRead = rowsRead
    }

    var count: Int { entries.count }
    var withdrawnCount: Int { withdrawn.count }

    func find(_ code: String) -> Finding<UnitOfMeasure> {
        guard UnitOfMeasure.isWellFormed(code) else { return .malformed }
        if let unit = entries[code] { return .known(unit) }
        if let status = withdrawn[code] { return .withdrawn(status: status) }
        return isImported ? .unknown : .unchecked
    }
}
