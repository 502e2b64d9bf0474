/// The rows of a code list that comes as CSV: reads the columns asked for, by name, and gathers what is wrong.
struct ReferenceTable {
    /// The rows below the first.
    private(set) var rows = 0
    private var refusals: [LineRefusal] = []

    /// Hands each row's cells, in the order of the columns asked for, to a function that may refuse them.
    ///
    /// - Throws: `ReferenceFileError` where a row was refused, or there is none.
    static func read(
        _ file: ReferenceFile, columns: [String], accept: (_ cells: [String]) throws(Refusal) -> Void
    ) throws -> Int {
        var table = ReferenceTable()
        try table.readRows(of: file, columns: columns, accept: accept)
        if table.rows == 0, table.refusals.isEmpty {
            table.refusals = [LineRefusal(line: 1, Refusal(.emptyFile, "there is no entry in it"))]
        }
        guard table.refusals.isEmpty else { throw ReferenceFileError(file: file.path, refusals: table.refusals) }
        return table.rows
    }

    private mutating func readRows(
        of file: ReferenceFile, columns: [String], accept: (_ cells: [String]) throws(Refusal) -> Void
    ) throws {
        var reader = CSVReader(ByteSource(file.bytes, path: file.path))
        guard let first = try reader.next() else { return }
        guard let header = refuse(first.line, first.row) else { return }
        let positions = find(columns, in: header.cells, line: first.line)
        guard positions.count == columns.count else { return }
        while refusals.count < ReferenceLimits.refusals, let line = try reader.next() {
            rows += 1
            guard rows <= ReferenceLimits.entries else {
                let refusal = Refusal(.tooMany, "a list has up to \(ReferenceLimits.entries) entries")
                refusals.append(LineRefusal(line: line.line, refusal))
                return
            }
            guard let row = refuse(line.line, line.row) else { continue }
            do throws(Refusal) {
                try accept(positions.map { row[$0] })
            } catch {
                refusals.append(LineRefusal(line: line.line, error))
            }
        }
    }

    private mutating func refuse(_ line: Int, _ row: Result<CSVRow, Refusal>) -> CSVRow? {
        switch row {
        case .success(let cells): return cells
        case .failure(let refusal):
            refusals.append(LineRefusal(line: line, refusal))
            return nil
        }
    }

    private mutating func find(_ columns: [String], in header: [String], line: Int) -> [Int] {
        columns.compactMap { column in
            let position = header.firstIndex(of: column)
            if position == nil {
                refusals.append(
                    LineRefusal(
                        line: line, Refusal(.missingColumn, field: column, "the first line must have this column")))
            }
            return position
        }
    }
}
