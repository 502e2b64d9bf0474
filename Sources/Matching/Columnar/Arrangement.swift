/// How offers are divided so that those in one block are alike. It decides what is skipped, never what is found.
enum Arrangement {
    /// Where rows are divided.
    struct Cut {
        let column: Int
        /// For a column of bits, which.
        let bit: Int16
        let value: Int16

        /// Between equal rows: they stay where they are, and what comes later goes to the right.
        static func none(least: Int16) -> Cut { Cut(column: 0, bit: 0, value: least - 1) }
    }

    /// The columns by which rows are divided, in turn.
    private static let turns = [
        Column.lackedSchemes, Column.price, Column.leadTime, Column.localContent, Column.x, Column.ownership,
        Column.lackedSchemes, Column.z,
    ]
    /// Fewer rows are not divided by a bit, whose sides are of unequal size.
    private static let rowsForBits = 400
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
            let column = turns[(depth + turn) % turns.count]
            if Column.isMask(column) {
                if rows.count >= rowsForBits, let cut = evenBit(of: sample, column) { return cut }
            } else if let cut = middle(of: sample, column) {
                return cut
            }
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
        return Cut(column: column, bit: 0, value: value)
    }

    /// The bit that most evenly divides.
    private static func evenBit(of rows: [CodeRow], _ column: Int) -> Cut? {
        var best: (bit: Int16, count: Int)?
        for index in 0..<16 {
            let bit = Int16(bitPattern: 1 << UInt16(index))
            let having = rows.count { $0[column] & bit != 0 }
            let smaller = min(having, rows.count - having)
            if smaller > best?.count ?? rows.count / 8 { best = (bit, smaller) }
        }
        return best.map { Cut(column: column, bit: $0.bit, value: 0) }
    }
}
