/// Candidates that fail for one reason only: how many, and the best of them.
struct NearList {
    private var counts = SIMD16<UInt64>(repeating: 0)
    private(set) var entries: [Entry] = []

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
    }

    mutating func count(_ reason: Reason, _ rows: Int) { counts[reason.bit.trailingZeroBitCount] += UInt64(rows) }

    /// In the order of the reasons; none with 0.
    var reasonCounts: [NearMisses.Count] {
        Reason.allCases.compactMap { reason in
            let count = counts[reason.bit.trailingZeroBitCount]
            return count > 0 ? NearMisses.Count(reason: reason, candidates: Int(count)) : nil
        }
    }

    /// Whether a candidate of so many points can still come in.
    func admits(score: UInt32) -> Bool {
        entries.count < MatchingLimits.nearMisses || score >= entries[entries.count - 1].score
    }

    mutating func add(_ entry: Entry, keys: [Key]) {
        if entries.count == MatchingLimits.nearMisses {
            guard ranksBefore(entry, entries[entries.count - 1], keys) else { return }
            entries.removeLast()
        }
        let index = entries.firstIndex { ranksBefore(entry, $0, keys) } ?? entries.count
        entries.insert(entry, at: index)
    }

    private func ranksBefore(_ a: Entry, _ b: Entry, _ keys: [Key]) -> Bool {
        a.score != b.score ? a.score > b.score : keys[Int(a.slot)] < keys[Int(b.slot)]
    }
}
