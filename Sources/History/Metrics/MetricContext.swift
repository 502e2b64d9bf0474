internal import GRDB
internal import Localization

/// What values an entry besides itself: rates by day, who owned a capability, and what officials found of its
/// statement. It may come before the entry or after; sums follow either way.
struct MetricContext {
    /// Millionths of a dong for one major unit, by currency and then by day, the days rising. 0 says that the rate was
    /// withdrawn.
    var rates: [String: [(day: Int32, dongPerUnit: Int64)]] = [:]
    var ownership: [CapabilityVersion: Int64] = [:]
    /// The local content, in millionths, of which an official accepted the statement, by capability.
    var verified: [String: Int64] = [:]

    struct CapabilityVersion: Hashable {
        let capability: String
        let version: Int64
    }

    /// What an entry counts for, in a currency.
    func value(of entry: MetricEntry, in target: Currency) -> MetricSums {
        var sums = MetricSums()
        // A plan is counted once, by what it leaves uncovered.
        let isCounted = entry.stage != .cut && (entry.stage != .potential || entry.part.isEmpty)
        if isCounted { sums.entries = 1 }
        let amount: Int64
        switch (entry.fault, converted(entry, to: target)) {
        case (.none, .amount(let converted)): amount = converted
        case (.noPrice, _):
            sums.withoutPrice = isCounted ? 1 : 0
            return sums
        case (.noRate, _), (.none, .noRate):
            sums.withoutRate = isCounted ? 1 : 0
            return sums
        case (.outOfRange, _), (.none, .outOfRange):
            sums.outOfRange = isCounted ? 1 : 0
            return sums
        }
        let ownership =
            entry.capabilityVersion == 0
            ? entry.ownership
            : self.ownership[
                CapabilityVersion(capability: entry.capability, version: entry.capabilityVersion)] ?? 0
        let isDomestic = ownership >= Int64(LocalizationShares.domesticOwnershipBasisPointsMin)
        sums.total = entry.stage == .cut ? 0 : Int128(amount)
        let part = entry.stage == .cut ? -Int128(amount) : Int128(amount)
        sums.inCountry = entry.isInCountry ? part : 0
        sums.domesticallyOwned = entry.isInCountry && isDomestic ? part : 0
        sums.valueAdded = part * Int128(entry.lvc)
        sums.stated = entry.isStated ? part : 0
        sums.verified = entry.isStated && verified[entry.capability] == entry.lvc ? part : 0
        return sums
    }

    // MARK: - Currencies

    private enum Converted {
        case amount(Int64)
        case noRate
        case outOfRange
    }

    /// The amount in another currency's minor unit at the rates of the entry's day, rounded half-even once.
    private func converted(_ entry: MetricEntry, to target: Currency) -> Converted {
        guard entry.currency != target.code, entry.amount != 0 else { return .amount(entry.amount) }
        guard let source = try? Currency(code: entry.currency),
            let from = entry.frozenRate > 0 ? entry.frozenRate : rate(of: source, on: entry.valuedDay),
            let to = rate(of: target, on: entry.valuedDay)
        else { return .noRate }
        let amount = try? Amount(minorUnits: entry.amount, currency: source).converted(to: target, at: from, over: to)
        return amount.map { .amount($0.minorUnits) } ?? .outOfRange
    }

    /// The rate published for the day or the last before it; nil where there is none.
    private func rate(of currency: Currency, on day: Int32) -> Int64? {
        if currency.code == "VND" { return Millionths.perOne }
        let rate = rates[currency.code]?.last { $0.day <= day }?.dongPerUnit ?? 0
        return rate > 0 ? rate : nil
    }
}

extension MetricContext {
    /// Everything the cache knows.
    init(_ database: Database) throws {
        try self.init(ratesOf: database)
        let owners = try Row.fetchCursor(database, sql: "SELECT capability, version, ownership FROM metric_capability")
        while let row = try owners.next() {
            ownership[CapabilityVersion(capability: row[0], version: row[1])] = row[2]
        }
        let statements = try Row.fetchCursor(
            database, sql: "SELECT capability, lvc FROM metric_statement WHERE is_accepted")
        while let row = try statements.next() { verified[row[0]] = row[1] }
    }

    /// The rates the cache knows, and nothing else.
    init(ratesOf database: Database) throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT currency, day, dong_per_unit FROM metric_rate ORDER BY currency, day")
        while let row = try rows.next() { rates[row[0], default: []].append((row[1], row[2])) }
    }
}
