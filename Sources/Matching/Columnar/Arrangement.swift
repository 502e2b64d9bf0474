/// How offers are divided so that those in one block are alike. It decides what is skipped, never what is found.
enum Arrangement {
    /// Where rows are divided.
    struct Cut {
        let column: Int
        /// Codes up to it lie to the left.
        let value: Int16

        /// Between equal rows: they stay where they are, and what comes later goes to the right.
        static func none(least: Int16) -> Cut { Cut(column: 0, value: least - 1) }
    }

    /// The columns by which rows are divided, in turn: what most requirements bound, first.
    private static let turns = [
        Column.price, Column.localContent, Column.price, Column.leadTime, Column.ownership, Column.x, Column.z,
    ]
    /// How many rows are looked at to choose where to divide many.
    private static let sampled = 255
    /// Up to so many are all looked at, so that blocks are filled evenly.
    private static let countedRows = 2_048
    /// Of a block's rows, how many are filled at first.
    private static let filledRows = 60

    /// Where to divide rows; nil where all are equal.
    static func cut(_ rows: ArraySlice<Row>, depth: Int) -> Cut? {
        let step = rows.count > countedRows ? rows.count / sampled : 1
        let sample = stride(from: rows.startIndex, to: rows.endIndex, by: step).map { rows[$0].codes }
        for turn in 0..<turns.count {
            if let cut = middle(of: sample, turns[(depth + turn) % turns.count]) { return cut }
        }
        return (0..<Column.count).lazy.filter { !Column.isMask($0) }
            .compactMap { middle(of: rows.map(\.codes), $0) }.first
    }

    /// The code in the middle, where that fills blocks; or one before it where no row is above it.
    private static func middle(of rows: [CodeRow], _ column: Int) -> Cut? {
        let codes = rows.map { $0[column] }.sorted()
        guard let least = codes.first, let greatest = codes.last, least < greatest else { return nil }
        let blocks = (rows.count + filledRows - 1) / filledRows
        let left =
            rows.count > countedRows ? codes.count / 2 : min(blocks / 2 * filledRows, codes.count / 2 + filledRows)
        let middle = codes[max(left, 1) - 1]
        let value = middle < greatest ? middle : codes.last { $0 < greatest } ?? least
        return Cut(column: column, value: value)
    }
}
