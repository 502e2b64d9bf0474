/// Reads the records of a file one by one: `.json` (an object, several, or an array), `.jsonl`, `.csv`, or the standard
/// input (`-`), of which the first bytes tell what it is.
///
/// ```swift
/// var file = try RecordFile(path: "capabilities.csv", subject: .capabilities)
/// while let record = try file.next() { … }
/// ```
///
/// What is wrong with a record is a value, and reading goes on with the next one. What is wrong with the whole file (it is
/// empty, not UTF-8, or lacks a column) is a refusal of the line that shows it, and the end.
public struct RecordFile {
    /// How the records are written.
    public enum Format: Sendable {
        /// One object, several, or an array of objects.
        case json
        /// One object a line.
        case jsonLines
        /// One record a row, below a row of JSON paths.
        case csv

        /// The format that a file's name tells, or nil.
        public init?(path: String) {
            let name = path.lowercased()
            if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
                self = .jsonLines
            } else if name.hasSuffix(".json") {
                self = .json
            } else if name.hasSuffix(".csv") {
                self = .csv
            } else {
                return nil
            }
        }
    }

    private enum Reader {
        case undecided(ByteBuffer)
        case json(JSONRecordReader)
        case jsonLines(JSONLinesReader)
        case csv(CSVRecordReader)
        case ended
    }

    private let subject: Subject
    private let format: Format?
    private var reader: Reader

    /// Opens a file. The format is told by its name, else by its first bytes.
    public init(path: String, subject: Subject) throws(FileAccessError) {
        self.init(try ByteSource(path: path), subject: subject, format: Format(path: path))
    }

    /// Reads from a source; without a format, the first bytes tell.
    public init(_ source: ByteSource, subject: Subject, format: Format? = nil) {
        self.subject = subject
        self.format = format
        reader = .undecided(ByteBuffer(source))
    }

    /// The next record, or nil at the end.
    public mutating func next() throws(FileAccessError) -> FileRecord? {
        switch reader {
        case .undecided(let bytes): return try begin(bytes)
        case .json(var json):
            reader = .ended
            defer { reader = .json(json) }
            return try json.next()
        case .jsonLines(var lines):
            reader = .ended
            defer { reader = .jsonLines(lines) }
            return try lines.next()
        case .csv(var rows):
            reader = .ended
            defer { reader = .csv(rows) }
            return try rows.next()
        case .ended: return nil
        }
    }

    private mutating func begin(_ bytes: ByteBuffer) throws(FileAccessError) -> FileRecord? {
        reader = .ended
        var bytes = bytes
        if let refusal = try FileBeginning.skip(in: &bytes) { return FileRecord(line: 1, .failure(refusal)) }
        let told = if let format { format } else { try FileBeginning.format(of: &bytes) }
        switch told {
        case .json: reader = .json(JSONRecordReader(bytes))
        case .jsonLines: reader = .jsonLines(JSONLinesReader(bytes))
        case .csv: reader = .csv(CSVRecordReader(bytes, subject: subject))
        }
        guard let first = try next() else {
            reader = .ended
            return FileRecord(line: 1, .failure(FileBeginning.emptyFile))
        }
        return first
    }
}
