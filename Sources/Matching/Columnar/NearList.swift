/// Candidates that fail for one reason only: how many, and the best of them.
struct NearList {
    private var counts = SIMD16<UInt64>(repeating: 0)
    private(set) var entries: [Entry] = []
    /// The score of the last where there is no more room; else 0.
    private var least: UInt32 = 0
    /// What is counted and not yet looked at.
    private var held: [Rows] = []

    /// Rows of a block that fail for a reason only.
    struct Rows {
        let block: UInt32
        let reason: Reason
        let rows: UInt64
        /// More than which none of them can score.
        let most: UInt32
    }

    /// A candidate that one change would make fit.
    struct Entry {
        let slot: UInt32
        let reason: Reason
        /// The score it would have.
        let score: UInt32
    }

    mutating func begin() {
        counts = SIMD16(repeating: 0)
        entries.removeAll(keepingCapacity: true)
        least = 0
    }

    /// Counts rows, and holds them until the most promising are known.
    mutating func note(_ rows: Rows) {
        counts[rows.reason.bit.trailingZeroBitCount] += UInt64(rows.rows.nonzeroBitCount)
        if admits(score: rows.most) { held.append(rows) }
    }

    /// Has the rows considered that are held: the most promising first, so that few others are looked at.
    mutating func settle(_ consider: (Rows, inout NearList) -> Void) {
        var held: [Rows] = []
        swap(&held, &self.held)
        if let first = held.indices.max(by: { held[$0].most < held[$1].most }) {
            consider(held[first], &self)
            held.swapAt(first, held.count - 1)
            held.removeLast()
        }
        held.removeAll { !admits(score: $0.most) }
        held.sort { $0.most > $1.most }
        for rows in held {
            guard admits(score: rows.most) else { break }
            consider(rows, &self)
        }
        held.removeAll(keepingCapacity: true)
        swap(&held, &self.held)
    }

    /// In the order of the reasons; none with 0.
    var reasonCounts: [NearMisses.Count] {
        Reason.allCases.compactMap { reason in
            let count = counts[reason.bit.trailingZeroBitCount]
            return count > 0 ? NearMisses.Count(reason: reason, candidates: Int(count)) : nil
        }
    }

    /// Whether a candidate of so many points can still come in.
    func admits(score: UInt32) -> Bool { score >= least }

    mutating func add(_ entry: Entry, keys: [Key]) {
        if entries.count == MatchingLimits.nearMisses {
            guard ranksBefore(entry, entries[entries.count - 1], keys) else { return }
            entries.removeLast()
        }
        let index = entries.firstIndex { ranksBefore(entry, $0, keys) } ?? entries.count
        entries.insert(entry, at: index)
        if entries.count == MatchingLimits.nearMisses { least = entries[entries.count - 1].score }
    }

    private func ranksBefore(_ a: Entry, _ b: Entry, _ keys: [Key]) -> Bool {
        a.score != b.score ? a.score > b.score : keys[Int(a.slot)] < keys[Int(b.slot)]
    }
}
