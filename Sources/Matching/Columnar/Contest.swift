/// The rows that may be among the best by their codes. Codes tell a score but for a few points: so many below the last that
/// is listed, a row can't be listed.
struct Contest {
    private let entries = Table<Entry>()
    /// The highest scores so far, best first; as many as are ranked, 0 where there is room.
    private let highest = Table<UInt32>()
    private var limit = 1
    /// By how much a score may be below what the codes promise.
    private var slack: UInt32 = 0
    /// What a row must reach.
    private var least: UInt32 = 0

    /// A row and the most that it can score.
    struct Entry: BitwiseCopyable {
        let most: UInt32
        let slot: UInt32
        /// The code of the local content.
        let lvc: Int16
    }

    mutating func begin(_ scorer: Scorer, limit: Int) {
        entries.removeAll()
        highest.removeAll()
        for _ in 0..<limit { highest.append(0) }
        self.limit = limit
        slack = scorer.codeSlack
        least = 0
    }

    @inline(__always)
    mutating func enter(_ entry: Entry) {
        guard entry.most >= least else { return }
        entries.append(entry)
        let highest = highest.elements
        var at = limit - 1
        guard entry.most > highest[at] else { return }
        while at > 0, highest[at - 1] < entry.most {
            highest[at] = highest[at - 1]
            at -= 1
        }
        highest[at] = entry.most
        least = max(highest[limit - 1], slack) - slack
    }

    /// The rows of which nothing says that they are not among the best.
    var winners: some Sequence<Entry> {
        UnsafeBufferPointer(start: entries.elements, count: entries.count).lazy.filter { $0.most >= least }
    }
}
