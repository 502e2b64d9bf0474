/// Reads the objects of a JSON file: one, several after each other, or those of an array.
///
/// Text between objects that is no JSON ends the reading, since nothing then tells where the next object starts.
struct JSONRecordReader {
    private enum Expectation {
        case anything, object, element, elementOrEnd, commaOrEnd, nothing
    }

    private var bytes: ByteBuffer
    private var line = 1
    private var expectation = Expectation.anything
    private var isEnded = false

    init(_ bytes: ByteBuffer) { self.bytes = bytes }

    /// The next object, or nil at the end.
    mutating func next() throws(FileAccessError) -> FileRecord? {
        while !isEnded, let byte = try nextSolidByte() {
            switch (byte, expectation) {
            case (UInt8(ascii: "{"), .anything), (UInt8(ascii: "{"), .object):
                expectation = .object
                return try object()
            case (UInt8(ascii: "{"), .element), (UInt8(ascii: "{"), .elementOrEnd):
                expectation = .commaOrEnd
                return try object()
            case (UInt8(ascii: "["), .anything): expectation = .elementOrEnd
            case (UInt8(ascii: ","), .commaOrEnd): expectation = .element
            case (UInt8(ascii: "]"), .commaOrEnd), (UInt8(ascii: "]"), .elementOrEnd): expectation = .nothing
            default: return malformed("here \(words(expectation)) is expected")
            }
            bytes.consume(1)
        }
        guard !isEnded else { return nil }
        isEnded = true
        switch expectation {
        case .element, .elementOrEnd, .commaOrEnd: return malformed("the array is not closed")
        case .anything, .object, .nothing: return nil
        }
    }

    private mutating func nextSolidByte() throws(FileAccessError) -> UInt8? {
        while true {
            while bytes.count > 0 {
                let byte = bytes[0]
                guard UTF8Text.isBlank(byte) else { return byte }
                if byte == UInt8(ascii: "\n") { line += 1 }
                bytes.consume(1)
            }
            guard try bytes.fill() else { return nil }
        }
    }

    private mutating func object() throws(FileAccessError) -> FileRecord {
        let firstLine = line
        var scan = JSONObjectScan()
        var scanned = 0
        var isTooLarge = false
        while true {
            let progress = scan.advance(over: bytes.bytes[(bytes.start + scanned)...])
            line = firstLine + scan.lines
            switch progress {
            case .malformed(let why): return malformed(why)
            case .end(let length):
                defer { bytes.consume(scanned + length) }
                isTooLarge = isTooLarge || scanned + length > TabularLimits.recordBytes
                return FileRecord(line: firstLine, isTooLarge ? .failure(RecordSize.refusal) : check(scanned + length))
            case .open:
                scanned = bytes.count
                if scanned > TabularLimits.recordBytes {
                    isTooLarge = true
                    bytes.consume(scanned)
                    scanned = 0
                }
                guard try bytes.fill() else {
                    line = firstLine
                    return malformed("the object that starts here is not closed")
                }
            }
        }
    }

    private func check(_ length: Int) -> Result<[UInt8], Refusal> {
        let text = bytes.prefix(length)
        return UTF8Text.isValid(text) ? .success(text) : .failure(UTF8Text.refusal)
    }

    private mutating func malformed(_ why: String) -> FileRecord {
        isEnded = true
        return FileRecord(
            line: line, .failure(Refusal(.malformedJSON, why + "; nothing after it was read")))
    }

    private func words(_ expectation: Expectation) -> String {
        switch expectation {
        case .anything: "an object or an array of objects"
        case .object, .element: "an object"
        case .elementOrEnd: "an object or the end of the array"
        case .commaOrEnd: "a comma or the end of the array"
        case .nothing: "the end of the file"
        }
    }
}
