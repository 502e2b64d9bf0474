/// Turns rows of cells into JSON objects and back. A column is named by the JSON path of its field, such as
/// `unitPriceTiers.0.minimumQuantity`; an empty cell is a field that is not there.
public struct TabularJSON: Sendable {
    private let root: CellTree

    /// Understands the first row of a table of a subject.
    ///
    /// - Throws: `Refusals` of columns that no record has, that are there twice, or that lack.
    public init(header: [String], subject: Subject) throws(Refusals) {
        let shape = RecordShape.of(subject)
        var columns: [CellTree.Column] = []
        var seen: Set<String> = []
        var refusals: [Refusal] = []
        for (index, name) in header.enumerated() {
            let path = name.split(separator: ".", omittingEmptySubsequences: false)
            if name.isEmpty {
                columns.append(CellTree.Column(index: index, name: name, path: [], shape: .text))
            } else if !seen.insert(name).inserted {
                refusals.append(Refusal(.duplicate, field: name, "the column is there twice"))
            } else if let leaf = shape.at(path), leaf.isLeaf {
                columns.append(CellTree.Column(index: index, name: name, path: path[...], shape: leaf))
            } else {
                let why = "\(subject.rawValue) have no such field; columns are JSON paths"
                refusals.append(Refusal(.unknownColumn, field: name, why))
            }
        }
        for name in RecordShape.mandatoryColumns(subject) where !seen.contains(name) {
            refusals.append(Refusal(.missingColumn, field: name, "the first row must have this column"))
        }
        if header.count > TabularLimits.columns {
            refusals = [Refusal(.tooMany, "there are more than \(TabularLimits.columns) columns")]
        }
        guard refusals.isEmpty else { throw Refusals(refusals) }
        root = CellTree(columns)
    }

    /// The JSON object of a row.
    ///
    /// - Throws: `Refusal` of a cell that is no value of its field.
    public func object(_ row: CSVRow) throws(Refusal) -> [UInt8] {
        var json: [UInt8] = []
        if try !root.write(row, to: &json) { json = Array("{}".utf8) }
        return json
    }

    /// The cells of a JSON object: the path and the text of each value, in the object's order. Null is no cell.
    public static func cells(_ object: [UInt8]) throws(Refusal) -> [Cell] {
        let tree = try JSONTree(object)
        guard case .object = tree else { throw Refusal(.malformedJSON, "it is not a JSON object") }
        var cells: [Cell] = []
        collect(tree, path: "", into: &cells)
        return cells
    }

    /// The JSON object that cells make; the reverse of `cells`. Empty cells are fields that are not there.
    ///
    /// - Throws: `Refusals` of cells that are no value of their field, and of paths that no record has.
    public static func object(_ cells: [Cell], subject: Subject) throws(Refusals) -> [UInt8] {
        let named = Set(cells.map(\.column))
        let all = cells + RecordShape.mandatoryColumns(subject).filter { !named.contains($0) }.map { Cell($0, "") }
        var text: [UInt8] = []
        var ends: [Int] = []
        for cell in all {
            text.append(contentsOf: cell.text.utf8)
            ends.append(text.count)
        }
        let table = try TabularJSON(header: all.map(\.column), subject: subject)
        do throws(Refusal) { return try table.object(CSVRow(text: text, ends: ends)) } catch { throw Refusals(error) }
    }

    /// A value, and the column it belongs to.
    public struct Cell: Hashable, Sendable {
        /// A JSON path.
        public let column: String
        /// The value as text.
        public let text: String

        /// A value of a column.
        public init(_ column: String, _ text: String) {
            self.column = column
            self.text = text
        }
    }

    private static func collect(_ tree: JSONTree, path: String, into cells: inout [Cell]) {
        let prefix = path.isEmpty ? "" : path + "."
        switch tree {
        case .object(let fields):
            for (name, value) in fields { collect(value, path: prefix + name, into: &cells) }
        case .array(let elements):
            for (index, value) in elements.enumerated() { collect(value, path: prefix + "\(index)", into: &cells) }
        case .text(let text), .number(let text): cells.append(Cell(path, text))
        case .truth(let isTrue): cells.append(Cell(path, isTrue ? "true" : "false"))
        case .null: break
        }
    }
}

/// The columns that a number of records need, in the order of a subject's fields.
public struct TabularColumns: Sendable {
    private let shape: RecordShape
    private var names: Set<String> = []

    /// No columns yet.
    public init(subject: Subject) {
        shape = .of(subject)
        names = Set(RecordShape.mandatoryColumns(subject))
    }

    /// Adds the columns of a record.
    public mutating func add(_ cells: [TabularJSON.Cell]) {
        for cell in cells { names.insert(cell.column) }
    }

    /// All columns, in order.
    public var all: [String] {
        names.map { (position: shape.position(of: $0.split(separator: ".")), name: $0) }
            .sorted { a, b in
                a.position == b.position ? a.name < b.name : a.position.lexicographicallyPrecedes(b.position)
            }
            .map(\.name)
    }
}
