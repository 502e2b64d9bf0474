import Foundation
import Testing

@testable import Contracts

@Suite struct RecordFileTests {
    private func read(_ bytes: [UInt8], _ format: RecordFile.Format?) throws -> [String] {
        let readings = try [1, 3, 65_536].map { chunkBytes in
            var file = RecordFile(
                ByteSource(bytes, chunkBytes: chunkBytes), subject: .subscriptions, format: format)
            return try collect(&file)
        }
        for reading in readings { #expect(reading == readings[0]) }
        return readings[0]
    }

    private func collect(_ file: inout RecordFile) throws -> [String] {
        var records: [String] = []
        while let record = try file.next() {
            switch record.content {
            case .success(let json): records.append("\(record.line) " + String(decoding: json, as: UTF8.self))
            case .failure(let refusal): records.append("\(record.line) \(refusal.reason.rawValue)")
            }
        }
        #expect(try file.next() == nil)
        return records
    }

    private func read(_ text: String, _ format: RecordFile.Format? = nil) throws -> [String] {
        try read(Array(text.utf8), format)
    }

    @Test func jsonIsAnObjectSeveralOrAnArray() throws {
        #expect(try read("\u{FEFF}\n{\n \"a\": \"}\\\"\"\n}\n", .json) == ["2 {\n \"a\": \"}\\\"\"\n}"])
        #expect(try read("[ {\"a\":[{}]},\n\n{} ]", .json) == ["1 {\"a\":[{}]}", "3 {}"])
        #expect(try read("{}\n{\"a\":1} {}", .json) == ["1 {}", "2 {\"a\":1}", "2 {}"])
    }

    @Test(arguments: [
        ("[{},\n{}", ["1 {}", "2 {}", "2 malformedJSON"]), ("[{}\n{}]", ["1 {}", "2 malformedJSON"]),
        ("[{},\n]", ["1 {}", "2 malformedJSON"]), ("[\n1]", ["2 malformedJSON"]), ("[,{}]", ["1 malformedJSON"]),
        ("[{}]\n[{}]", ["1 {}", "2 malformedJSON"]), ("[{},\n{\"a\":[}]}]", ["1 {}", "2 malformedJSON"]),
        ("[{},\n{\"a\":\n\"b\n\"}]", ["1 {}", "3 malformedJSON"]), ("[{},\n{\"a\":\n", ["1 {}", "2 malformedJSON"]),
        ("\"x\"", ["1 malformedJSON"]), ("{}]", ["1 {}", "1 malformedJSON"]), ("[", ["1 malformedJSON"]),
        ("{}x", ["1 {}", "1 malformedJSON"]),
    ])
    func malformedJSONIsReportedWhereItIs(text: String, records: [String]) throws {
        #expect(try read(text, .json) == records)
    }

    @Test func deepNestingIsRefused() throws {
        let text = "{\"a\":" + String(repeating: "[", count: 100_000)
        #expect(try read(text, .json) == ["1 malformedJSON"])
    }

    @Test func jsonLinesGoOnAfterEachBadLine() throws {
        let bytes = Array("{}\r\n\n[]\n".utf8) + [0x7B, 0xFF, 0x7D, 0x0A] + Array("{\"a\":1}".utf8)
        #expect(try read(bytes, .jsonLines) == ["1 {}\r", "3 malformedJSON", "4 notUTF8", "5 {\"a\":1}"])
    }

    @Test(arguments: [RecordFile.Format?.none, .json, .jsonLines, .csv])
    func aFileWithoutRecordsIsRefused(format: RecordFile.Format?) throws {
        #expect(try read("", format) == ["1 emptyFile"])
        #expect(try read("\u{FEFF} \r\n\n", format) == ["1 emptyFile"])
    }

    @Test func otherEmptyFilesAreRefusedToo() throws {
        #expect(try read("[]", .json) == ["1 emptyFile"])
        #expect(try read("owner,id\n", .csv) == ["1 emptyFile"])
    }

    @Test(arguments: [RecordFile.Format?.none, .json, .jsonLines, .csv])
    func aFileInUTF16IsRefusedOnce(format: RecordFile.Format?) throws {
        #expect(try read([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00, 0x0A, 0x00, 0x7B, 0x00], format) == ["1 notUTF8"])
    }

    @Test func theFirstBytesTellTheFormat() throws {
        #expect(try read(" {\"a\":1}\n[]\n{}") == ["1  {\"a\":1}", "2 malformedJSON", "3 {}"])
        #expect(try read("{\n}") == ["1 {\n}"])
        #expect(try read("\n[{}]") == ["2 {}"])
        #expect(try read("owner;id\n9900000001;A\n") == [#"2 {"owner":"9900000001","id":"A"}"#])
        #expect(try read("{\"a\":1}") == ["1 {\"a\":1}"])
    }

    @Test(arguments: [
        ("a.json", "json"), ("A.JSONL", "jsonLines"), ("b.ndjson", "jsonLines"), ("c.CSV", "csv"), ("-", "nil"),
    ])
    func theNameTellsTheFormat(name: String, format: String) {
        #expect(RecordFile.Format(path: name).map { "\($0)" } ?? "nil" == format)
    }

    /// In a process of its own, whose memory is not that of the other tests.
    @Test func aHugeRecordIsRefusedWithoutBeingHeldAndTheRestGoesOn() async {
        await #expect(processExitsWith: .success) {
            for format in [RecordFile.Format.json, .jsonLines, .csv] { try refusesHugeRecord(format) }
        }
    }

    @Test func recordsOfExactlyTheLimitAreRead() throws {
        let text = "{\"a\":\"" + String(repeating: "x", count: TabularLimits.recordBytes - 8) + "\"}"
        for format in [RecordFile.Format.json, .jsonLines] {
            for (extra, isRead) in [("", true), (" ", format == .json)] {
                var file = RecordFile(ByteSource(Array((text + extra).utf8)), subject: .rates, format: format)
                #expect((try file.next()?.content.failure == nil) == isRead)
            }
        }
    }

    @Test func aFileThatCannotBeReadIsToldApart() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileAccessError(path: folder.path + "/none.csv", code: ENOENT)) {
            try RecordFile(path: folder.path + "/none.csv", subject: .rates)
        }
        var file = try RecordFile(path: folder.path, subject: .rates)
        #expect(throws: FileAccessError(path: folder.path, code: EISDIR)) { try file.next() }
    }

    @Test func randomBytesNeverBreakTheReader() throws {
        var random = SampleRandom(seed: 3, stream: 3, index: 3)
        let alphabet = Array("{}[]\",;:\n\r\\ab1 \u{0}é".utf8) + [0xFF]
        for _ in 0..<500 {
            let bytes = (0..<random.below(60)).map { _ in random.pick(alphabet) }
            for format in [RecordFile.Format?.none, .json, .jsonLines, .csv] { _ = try read(bytes, format) }
        }
    }
}

/// Reads a record of 50 MB, of which at most 30 MB are ever held, and the one after it.
private func refusesHugeRecord(_ format: RecordFile.Format) throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/records"
    let output = try OutputFile(path: file)
    let (head, tail) = format == .csv ? ("owner,id\nA,", "\nA,B\n") : ("{\"owner\":\"", "\"}\n{\"owner\":\"A\"}\n")
    try output.append(head.utf8)
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
    for _ in 0..<(format == .json ? 5 : 50) { try output.append(piece) }
    try output.append(tail.utf8)
    try output.finish()
    let before = peakMemory()
    var records = RecordFile(try ByteSource(path: file), subject: .subscriptions, format: format)
    let first = try #require(try records.next())
    guard case .failure(let refusal) = first.content else { throw first.content.failure ?? CancellationError() }
    #expect(refusal.reason == .recordTooLarge)
    #expect(try records.next()?.content.failure == nil)
    #expect(try records.next() == nil)
    #expect(peakMemory() - before < 30_000_000)
}

/// The most memory the process has held, in bytes.
private func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) * 1024
}

extension Result {
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
