internal import Contracts
internal import Matching

/// What currencies cost: of each publisher the rate of its latest day. The latest of those is in force.
struct RateBook {
    private var entries: [String: [String: Entry]] = [:]
    /// How often something was noted.
    private var noted = 0

    /// What a publisher last said that counts.
    private struct Entry {
        /// Of its key.
        let version: UInt64
        /// Nil once it is withdrawn.
        let rate: Rate?
    }

    private struct Rate {
        let day: Int32
        /// When it was noted: of one day, the last is in force.
        let order: Int
        /// Millionths of a dong.
        let dongPerUnit: Int64
    }

    /// Tomorrow's rate may be published today, and that of the first day after a holiday; a later day is a slip.
    private static let daysAhead: Int32 = 7

    /// Millionths of a dong for one unit of a currency; nil where no rate stands.
    func inForce(_ currency: String) -> Int64? {
        let standing = (entries[currency] ?? [:]).values.compactMap(\.rate)
        return standing.max { ($0.day, $0.order) < ($1.day, $1.order) }?.dongPerUnit
    }

    /// Notes what a key's version says. What is published for an earlier day than the key's latest changes nothing.
    mutating func publish(_ accepted: WireExchangeRateAccepted, version: UInt64, acceptedAt: Int64) {
        let rate = Rate(day: accepted.day, order: noted, dongPerUnit: accepted.dongPerUnit)
        let isSlip = rate.day > Day(ofMilliseconds: acceptedAt).number + Self.daysAhead
        change(accepted.published.owner, accepted.published.currencyCode, version) { standing in
            isSlip || standing.map { $0.day > rate.day } ?? false ? standing : rate
        }
    }

    /// Notes that a key, `<owner>/<currency>`, was withdrawn.
    mutating func withdraw(_ key: String, version: UInt64) {
        guard let key = BusinessKey(key) else { return }
        change(key.owner, key.id, version) { _ in nil }
    }

    /// Facts come once in every partition, and partitions are read in any order: an older version changes nothing.
    private mutating func change(
        _ owner: String, _ currency: String, _ version: UInt64, _ next: (Rate?) -> Rate?
    ) {
        let known = entries[currency]?[owner]
        guard version >= known?.version ?? 0 else { return }
        noted += 1
        entries[currency, default: [:]][owner] = Entry(version: version, rate: next(known?.rate))
    }
}
