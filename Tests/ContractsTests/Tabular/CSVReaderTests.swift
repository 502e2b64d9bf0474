import Testing

@testable import Contracts

@Suite struct CSVReaderTests {
    /// Each line as its number and its cells, or its reason; read in chunks of several sizes, which must not matter.
    private func lines(_ text: String) throws -> [String] { try lines(Array(text.utf8)) }

    private func lines(_ bytes: [UInt8]) throws -> [String] {
        let readings = try [1, 2, 7, 65_536].map { chunkBytes in
            var reader = CSVReader(ByteSource(bytes, chunkBytes: chunkBytes))
            var lines: [String] = []
            while let line = try reader.next() {
                switch line.row {
                case .success(let row): lines.append("\(line.line) " + row.cells.joined(separator: "|"))
                case .failure(let refusal): lines.append("\(line.line) \(refusal.reason.rawValue)")
                }
            }
            return lines
        }
        for reading in readings { #expect(reading == readings[0]) }
        return readings[0]
    }

    @Test func rowsEndWithEitherLineEndOrTheFile() throws {
        #expect(try lines("a,b\r\n1,2\n3,4") == ["1 a|b", "2 1|2", "3 3|4"])
        #expect(try lines("a,b\n1,\n") == ["1 a|b", "2 1|"])
        #expect(try lines("a,b\n1,2\r") == ["1 a|b", "2 1|2"])
    }

    @Test func quotedCellsHoldDelimitersQuotesAndLines() throws {
        #expect(try lines("a,b\n\"x,\"\"y\"\"\",\"l1\nl2\"\n3,4\n") == ["1 a|b", "2 x,\"y\"|l1\nl2", "4 3|4"])
        #expect(try lines("a,b\n\"\",\"\"\"\"\n") == ["1 a|b", "2 |\""])
        #expect(try lines("a\n\"last\"") == ["1 a", "2 last"])
    }

    @Test func theFirstLineTellsTheDelimiter() throws {
        #expect(try lines("a;b\n1,5;2\n") == ["1 a|b", "2 1,5|2"])
        #expect(try lines("\"a;;;\",b\n1,2\n") == ["1 a;;;|b", "2 1|2"])
    }

    @Test func aByteOrderMarkIsSkipped() throws {
        #expect(try lines("\u{FEFF}a;b\n1;2\n") == ["1 a|b", "2 1|2"])
    }

    @Test func blankRowsAreSkippedAndCounted() throws {
        #expect(try lines("a,b\n\n1,2\n,\n\r\n3,4\n\n") == ["1 a|b", "3 1|2", "6 3|4"])
        #expect(try lines("").isEmpty)
    }

    @Test func aRowWithTooManyOrTooFewCellsIsRefusedAlone() throws {
        #expect(try lines("a,b\n1\n1,2,3\n4,5\n") == ["1 a|b", "2 malformedCSV", "3 malformedCSV", "4 4|5"])
    }

    @Test func zeroBytesLoneReturnsAndStrayQuotesAreRefusedAlone() throws {
        let text = "a,b\n1,\0\n\"x\"y,2\n3\"5,2\n1\r2,3\n4,5\n"
        #expect(
            try lines(text) == [
                "1 a|b", "2 malformedCSV", "3 malformedCSV", "4 malformedCSV", "5 malformedCSV", "6 4|5",
            ])
    }

    @Test func aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws {
        #expect(try lines("a,b\n\"open,2\n3,4\n5,6\n") == ["1 a|b", "2 malformedCSV", "3 3|4", "4 5|6"])
        #expect(try lines("a,b\n1,\"open") == ["1 a|b", "2 malformedCSV"])
    }

    @Test func textThatIsNotUTF8IsRefusedAlone() throws {
        let bytes = Array("a,b\n".utf8) + [0x31, 0x2C, 0xC3, 0x28, 0x0A] + Array("3,4\n".utf8)
        #expect(try lines(bytes) == ["1 a|b", "2 notUTF8", "3 3|4"])
        #expect(try lines([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]) == ["1 notUTF8"])
        #expect(try lines([0xFE, 0xFF, 0x00, 0x61]) == ["1 notUTF8"])
    }

    @Test func rowsBeyondTheLimitAreRefusedAndTheRestGoesOn() throws {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 2 * TabularLimits.recordBytes)
        let opened = [UInt8(ascii: "\"")] + long
        var bytes = Array("a,b\n".utf8)
        for line in [long, opened] { bytes += line + Array(",1\n2,3\n".utf8) }
        var reader = CSVReader(ByteSource(bytes))
        var reasons: [String] = []
        while let line = try reader.next() {
            switch line.row {
            case .success: reasons.append("\(line.line)")
            case .failure(let refusal): reasons.append("\(line.line) \(refusal.reason.rawValue)")
            }
        }
        #expect(reasons == ["1", "2 recordTooLarge", "3", "4 malformedCSV", "5"])
    }

    @Test func whatTheWriterWritesIsReadBack() throws {
        let rows = [["a", "b;c"], ["", " x "], ["1,5", "say \"hi\""], ["two\r\nlines", "Điện trở"]]
        var writer = CSVWriter(columns: rows[0])
        for row in rows.dropFirst() { writer.append(row: row) }
        var reader = CSVReader(ByteSource(writer.take()))
        var read: [[String]] = []
        while let line = try reader.next() { read.append(try line.row.get().cells) }
        #expect(read == rows)
        #expect(writer.take().isEmpty)
    }
}
