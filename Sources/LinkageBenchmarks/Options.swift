import ArgumentParser
import Foundation

/// What is measured, over how much.
struct Options: ParsableArguments {
    @Option(help: "How many capabilities and requirements.")
    var size = Size.s

    @Option(help: "What the market is drawn from.")
    var seed: UInt64 = 1

    @Option(help: "How frequent the codes are.")
    var codes = Workload.Codes.zipf

    @Option(
        help: "What to measure, with commas between; all where it is missing.",
        transform: { text in
            Set(
                try text.split(separator: ",").map { name in
                    guard let line = Report.Line(rawValue: String(name)) else {
                        throw ValidationError("\(name) is none of \(Report.Line.allCases.map(\.rawValue))")
                    }
                    return line
                })
        })
    var lines: Set<Report.Line> = []

    @Option(help: "Of how many requirements SQLite is asked.")
    var sqliteSample = 2_000

    @Option(help: "How often each line is measured; the fastest counts.")
    var passes = 3

    @Option(name: .customLong("json"), help: "A file for the figures.")
    var jsonPath: String?

    /// How many capabilities and requirements.
    enum Size: String, CaseIterable, ExpressibleByArgument {
        case s = "S"
        case m = "M"
        case l = "L"

        init?(argument: String) { self.init(rawValue: argument.uppercased()) }

        var offers: Int {
            switch self {
            case .s: 20_000
            case .m: 200_000
            case .l: 1_000_000
            }
        }

        var requirements: Int { self == .s ? 5_000 : 20_000 }
    }

    mutating func validate() { passes = max(1, passes) }

    func has(_ line: Report.Line) -> Bool { lines.isEmpty || lines.contains(line) }

    /// Writes figures to the file that was asked for.
    func save(_ json: Data) throws {
        if let jsonPath { try json.write(to: URL(fileURLWithPath: jsonPath)) }
    }
}

extension Workload.Codes: ExpressibleByArgument {}
