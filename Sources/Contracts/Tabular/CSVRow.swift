/// The cells of one row.
public struct CSVRow: Sendable, Equatable {
    private let text: [UInt8]
    /// Where each cell ends in `text`.
    private let ends: [Int]

    init(text: [UInt8], ends: [Int]) {
        self.text = text
        self.ends = ends
    }

    /// How many cells there are.
    public var count: Int { ends.count }

    /// The text of a cell.
    public subscript(column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// All cells.
    public var cells: [String] { (0..<count).map { self[$0] } }

    /// Whether no cell has more than blanks.
    public var isBlank: Bool { text.allSatisfy(UTF8Text.isBlank) }

    /// The bytes of a cell, in UTF-8.
    func bytes(_ column: Int) -> ArraySlice<UInt8> { text[(column == 0 ? 0 : ends[column - 1])..<ends[column]] }
}

/// A row of a file, or why it was refused.
public struct CSVLine: Sendable {
    /// The line on which it starts, counted from 1.
    public let line: Int
    /// The cells.
    public let row: Result<CSVRow, Refusal>
}
