/// What is measured, over how much.
struct Options {
    var size = Size.s
    var seed: UInt64 = 1
    var codes = Workload.Codes.zipf
    var lines: Set<Report.Line> = []
    var sqliteSample = 2_000
    /// How often each line is measured; the fastest counts.
    var passes = 3
    var jsonPath: String?

    /// How many capabilities and requirements.
    enum Size: String, CaseIterable {
        case s = "S"
        case m = "M"
        case l = "L"

        var offers: Int {
            switch self {
            case .s: 20_000
            case .m: 200_000
            case .l: 1_000_000
            }
        }

        var requirements: Int { self == .s ? 5_000 : 20_000 }
    }

    static let usage = """
        LinkageBenchmarks engine [--size S|M|L] [--seed N] [--codes zipf|uniform] [--sqlite-sample N] [--passes N]
            [--json FILE] [--lines \(Report.Line.allCases.map(\.rawValue).joined(separator: ","))]
        LinkageBenchmarks curve [--seed N] [--json FILE]
        """

    /// Reads what follows the name of the benchmark; nil if it can't be understood.
    init?(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst() {
            guard let value = rest.popFirst(), set(name, value) else { return nil }
        }
    }

    private mutating func set(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--size": return Size(rawValue: value.uppercased()).map { size = $0 } != nil
        case "--seed": return UInt64(value).map { seed = $0 } != nil
        case "--codes": return Workload.Codes(rawValue: value).map { codes = $0 } != nil
        case "--sqlite-sample": return Int(value).map { sqliteSample = $0 } != nil
        case "--passes": return Int(value).map { passes = max(1, $0) } != nil
        case "--json":
            jsonPath = value
            return true
        case "--lines":
            let names = value.split(separator: ",").map { Report.Line(rawValue: String($0)) }
            lines = Set(names.compactMap { $0 })
            return !names.contains(nil)
        default: return false
        }
    }

    func has(_ line: Report.Line) -> Bool { lines.isEmpty || lines.contains(line) }
}
