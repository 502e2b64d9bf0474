/// Reads rows of comma-separated values (RFC 4180), chunk by chunk.
///
/// A byte order mark is skipped. The first line tells whether cells are parted by `,` or `;`, and how many there are in a
/// row. What is wrong with a row is a value, and reading goes on with the next line.
public struct CSVReader {
    private var bytes: ByteBuffer
    private var line = 1
    private var delimiter: UInt8?
    private var columns: Int?
    private var hasBegun: Bool
    private var isEnded = false

    /// Reads from a source.
    public init(_ source: ByteSource) {
        bytes = ByteBuffer(source)
        hasBegun = false
    }

    /// Goes on behind a beginning that has been looked at.
    init(_ bytes: ByteBuffer) {
        self.bytes = bytes
        hasBegun = true
    }

    /// The next row that is not blank, or nil at the end.
    public mutating func next() throws(FileAccessError) -> CSVLine? {
        if !hasBegun {
            hasBegun = true
            if let refusal = try FileBeginning.skip(in: &bytes) {
                isEnded = true
                return CSVLine(line: 1, row: .failure(refusal))
            }
        }
        while !isEnded {
            let firstLine = line
            guard let row = try nextRow() else { break }
            if case .success(let row) = row, row.isBlank { continue }
            return CSVLine(line: firstLine, row: checkColumns(row))
        }
        isEnded = true
        return nil
    }

    private mutating func checkColumns(_ row: Result<CSVRow, Refusal>) -> Result<CSVRow, Refusal> {
        guard case .success(let cells) = row else { return row }
        guard let columns else {
            columns = cells.count
            return row
        }
        guard cells.count == columns else {
            return .failure(
                Refusal(.malformedCSV, "the row has \(cells.count) cells where the first line has \(columns)"))
        }
        return row
    }

    private mutating func nextRow() throws(FileAccessError) -> Result<CSVRow, Refusal>? {
        if bytes.count == 0, try !bytes.fill() { return nil }
        let delimiter = try delimiterOfFile()
        var isLast = false
        while true {
            var scan = CSVRowScan(delimiter: delimiter)
            let outcome = scan.advance(over: bytes.bytes[bytes.start...], isLast: isLast)
            switch outcome {
            case .row(let length, let lines):
                let raw = bytes.bytes[bytes.start..<bytes.start + length]
                let isValid = UTF8Text.isValid(raw)
                bytes.consume(length)
                line += lines
                guard length <= TabularLimits.recordBytes + 2 else { return .failure(RecordSize.refusal) }
                guard isValid else { return .failure(UTF8Text.refusal) }
                return .success(CSVRow(text: scan.text, ends: scan.ends))
            case .malformed(let why):
                try skipLine()
                return .failure(Refusal(.malformedCSV, why))
            case .open(let isInQuotes):
                if bytes.count > TabularLimits.recordBytes {
                    try skipLine()
                    return .failure(isInQuotes ? Self.unclosedQuote : RecordSize.refusal)
                }
                isLast = try !bytes.fill()
                if isLast, isInQuotes {
                    try skipLine()
                    return .failure(Self.unclosedQuote)
                }
            }
        }
    }

    private static let unclosedQuote = Refusal(
        .malformedCSV, "a quote is opened and not closed; write a quote within a cell twice")

    private mutating func skipLine() throws(FileAccessError) {
        line += 1
        repeat {
            if let end = bytes.firstOffset(of: UInt8(ascii: "\n")) {
                bytes.consume(end + 1)
                return
            }
            bytes.consume(bytes.count)
        } while try bytes.fill()
    }

    /// The one of `,` and `;` that is more frequent in the first line, outside quotes.
    private mutating func delimiterOfFile() throws(FileAccessError) -> UInt8 {
        if let delimiter { return delimiter }
        while bytes.firstOffset(of: UInt8(ascii: "\n")) == nil, bytes.count <= TabularLimits.recordBytes {
            guard try bytes.fill() else { break }
        }
        var isInQuotes = false
        var balance = 0
        for byte in bytes.prefix(bytes.firstOffset(of: UInt8(ascii: "\n")) ?? bytes.count) {
            switch byte {
            case UInt8(ascii: "\""): isInQuotes.toggle()
            case UInt8(ascii: ",") where !isInQuotes: balance -= 1
            case UInt8(ascii: ";") where !isInQuotes: balance += 1
            default: break
            }
        }
        let found = balance > 0 ? UInt8(ascii: ";") : UInt8(ascii: ",")
        delimiter = found
        return found
    }
}
