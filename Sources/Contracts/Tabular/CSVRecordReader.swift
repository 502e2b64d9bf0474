/// Reads the records of a table: JSON paths in the first row, a record in each other.
struct CSVRecordReader {
    private var rows: CSVReader
    private let subject: Subject
    private var table: TabularJSON?
    /// Refusals of the first row that are still to be told.
    private var refused: [FileRecord] = []
    private var isRefused = false

    init(_ bytes: ByteBuffer, subject: Subject) {
        rows = CSVReader(bytes)
        self.subject = subject
    }

    /// The next record, or nil at the end.
    mutating func next() throws(FileAccessError) -> FileRecord? {
        if table == nil, !isRefused { try readHeader() }
        guard let table else { return refused.isEmpty ? nil : refused.removeFirst() }
        guard let line = try rows.next() else { return nil }
        switch line.row {
        case .failure(let refusal): return FileRecord(line: line.line, .failure(refusal))
        case .success(let row):
            do throws(Refusal) {
                return FileRecord(line: line.line, .success(try table.object(row)))
            } catch {
                return FileRecord(line: line.line, .failure(error))
            }
        }
    }

    private mutating func readHeader() throws(FileAccessError) {
        guard let line = try rows.next() else { return }
        do throws(Refusals) {
            switch line.row {
            case .failure(let refusal): throw Refusals(refusal)
            case .success(let row): table = try TabularJSON(header: row.cells.map(trimmed), subject: subject)
            }
        } catch {
            isRefused = true
            refused = error.all.map { FileRecord(line: line.line, .failure($0)) }
        }
    }

    private func trimmed(_ name: String) -> String {
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
