/// Takes one row of comma-separated values apart.
struct CSVRowScan {
    /// What the bytes have led to.
    enum Outcome {
        /// The row ended after so many bytes and line ends.
        case row(length: Int, lines: Int)
        /// The bytes end within the row.
        case open(isInQuotes: Bool)
        /// It is no row.
        case malformed(String)
    }

    private enum State { case cellStart, plain, quoted, quoteInQuoted, afterReturn }

    /// The cells' text, one after the other.
    private(set) var text: [UInt8] = []
    /// Where each cell ends in `text`.
    private(set) var ends: [Int] = []
    private let delimiter: UInt8

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Reads one row from the beginning of the bytes; at the end of the file, the row may lack its line end.
    mutating func advance(over bytes: ArraySlice<UInt8>, isLast: Bool) -> Outcome {
        bytes.withUnsafeBufferPointer { scan($0, isLast: isLast) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Outcome {
        let newline = UInt8(ascii: "\n")
        let quote = UInt8(ascii: "\"")
        var state = State.cellStart
        var lines = 0
        for (index, byte) in bytes.enumerated() {
            if byte == 0 { return .malformed("the text has a zero byte") }
            if byte == newline { lines += 1 }
            switch state {
            case .quoted:
                if byte == quote { state = .quoteInQuoted } else { text.append(byte) }
                continue
            case .quoteInQuoted where byte == quote:
                text.append(byte)
                state = .quoted
                continue
            case .afterReturn where byte != newline:
                return .malformed("a carriage return stands without a line feed")
            case .cellStart where byte == quote:
                state = .quoted
                continue
            default: break
            }
            switch byte {
            case newline:
                ends.append(text.count)
                return .row(length: index + 1, lines: lines)
            case delimiter:
                ends.append(text.count)
                state = .cellStart
            case UInt8(ascii: "\r"): state = .afterReturn
            case quote: return .malformed("a quote stands within a cell that does not begin with one")
            default:
                if state == .quoteInQuoted { return .malformed("text stands behind a closing quote") }
                state = .plain
                text.append(byte)
            }
        }
        guard isLast, state != .quoted else { return .open(isInQuotes: state == .quoted) }
        ends.append(text.count)
        return .row(length: bytes.count, lines: lines)
    }
}
