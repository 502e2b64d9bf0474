internal import Contracts

/// What currencies cost: of each publisher the rate of its latest day. The latest of those is in force.
struct RateBook {
    private var entries: [String: [String: Entry]] = [:]

    /// What a publisher last said that counts.
    private struct Entry {
        /// Of its key.
        let version: UInt64
        /// Nil once it is withdrawn.
        let rate: Rate?
    }

    private struct Rate {
        let day: Int32
        let acceptedAt: Int64
        /// Millionths of a dong.
        let dongPerUnit: Int64
    }

    /// Millionths of a dong for one unit of a currency; nil where no rate stands.
    func inForce(_ currency: String) -> Int64? {
        (entries[currency] ?? [:]).compactMap { owner, entry in entry.rate.map { (owner, $0) } }
            .max { ($0.1.day, $0.1.acceptedAt, $0.0) < ($1.1.day, $1.1.acceptedAt, $1.0) }?.1.dongPerUnit
    }

    /// Notes what a key's version says. What is published for an earlier day than the key's latest changes nothing.
    mutating func publish(_ accepted: WireExchangeRateAccepted, version: UInt64, acceptedAt: Int64) {
        let rate = Rate(day: accepted.day, acceptedAt: acceptedAt, dongPerUnit: accepted.dongPerUnit)
        change(accepted.published.owner, accepted.published.currencyCode, version) { standing in
            standing.map { $0.day > rate.day } ?? false ? standing : rate
        }
    }

    /// Notes that a key, `<owner>/<currency>`, was withdrawn.
    mutating func withdraw(_ key: String, version: UInt64) {
        guard let key = BusinessKey(key) else { return }
        change(key.owner, key.id, version) { _ in nil }
    }

    /// Facts come once in every partition, and are read in any order of those: an older version changes nothing.
    private mutating func change(
        _ owner: String, _ currency: String, _ version: UInt64, _ next: (Rate?) -> Rate?
    ) {
        let known = entries[currency]?[owner]
        guard version >= known?.version ?? 0 else { return }
        entries[currency, default: [:]][owner] = Entry(version: version, rate: next(known?.rate))
    }
}
