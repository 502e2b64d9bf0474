/// The best offers so far, one a supplier, best first.
struct Shortlist {
    private(set) var entries: [Entry] = []
    private(set) var limit = 1

    /// An offer and how it scores.
    struct Entry {
        let slot: UInt32
        let owner: UInt32
        let price: Int64
        let available: Int64
        let terms: ScoreTerms
        let score: UInt32
    }

    mutating func begin(limit: Int) {
        self.limit = limit
        entries.removeAll(keepingCapacity: true)
    }

    var isFull: Bool { entries.count >= limit }

    /// Whether an offer of so many points can still come in.
    func admits(score: UInt32) -> Bool {
        guard entries.count >= limit else { return true }
        return score >= entries[limit - 1].score
    }

    /// Adds an offer if it is among the best.
    mutating func add(_ entry: Entry, isShared: Bool, keys: [Key]) {
        if isFull, !Self.ranksBefore(entry, entries[limit - 1], keys: keys) { return }
        if isShared, let index = entries.firstIndex(where: { $0.owner == entry.owner }) {
            guard Self.ranksBefore(entry, entries[index], keys: keys) else { return }
            entries.remove(at: index)
        } else if isFull {
            entries.removeLast()
        }
        var index = entries.count
        entries.append(entry)
        while index > 0, Self.ranksBefore(entry, entries[index - 1], keys: keys) {
            entries[index] = entries[index - 1]
            index -= 1
        }
        entries[index] = entry
    }

    /// As `Match.ranksBefore`: score, then lower price, then the key's bytes.
    static func ranksBefore(_ a: Entry, _ b: Entry, keys: [Key]) -> Bool {
        if a.score != b.score { return a.score > b.score }
        if a.price != b.price { return a.price < b.price }
        return keys[Int(a.slot)] < keys[Int(b.slot)]
    }
}
