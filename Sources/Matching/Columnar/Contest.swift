/// The rows that may be among the best by their codes. Codes tell a score but for a few points: so many below the tenth,
/// a row can't be among the ten.
struct Contest {
    private var entries: [Entry] = []
    /// The highest scores so far, best first; as many as are ranked.
    private var highest: [UInt32] = []
    private var limit = 1
    /// By how much a score may be below what the codes promise.
    private var slack: UInt32 = 0
    /// What a row must reach.
    private var least: UInt32 = 0

    /// A row and the most that it can score.
    struct Entry {
        let most: UInt32
        let group: UInt32
        let slot: UInt32
        /// The code of the local content.
        let lvc: Int16
    }

    mutating func begin(_ scorer: Scorer, limit: Int) {
        entries.removeAll(keepingCapacity: true)
        highest.removeAll(keepingCapacity: true)
        self.limit = limit
        slack = scorer.codeSlack
        least = 0
    }

    @inline(__always)
    mutating func enter(_ entry: Entry) {
        guard entry.most >= least else { return }
        entries.append(entry)
        if highest.count == limit {
            guard entry.most > highest[limit - 1] else { return }
            highest.removeLast()
        }
        var at = highest.count
        highest.append(entry.most)
        while at > 0, highest[at - 1] < entry.most {
            highest[at] = highest[at - 1]
            at -= 1
        }
        highest[at] = entry.most
        if highest.count == limit { least = highest[limit - 1] > slack ? highest[limit - 1] - slack : 0 }
    }

    /// The rows of which nothing says that they are not among the best.
    var winners: some Sequence<Entry> { entries.lazy.filter { $0.most >= least } }

    /// Visits the rows of a group of which nothing says that they are not among the best.
    func forEachWinner(of group: UInt32, _ body: (Entry) -> Void) {
        for entry in entries where entry.most >= least && entry.group == group { body(entry) }
    }
}
