/// The decisions of a simulation, or the last of them.
struct Trace {
    private var lines: [String] = []
    private let isWhole: Bool
    private static let kept = 40

    init(isWhole: Bool) { self.isWhole = isWhole }

    mutating func note(_ line: String) {
        lines.append(line)
        if !isWhole, lines.count > 2 * Self.kept { lines.removeFirst(Self.kept) }
    }

    /// Oldest first.
    var all: [String] { isWhole ? lines : lines.suffix(Self.kept) }
}
