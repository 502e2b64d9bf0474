/// The columns of a table, arranged as the JSON they make.
indirect enum CellTree: Sendable {
    case cell(Column)
    case object([(name: String, tree: CellTree)])
    case list([CellTree])

    /// A column of a table and the field it fills.
    struct Column: Sendable {
        let index: Int
        let name: String
        /// What of the path is below the place in the tree; empty for a column without a name.
        var path: ArraySlice<Substring>
        let shape: RecordShape
    }

    /// Arranges columns of different paths.
    init(_ columns: [Column]) {
        if let only = columns.first, columns.count == 1, only.path.isEmpty {
            self = .cell(only)
            return
        }
        var order: [Substring] = []
        var groups: [Substring: [Column]] = [:]
        for var column in columns {
            let name = column.path.popFirst() ?? ""
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(column)
        }
        if order.allSatisfy({ RecordShape.index($0) != nil }), !order.isEmpty {
            let indexes = order.compactMap { RecordShape.index($0) }.sorted()
            self = .list(indexes.map { CellTree(groups[Substring(String($0))] ?? []) })
        } else {
            self = .object(
                order.flatMap { name -> [(name: String, tree: CellTree)] in
                    let group = groups[name] ?? []
                    guard name.isEmpty else { return [(name: String(name), tree: CellTree(group))] }
                    return group.map { (name: "", tree: .cell($0)) }
                })
        }
    }

    /// Appends the JSON of a row; appends nothing, and tells so, where all its cells are empty.
    func write(_ row: CSVRow, to json: inout [UInt8]) throws(Refusal) -> Bool {
        let before = json.count
        switch self {
        case .cell(let column): return try CellValue.write(row.bytes(column.index), of: column, to: &json)
        case .object(let fields):
            json.append(UInt8(ascii: "{"))
            let first = json.count
            for (name, tree) in fields {
                let mark = json.count
                if mark > first { json.append(UInt8(ascii: ",")) }
                json.append(UInt8(ascii: "\""))
                json.append(contentsOf: name.utf8)
                json.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
                if try !tree.write(row, to: &json) { json.removeSubrange(mark...) }
            }
            if json.count > first {
                json.append(UInt8(ascii: "}"))
                return true
            }
        case .list(let elements):
            json.append(UInt8(ascii: "["))
            let first = json.count
            for tree in elements {
                let mark = json.count
                if mark > first { json.append(UInt8(ascii: ",")) }
                if try !tree.write(row, to: &json) { json.removeSubrange(mark...) }
            }
            if json.count > first {
                json.append(UInt8(ascii: "]"))
                return true
            }
        }
        json.removeSubrange(before...)
        return false
    }
}
