/// Reads one JSON object a line.
struct JSONLinesReader {
    private var bytes: ByteBuffer
    private var line = 0

    init(_ bytes: ByteBuffer) { self.bytes = bytes }

    /// The next line that is not blank, or nil at the end.
    mutating func next() throws(FileAccessError) -> FileRecord? {
        while let content = try nextLine() {
            switch content {
            case .failure(let refusal): return FileRecord(line: line, .failure(refusal))
            case .success(let text):
                guard let first = text.first(where: { !UTF8Text.isBlank($0) }) else { continue }
                return FileRecord(line: line, check(text, first: first))
            }
        }
        return nil
    }

    private func check(_ text: [UInt8], first: UInt8) -> Result<[UInt8], Refusal> {
        guard UTF8Text.isValid(text) else { return .failure(UTF8Text.refusal) }
        guard first == UInt8(ascii: "{") else {
            return .failure(Refusal(.malformedJSON, "the line is not a JSON object"))
        }
        return .success(text)
    }

    private mutating func nextLine() throws(FileAccessError) -> Result<[UInt8], Refusal>? {
        var searched = 0
        while true {
            if let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: searched) { return take(end, and: 1) }
            guard bytes.count <= TabularLimits.recordBytes else { return try skipLongLine() }
            searched = bytes.count
            guard try bytes.fill() else { break }
        }
        return bytes.count == 0 ? nil : take(bytes.count, and: 0)
    }

    private mutating func take(_ length: Int, and newline: Int) -> Result<[UInt8], Refusal> {
        defer { bytes.consume(length + newline) }
        line += 1
        guard length <= TabularLimits.recordBytes else { return .failure(RecordSize.refusal) }
        return .success(bytes.prefix(length))
    }

    private mutating func skipLongLine() throws(FileAccessError) -> Result<[UInt8], Refusal> {
        line += 1
        repeat {
            if let end = bytes.firstOffset(of: UInt8(ascii: "\n")) {
                bytes.consume(end + 1)
                break
            }
            bytes.consume(bytes.count)
        } while try bytes.fill()
        return .failure(RecordSize.refusal)
    }
}

/// The refusal of a record that is too large.
enum RecordSize {
    static let refusal = Refusal(.recordTooLarge, "it is larger than \(TabularLimits.recordBytes) bytes")
}
