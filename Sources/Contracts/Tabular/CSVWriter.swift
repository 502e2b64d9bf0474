/// Writes comma-separated values (RFC 4180): cells parted by `,`, lines ended by CR LF.
public struct CSVWriter {
    private let columns: [String]
    private let positions: [String: Int]
    private var bytes: [UInt8] = []

    /// Begins with a row of column names.
    public init(columns: [String]) {
        self.columns = columns
        positions = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        append(row: columns)
    }

    /// Writes a row of cells, in the order of the columns.
    public mutating func append(row: [String]) {
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    }

    /// Writes a record's cells; those of other columns are left out.
    public mutating func append(_ cells: [TabularJSON.Cell]) {
        var row = [String](repeating: "", count: columns.count)
        for cell in cells {
            if let position = positions[cell.column] { row[position] = cell.text }
        }
        append(row: row)
    }

    /// How many bytes wait to be taken.
    public var count: Int { bytes.count }

    /// Hands over what was written since it was last asked.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ cell: String) {
        guard cell.utf8.contains(where: Self.needsQuotes) else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for byte in cell.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}
