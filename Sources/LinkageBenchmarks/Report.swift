import Foundation

/// What was measured: as a table, and as JSON.
struct Report {
    /// What can be measured.
    enum Line: String, CaseIterable {
        case scan, sqlite, load, first, ranking, everything, stream, rate, tick
    }

    private let options: Options
    private var rows: [Row] = []
    private(set) var notes: [String: Int] = [:]
    private(set) var failures: [String] = []
    private var compared: [String: Double] = [:]

    private struct Row: Encodable {
        let line: String
        let name: String
        let nanoseconds: Double
        let perSecond: Double
        let hash: String?
    }

    private struct Document: Encodable {
        let size: String
        let seed: UInt64
        let codes: String
        let rows: [Row]
        let ratios: [String: Double]
        let notes: [String: Int]
        let failures: [String]
    }

    init(_ options: Options) { self.options = options }

    mutating func add(_ line: Line, _ name: String, _ time: Duration, count: Int, hash: AnswerHash?) {
        let nanoseconds = time.nanoseconds / Double(count)
        let row = Row(
            line: line.rawValue, name: name, nanoseconds: nanoseconds, perSecond: 1e9 / nanoseconds,
            hash: hash.map { String($0.value, radix: 16) })
        if let expected = rows.first(where: { $0.line == Line.scan.rawValue })?.hash, let found = row.hash,
            line != .sqlite || options.sqliteSample >= options.size.requirements, found != expected
        {
            failures.append("\(name) answers differently from the plain scan")
        }
        rows.append(row)
        progress("\(name): \(Int(nanoseconds)) ns, \(Int(row.perSecond)) a second")
    }

    mutating func note(_ name: String, _ value: Int) { notes[name] = value }

    /// Notes how one line compares with what it is held against.
    mutating func compare(_ name: String, _ ratio: Double) { compared[name] = ratio }

    mutating func check(_ name: String, _ holds: Bool) { if !holds { failures.append("not so: \(name)") } }

    /// How many times as fast as a baseline the others are.
    private var ratios: [String: Double] {
        var ratios = compared
        for baseline in rows where [Line.scan, .sqlite].map(\.rawValue).contains(baseline.line) {
            for row in rows where [Line.ranking, .everything, .stream].map(\.rawValue).contains(row.line) {
                ratios["\(row.name) / \(baseline.name)"] = baseline.nanoseconds / row.nanoseconds
            }
        }
        return ratios
    }

    var text: String {
        var lines = ["size \(options.size.rawValue), seed \(options.seed), \(options.codes.rawValue) codes"]
        for row in rows {
            let name = row.name.padding(toLength: 32, withPad: " ", startingAt: 0)
            let time = String(format: "%12.0f ns %12.0f /s", row.nanoseconds, row.perSecond)
            lines.append("\(name)\(time)  \(row.hash ?? "")")
        }
        for (name, value) in notes.sorted(by: { $0.key < $1.key }) { lines.append("\(name): \(value)") }
        for (name, value) in ratios.sorted(by: { $0.key < $1.key }) {
            lines.append("\(name): \(String(format: "%.2f", value))")
        }
        lines += failures.map { "FAILED: \($0)" }
        return lines.joined(separator: "\n")
    }

    func json() throws -> Data {
        try Document(
            size: options.size.rawValue, seed: options.seed, codes: options.codes.rawValue, rows: rows,
            ratios: ratios, notes: notes, failures: failures
        ).indentedJSON()
    }
}

extension Encodable {
    /// As JSON for people, too: indented, and with the keys in order.
    func indentedJSON() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(self)
    }
}

/// Says on standard error what is being done.
func progress(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
