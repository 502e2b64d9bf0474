/// What the first bytes of a file tell.
enum FileBeginning {
    static let emptyFile = Refusal(.emptyFile, "there is no record in it")

    /// Skips a byte order mark; refuses that of UTF-16.
    static func skip(in bytes: inout ByteBuffer) throws(FileAccessError) -> Refusal? {
        try bytes.fill(to: 3)
        let first = bytes.prefix(min(3, bytes.count))
        if first == [0xEF, 0xBB, 0xBF] { bytes.consume(3) }
        return first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) ? UTF8Text.refusal : nil
    }

    /// Tells the format from the first line: an object that ends with the line is one of JSON lines.
    static func format(of bytes: inout ByteBuffer) throws(FileAccessError) -> RecordFile.Format {
        var offset = 0
        while true {
            while offset < bytes.count, UTF8Text.isBlank(bytes[offset]) { offset += 1 }
            guard offset == bytes.count, offset < TabularLimits.recordBytes, try bytes.fill() else { break }
        }
        guard offset < bytes.count else { return .jsonLines }
        switch bytes[offset] {
        case UInt8(ascii: "["): return .json
        case UInt8(ascii: "{"): return try isWholeOnItsLine(&bytes, from: offset) ? .jsonLines : .json
        default: return .csv
        }
    }

    private static func isWholeOnItsLine(
        _ bytes: inout ByteBuffer, from offset: Int
    ) throws(FileAccessError) -> Bool {
        while bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset) == nil {
            guard bytes.count < TabularLimits.recordBytes else { return true }
            guard try bytes.fill() else { break }
        }
        let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: offset) ?? bytes.count
        var scan = JSONObjectScan()
        return scan.advance(over: bytes.prefix(end)[offset...]).isEnd
    }
}
