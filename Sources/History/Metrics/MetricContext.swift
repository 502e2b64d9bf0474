internal import GRDB
internal import Localization

/// What values an entry besides itself: rates by day, who owned a capability, and what officials found of its
/// statement. It may come before the entry or after.
struct MetricContext {
    /// By currency and then by day, the days rising. 0 says that the rate was withdrawn.
    var rates: [String: [Rate]] = [:]
    /// By capability.
    var capabilities: [String: Capability] = [:]

    /// Millionths of a dong for one major unit, from a day on.
    struct Rate {
        let day: Int32
        let dongPerUnit: Int64
    }

    /// What counts of a capability.
    struct Capability {
        /// Basis points, by version.
        var ownership: [Int64: Int64] = [:]
        /// Millionths of the unit made in 30 days, as its newest version says; nil until one is known.
        var capacityPerMonth: Int64?
        /// The local content, in millionths, of which an official accepted the statement.
        var verified: Int64?
    }

    /// What an entry counts for, in a currency.
    func worth(of entry: MetricEntry, in target: Currency) -> MetricWorth {
        var worth = amounts(of: entry, in: target)
        let capability = capabilities[entry.capability]
        let ownership =
            entry.capabilityVersion == 0
            ? entry.ownership : capability?.ownership[entry.capabilityVersion] ?? 0
        worth.isDomesticallyOwned = ownership >= Int64(LocalizationShares.domesticOwnershipBasisPointsMin)
        worth.isVerified = entry.isStated && capability?.verified == entry.lvc
        return worth
    }

    /// What an entry counts for in another currency, with its owner and its statement as they were found.
    func converted(_ entry: MetricEntry, to target: Currency) -> MetricWorth {
        var worth = amounts(of: entry, in: target)
        worth.isDomesticallyOwned = entry.worth.isDomesticallyOwned
        worth.isVerified = entry.worth.isVerified
        return worth
    }

    // MARK: - Currencies

    private func amounts(of entry: MetricEntry, in target: Currency) -> MetricWorth {
        var worth = MetricWorth()
        worth.fault = entry.fault
        guard entry.fault == .none else { return worth }
        switch converted(entry.amount, of: entry, to: target) {
        case .success(let amount): worth.amount = amount
        case .failure(let failure): worth.fault = failure.fault
        }
        if entry.cut > 0, worth.fault == .none,
            case .success(let amount) = converted(entry.cutAmount, of: entry, to: target)
        {
            worth.cutAmount = amount
        }
        return worth
    }

    private struct Failure: Error {
        let fault: MetricEntry.Fault
    }

    /// An amount in another currency's minor unit at the rates of the entry's day, rounded half-even once.
    private func converted(_ amount: Int64, of entry: MetricEntry, to target: Currency) -> Result<Int64, Failure> {
        guard entry.currency != target.code, amount != 0 else { return .success(amount) }
        guard let source = try? Currency(code: entry.currency),
            let from = entry.frozenRate > 0 ? entry.frozenRate : rate(of: source, on: entry.valuedDay),
            let to = rate(of: target, on: entry.valuedDay)
        else { return .failure(Failure(fault: .noRate)) }
        let converted = try? Amount(minorUnits: amount, currency: source).converted(to: target, at: from, over: to)
        return converted.map { .success($0.minorUnits) } ?? .failure(Failure(fault: .outOfRange))
    }

    /// The rate published for the day or the last before it; nil where there is none.
    private func rate(of currency: Currency, on day: Int32) -> Int64? {
        if currency == MetricsWriter.currency { return Millionths.perOne }
        let rate = rates[currency.code]?.last { $0.day <= day }?.dongPerUnit ?? 0
        return rate > 0 ? rate : nil
    }
}

extension MetricEntry {
    /// What its cut is worth, in the currency's minor unit: the same part of the amount as of the quantity.
    fileprivate var cutAmount: Int64 {
        let part = (Int128(amount) * Int128(cut)).divided(by: Int128(quantity), rounding: .halfEven)
        return part.flatMap { Int64(exactly: $0) } ?? amount
    }
}

extension MetricContext {
    /// Everything the cache knows.
    init(_ database: Database) throws {
        try self.init(ratesOf: database)
        try database.read("\(Capability.selection) ORDER BY capability, version") { row in
            capabilities[row.text(0), default: Capability()].note(row)
        }
    }

    /// The rates the cache knows, and nothing else.
    init(ratesOf database: Database) throws {
        try database.read("SELECT currency, day, dong_per_unit FROM metric_rate ORDER BY currency, day") { row in
            rates[row.text(0), default: []].append(
                Rate(day: Int32(clamping: row.integer(1)), dongPerUnit: row.integer(2)))
        }
    }

    /// The rates of one currency.
    static func rates(of currency: String, _ database: Database) throws -> [Rate] {
        var rates: [Rate] = []
        try database.read("SELECT day, dong_per_unit FROM metric_rate WHERE currency = ? ORDER BY day", currency) {
            rates.append(Rate(day: Int32(clamping: $0.integer(0)), dongPerUnit: $0.integer(1)))
        }
        return rates
    }
}

extension MetricContext.Capability {
    /// What the cache knows of one.
    init(_ capability: String, _ database: Database) throws {
        try database.read("\(Self.selection) WHERE capability = ? ORDER BY version", capability) { note($0) }
    }

    /// A question for versions, each with the local content that was accepted.
    fileprivate static let selection = """
        SELECT capability, version, ownership, capacity_per_month, lvc
        FROM metric_capability LEFT JOIN (SELECT capability, lvc FROM metric_statement WHERE is_accepted) USING (capability)
        """

    /// Notes a version; the newest last.
    fileprivate mutating func note(_ row: RawRow) {
        ownership[row.integer(1)] = row.integer(2)
        capacityPerMonth = row.integer(3)
        verified = row.isNull(4) ? nil : row.integer(4)
    }
}
