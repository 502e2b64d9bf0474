/// A ranking as it was found, a few more than are told, and the capabilities that have changed since: from it the next
/// ranking follows, mostly without a look at the others.
struct Standing {
    /// Best first.
    private(set) var listed: [Shortlist.Entry] = []
    /// The last that is listed, if others may qualify behind it, and its key: its slot may be another's by now.
    private var horizon: (last: Shortlist.Entry, key: Key)?
    /// The capabilities that have changed.
    private(set) var changed: [UInt32] = []

    /// How many more are kept than are told: when one of the best falls back, another of these takes its place.
    static let reserve = 6
    /// More changes are not followed one by one.
    private static let changesFollowed = 8

    /// Whether the next ranking can follow from this one.
    var isFollowed: Bool { changed.count <= Self.changesFollowed }

    /// Whether others may qualify that rank behind the last.
    var hasOthers: Bool { horizon != nil }

    /// The score behind which others may qualify; nil where all are listed.
    var leastScore: UInt32? { horizon?.last.score }

    /// The place of a capability, from 0; nil where it is not listed.
    func rank(of slot: UInt32) -> Int? { listed.firstIndex { $0.slot == slot } }

    /// Whether a capability would be among so many that are told.
    func tells(_ offered: Shortlist.Entry, limit: Int, keys: [Key]) -> Bool {
        listed.count < limit || Shortlist.ranksBefore(offered, listed[limit - 1], keys: keys)
    }

    /// Notes that a capability has changed, if the next ranking depends on it: it is listed, or would be.
    mutating func note(_ slot: UInt32, isListed: Bool, _ offered: Shortlist.Entry?, keys: [Key]) {
        guard isListed || offered.map({ isKnown($0, keys: keys) }) ?? false else { return }
        if isFollowed, !changed.contains(slot) { changed.append(slot) }
    }

    /// Whether all that rank before a capability are listed, or have changed.
    func isKnown(_ offered: Shortlist.Entry, keys: [Key]) -> Bool {
        guard let (last, key) = horizon else { return true }
        return !Shortlist.ranksBefore(last, key, offered, keys[Int(offered.slot)])
    }

    /// - parameter hasOthers: Whether others may qualify that rank behind the last.
    mutating func set(_ shortlist: Shortlist, hasOthers: Bool, keys: [Key]) {
        listed.removeAll(keepingCapacity: true)
        listed.append(contentsOf: shortlist.entries)
        changed.removeAll(keepingCapacity: true)
        horizon = hasOthers ? listed.last.map { ($0, keys[Int($0.slot)]) } : nil
    }
}
