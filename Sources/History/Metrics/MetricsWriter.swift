internal import Contracts
internal import GRDB
internal import Localization

/// Keeps the three numbers: what counts of each requirement, from when, and the sums of each group.
///
/// A batch first changes what its facts are about and notes which requirements they concern. At its end each of these is
/// valued anew, under what is then known of rates, owners and statements: the sums lose what it counted for before, and
/// gain what it counts for now. So it does not matter which comes first.
final class MetricsWriter {
    private let database: Database
    /// What has been read of it.
    private var context = MetricContext()
    private var rows: [String: (before: MetricRow, now: MetricRow)] = [:]
    /// Whose plans and awards, or capacity, have changed.
    private var crowded: Set<String> = []
    /// The requirements of awards in this batch.
    private var awarded: [String: Set<String>] = [:]
    private var changes: [SumKey: StageSums] = [:]

    /// The currency of the kept sums: that in which rates are published.
    static let currency: Currency = {
        guard let dong = try? Currency(code: "VND") else { preconditionFailure("the dong is a currency") }
        return dong
    }()

    private struct SumKey: Hashable, Comparable {
        let grouping: KeptGrouping
        let name: String

        static func < (a: SumKey, b: SumKey) -> Bool {
            (a.grouping.rawValue, a.name) < (b.grouping.rawValue, b.name)
        }
    }

    init(_ database: Database) { self.database = database }

    // MARK: - Facts

    /// Counts a fact of the market that is newer than what its key said before.
    func count(_ fact: WireMarketFact, offset: Int64) throws {
        let day = CalendarDay(ofMilliseconds: fact.acceptedAt).number
        switch fact.fact {
        case .requirement(let requirement):
            try change(fact.key) { $0.place = MetricPlace(requirement) }
            try replaceDemand(of: fact.key, from: day, with: demand(fact, requirement, day))
        case .award(let award):
            try replaceAward(
                fact, from: day, with: award.published.status == .cancelled ? nil : realised(fact, award, day),
                of: award.published.requirement)
        case .capability(let capability):
            try note(fact, day, ownership: Int64(capability.vietnameseOwnership), capability.capacityPerMonth)
            try state(fact.key, capability.hasLocalContent ? capability.localContent : nil)
        case .verification(let verification):
            guard case .statement(let capability) = verification.published.subject else { return }
            try examine(capability, isAccepted: verification.published.decision == .accepted)
        case .exchangeRate(let rate):
            try setRate(rate.published.currencyCode, rate.dongPerUnit, from: rate.day, offset: offset)
            try setRateInForce(rate.published.currencyCode, rate.rateInForce)
        case .withdrawn(let withdrawn): try withdraw(fact, withdrawn, day, offset: offset)
        case .profile, .product, .quote, .subscription, .pending, .expired, .clockTicked, .policySet,
            .repeatsCounted, nil:
            return
        }
    }

    private func withdraw(_ fact: WireMarketFact, _ withdrawn: WireWithdrawn, _ day: Int32, offset: Int64) throws {
        switch Subject(topicName: withdrawn.topic) {
        case .requirements: try replaceDemand(of: fact.key, from: day, with: nil)
        case .awards: try replaceAward(fact, from: day, with: nil, of: nil)
        case .capabilities:
            try note(fact, day, ownership: 0, 0)
            try state(fact.key, nil)
        case .rates:
            guard let code = fact.key.split(separator: "/").last else { return }
            try setRate(String(code), withdrawn.rateInForce, from: day, offset: offset)
            try setRateInForce(String(code), withdrawn.rateInForce)
        case .profiles, .products, .quotes, .subscriptions, .verifications, nil: return
        }
    }

    private func demand(_ fact: WireMarketFact, _ requirement: WireRequirementAccepted, _ day: Int32) -> MetricEntry {
        var entry = MetricEntry(stage: .demand, position: Int64(clamping: fact.version), day: day)
        entry.quantity = requirement.quantity
        if requirement.hasCurrentUnitPrice {
            entry.price(requirement.currentUnitPrice)
        } else if requirement.hasMaximumUnitPrice {
            entry.price(requirement.maximumUnitPrice)
        } else {
            entry.fault = .noPrice
        }
        let kind = requirement.published.currentSourcing.kind
        entry.isInCountry = kind == .fdiInVietnam || kind == .domestic
        entry.ownership = kind == .domestic ? 10_000 : 0
        entry.lvc = Int64(requirement.currentLvc)
        entry.isStated = requirement.hasCurrentLvc
        return entry
    }

    private func realised(_ fact: WireMarketFact, _ award: WireAwardAccepted, _ day: Int32) -> MetricEntry {
        var entry = MetricEntry(stage: .realised, position: Int64(clamping: fact.version), day: day)
        entry.part = fact.key
        entry.capability = award.published.capability
        entry.quantity = award.quantity
        entry.price(award.unitPrice)
        // What is of another heading or unit takes up no capacity of it.
        if award.capabilityNotACandidate { entry.quantity = 0 }
        entry.firstDay = award.window.first
        entry.lastDay = award.window.last
        entry.frozenRate = award.dongPerUnit
        entry.isInCountry = true
        entry.ownership = Int64(award.vietnameseOwnership)
        entry.isStated = award.hasLocalContent
        entry.lvc = award.hasLocalContent ? award.localContent.millionths : 0
        return entry
    }

    private func replaceDemand(of requirement: String, from day: Int32, with entry: MetricEntry?) throws {
        try change(requirement) { row in
            row.replace(where: { $0.stage == .demand }, from: day, with: entry.map { [$0] } ?? [])
        }
    }

    /// An award may be given to another requirement than before.
    private func replaceAward(
        _ fact: WireMarketFact, from day: Int32, with entry: MetricEntry?, of requirement: String?
    ) throws {
        let award = fact.key
        var concerned = awarded[award] ?? []
        if fact.version > 1 {
            try database.read("SELECT requirement FROM capacity_use WHERE award = ? AND award <> ''", award) { row in
                concerned.insert(row.text(0))
            }
        }
        if entry != nil, let requirement { concerned.insert(requirement) }
        awarded[award] = concerned
        for other in concerned.sorted() {
            let entries = other == requirement ? entry.map { [$0] } ?? [] : []
            try change(other) { row in
                row.replace(where: { $0.stage == .realised && $0.part == award }, from: day, with: entries)
            }
        }
    }

    // MARK: - Plans

    /// Counts the plan of a requirement's current match set.
    func count(_ set: WireMatchSet) throws {
        let day = CalendarDay(ofMilliseconds: set.asOf).number
        var entries: [MetricEntry] = []
        if set.status == .open, set.localization.hasRatio || Self.fault(of: set) != .none {
            var rest = MetricEntry(stage: .potential, position: set.marketOffset, day: day)
            rest.currency = set.currencyCode
            rest.fault = Self.fault(of: set)
            rest.amount = set.localization.uncoveredAmount
            rest.quantity = set.localization.uncoveredQuantity
            entries = [rest]
            if rest.fault == .none { entries += set.plan.map { allocation($0, of: set, day) } }
        }
        entries.sort { $0.identity < $1.identity }
        try change(set.requirement) { row in
            // A plan that stays as it was keeps the day on which it was made.
            let current = row.entries.filter { $0.stage == .potential && $0.isCurrent }
            if current.count == entries.count, zip(current, entries).allSatisfy({ $1.repeats($0) }) { return }
            row.replace(where: { $0.stage == .potential }, from: day, with: entries)
        }
    }

    private func allocation(_ allocation: WireAllocation, of set: WireMatchSet, _ day: Int32) -> MetricEntry {
        var entry = MetricEntry(stage: .potential, position: set.marketOffset, day: day)
        let match = set.matches.first { $0.capability == allocation.capability }
        entry.part = allocation.capability
        entry.capability = allocation.capability
        entry.capabilityVersion = Int64(clamping: match?.capabilityVersion ?? 0)
        entry.currency = set.currencyCode
        entry.amount = allocation.amount
        entry.quantity = allocation.quantity
        entry.isInCountry = true
        entry.lvc = Int64(allocation.lvc)
        entry.isStated = match.map { !$0.lvcUnstated } ?? false
        return entry
    }

    private static func fault(of set: WireMatchSet) -> MetricEntry.Fault {
        switch set.localization.absentReason {
        case "noReferencePrice": .noPrice
        case "noRate": .noRate
        case "amountOutOfRange": .outOfRange
        default: .none
        }
    }

    // MARK: - Requirements

    /// Changes what is counted of a requirement.
    private func change(_ requirement: String, _ change: (inout MetricRow) -> Void) throws {
        try touch(requirement)
        change(&rows[requirement, default: (MetricRow(of: requirement), MetricRow(of: requirement))].now)
    }

    /// Notes that something that values or cuts a requirement's entries has changed.
    private func touch(_ requirement: String) throws {
        guard rows[requirement] == nil else { return }
        var row = MetricRow(of: requirement)
        try database.readMetricRow(of: requirement) { row = MetricRow($0) }
        rows[requirement] = (row, row)
    }

    /// Notes it of all whose plans or awards, be they past, name a capability.
    private func touchAll(naming capability: String) throws {
        var concerned: [String] = []
        try database.read("SELECT DISTINCT requirement FROM capacity_use WHERE capability = ?", capability) { row in
            concerned.append(row.text(0))
        }
        for requirement in concerned { try touch(requirement) }
    }

    // MARK: - What values entries

    @discardableResult
    private func capability(_ key: String) throws -> MetricContext.Capability {
        if let known = context.capabilities[key] { return known }
        let capability = try MetricContext.Capability(key, database)
        context.capabilities[key] = capability
        return capability
    }

    @discardableResult
    private func rates(of currency: String) throws -> [MetricContext.Rate] {
        if let known = context.rates[currency] { return known }
        let rates = try MetricContext.rates(of: currency, database)
        context.rates[currency] = rates
        return rates
    }

    private func note(_ fact: WireMarketFact, _ day: Int32, ownership: Int64, _ capacityPerMonth: Int64) throws {
        let version = Int64(clamping: fact.version)
        var known = try capability(fact.key)
        // Only a match set that was recorded before the version that it names needs it.
        if ownership != 0 { try touchAll(naming: fact.key) }
        crowded.insert(fact.key)
        known.ownership[version] = ownership
        known.capacityPerMonth = capacityPerMonth
        context.capabilities[fact.key] = known
        try database.write(
            """
            INSERT OR REPLACE INTO metric_capability (capability, version, day, ownership, capacity_per_month)
            VALUES (?, ?, ?, ?, ?)
            """,
            fact.key, version, day, ownership, capacityPerMonth)
    }

    /// What a capability states now: another statement has not been examined.
    private func state(_ capability: String, _ content: WireLocalContent?) throws {
        var stated: (numerator: Int64, denominator: Int64)?
        try database.read("SELECT numerator, denominator FROM metric_statement WHERE capability = ?", capability) {
            stated = ($0.integer(0), $0.integer(1))
        }
        if let content {
            if let stated, stated == (content.numerator, content.denominator) { return }
            try changeVerified(capability, to: nil)
            try database.write(
                """
                INSERT OR REPLACE INTO metric_statement (capability, numerator, denominator, lvc, is_accepted)
                VALUES (?, ?, ?, ?, NULL)
                """,
                capability, content.numerator, content.denominator, content.millionths)
        } else {
            guard stated != nil else { return }
            try changeVerified(capability, to: nil)
            try database.write("DELETE FROM metric_statement WHERE capability = ?", capability)
        }
    }

    private func examine(_ capability: String, isAccepted: Bool) throws {
        var lvc: Int64?
        try database.read("SELECT lvc FROM metric_statement WHERE capability = ?", capability) { lvc = $0.integer(0) }
        guard let lvc else { return }
        try changeVerified(capability, to: isAccepted ? lvc : nil)
        try database.write("UPDATE metric_statement SET is_accepted = ? WHERE capability = ?", isAccepted, capability)
    }

    /// Asked before it is written: what is known of the capability is read when it is first asked for.
    private func changeVerified(_ key: String, to lvc: Int64?) throws {
        var known = try capability(key)
        guard known.verified != lvc else { return }
        known.verified = lvc
        context.capabilities[key] = known
        try touchAll(naming: key)
    }

    private func setRateInForce(_ currency: String, _ dongPerUnit: Int64) throws {
        try database.write(
            """
            INSERT INTO rate_in_force (currency, dong_per_unit) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET dong_per_unit = excluded.dong_per_unit
            """,
            currency, dongPerUnit)
    }

    private func setRate(_ currency: String, _ dongPerUnit: Int64, from day: Int32, offset: Int64) throws {
        try database.write(
            """
            INSERT INTO metric_rate (currency, day, market_offset, dong_per_unit) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET market_offset = excluded.market_offset, dong_per_unit = excluded.dong_per_unit
            WHERE excluded.market_offset > market_offset
            """,
            currency, day, offset, dongPerUnit)
        context.rates[currency] = nil
        // It holds until the day of the next.
        let next = try rates(of: currency).first { $0.day > day }?.day ?? .max
        var concerned: [String] = []
        try database.read(
            "SELECT requirement FROM metric_requirement WHERE last_valued_day >= ? AND first_valued_day < ?", day, next
        ) { concerned.append($0.text(0)) }
        for requirement in concerned { try touch(requirement) }
    }

    // MARK: - The end of a batch

    /// Works out what became infeasible together, values what was touched anew, and writes it with the sums.
    func finish() throws {
        for requirement in rows.keys.sorted() { try writeUses(of: requirement) }
        crowded.remove("")
        for capability in crowded.sorted() { try cut(capability) }
        for requirement in rows.keys.sorted() { try value(requirement) }
        for (key, change) in changes.sorted(by: { $0.key < $1.key }) where change != .zero { try write(change, key) }
    }

    private func writeUses(of requirement: String) throws {
        guard let row = rows[requirement], row.before != row.now else { return }
        let (before, now) = (CapacityUse.uses(in: row.before), CapacityUse.uses(in: row.now))
        for (key, use) in now.sorted(by: { $0.key < $1.key }) where before[key] != use {
            crowded.insert(key.capability)
            try database.write(
                """
                INSERT INTO capacity_use (capability, requirement, award, quantity, first_day, last_day, cut)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET quantity = excluded.quantity, first_day = excluded.first_day,
                    last_day = excluded.last_day, cut = excluded.cut
                """,
                key.capability, requirement, key.award, use.load.quantity, use.load.firstDay, use.load.lastDay, use.cut)
        }
        for key in before.keys.sorted() where now[key] == nil {
            crowded.insert(key.capability)
            try database.write(
                "DELETE FROM capacity_use WHERE capability = ? AND requirement = ? AND award = ?",
                key.capability, requirement, key.award)
        }
    }

    private func cut(_ key: String) throws {
        // Most capabilities can make all that is taken of them, and could before.
        var (total, isCut) = (JointFeasibility.Total(), false)
        try database.read(
            """
            SELECT quantity, iif(award = '', last_day - first_day + 1, NULL), cut > 0 FROM capacity_use
            WHERE capability = ? AND quantity > 0
            """, key
        ) { row in
            total.add(quantity: row.integer(0), days: row.isNull(1) ? nil : Int128(row.integer(1)))
            isCut = isCut || row.integer(2) != 0
        }
        // Until the capability's own fact is recorded, its capacity is not known.
        let capacity = try capability(key).capacityPerMonth
        let fits = capacity.map(total.fits) ?? true
        if !fits || isCut { try share(fits ? nil : capacity, of: key) }
    }

    /// Shares out a capacity, or gives all its plans what they take.
    private func share(_ capacityPerMonth: Int64?, of key: String) throws {
        var (awards, plans): ([JointFeasibility.Load], [JointFeasibility.Load]) = ([], [])
        var (requirements, before): ([String], [Int64]) = ([], [])
        try database.read(
            """
            SELECT requirement, award = '', quantity, first_day, last_day, cut FROM capacity_use
            WHERE capability = ? AND quantity > 0 ORDER BY requirement, award
            """, key
        ) { row in
            if requirements.last != row.text(0) { requirements.append(row.text(0)) }
            let load = JointFeasibility.Load(
                requirement: requirements.count - 1, quantity: row.integer(2),
                firstDay: Int32(clamping: row.integer(3)), lastDay: Int32(clamping: row.integer(4)))
            if row.integer(1) == 0 { return awards.append(load) }
            plans.append(load)
            before.append(row.integer(5))
        }
        let cuts =
            capacityPerMonth.map { JointFeasibility.cuts(capacityPerMonth: $0, awards: awards, plans: plans) }
            ?? plans.map { _ in 0 }
        for (index, plan) in plans.enumerated() where cuts[index] != before[index] {
            let requirement = requirements[plan.requirement]
            try change(requirement) { row in
                for place in row.entries.indices where row.entries[place].isPlanned(of: key) {
                    row.entries[place].cut = cuts[index]
                }
            }
            try database.write(
                "UPDATE capacity_use SET cut = ? WHERE capability = ? AND requirement = ? AND award = ''",
                cuts[index], key, requirement)
        }
    }

    private func value(_ requirement: String) throws {
        guard let before = rows[requirement]?.before, var now = rows[requirement]?.now else { return }
        for index in now.entries.indices {
            let (currency, key) = (now.entries[index].currency, now.entries[index].capability)
            if currency != Self.currency.code { try rates(of: currency) }
            if !key.isEmpty { try capability(key) }
            now.entries[index].worth = context.worth(of: now.entries[index], in: Self.currency)
        }
        guard now != before else { return }
        count(before, times: -1)
        count(now, times: 1)
        guard !now.isEmpty else {
            return try database.write("DELETE FROM metric_requirement WHERE requirement = ?", requirement)
        }
        let (place, days) = (now.place, now.valuedDays)
        try database.write(
            """
            INSERT OR REPLACE INTO metric_requirement (\(MetricRow.columns), first_valued_day, last_valued_day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            requirement, place.heading, place.ward, place.park, place.month, place.firstDay, place.lastDay,
            MetricEntryWriter(now.entries).bytes, days?.first, days?.last)
    }

    /// Adds what counts now of a requirement to the sums of its groups, or takes it off.
    private func count(_ row: MetricRow, times sign: Int) {
        var sums = StageSums.zero
        for entry in row.entries where entry.isCurrent { sums.count(entry, entry.worth, times: sign) }
        guard sums != .zero else { return }
        for grouping in KeptGrouping.allCases {
            changes[SumKey(grouping: grouping, name: row.name(in: grouping)), default: .zero].add(sums)
        }
    }

    private func write(_ change: StageSums, _ key: SumKey) throws {
        for stage in MetricStage.allCases where change[stage] != .zero {
            var sums = change[stage]
            try database.read(
                """
                SELECT entries, without_price, without_rate, out_of_range, amounts FROM metric_sum
                WHERE grouping = ? AND name = ? AND stage = ?
                """, key.grouping.rawValue, key.name, stage.rawValue
            ) { sums.add(MetricSums($0, from: 0)) }
            guard sums != .zero else {
                try database.write(
                    "DELETE FROM metric_sum WHERE grouping = ? AND name = ? AND stage = ?",
                    key.grouping.rawValue, key.name, stage.rawValue)
                continue
            }
            try database.write(
                """
                INSERT OR REPLACE INTO metric_sum
                    (grouping, name, stage, entries, without_price, without_rate, out_of_range, amounts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                key.grouping.rawValue, key.name, stage.rawValue, sums.entries, sums.withoutPrice, sums.withoutRate,
                sums.outOfRange, sums.bytes)
        }
    }
}

extension MetricRow {
    /// Ends those of some entries that count now on a day, and begins others.
    fileprivate mutating func replace(
        where isConcerned: (MetricEntry) -> Bool, from day: Int32, with others: [MetricEntry]
    ) {
        entries.removeAll { entry in
            entry.isCurrent && entry.fromDay >= day && isConcerned(entry)
                || others.contains { $0.identity == entry.identity }
        }
        for index in entries.indices where entries[index].isCurrent && isConcerned(entries[index]) {
            entries[index].untilDay = day
            entries[index].cut = 0
        }
        entries += others
        entries.sort { $0.identity < $1.identity }
    }
}

extension MetricEntry {
    /// Values the entry at a price for one unit.
    fileprivate mutating func price(_ price: WirePrice) {
        currency = price.currencyCode
        guard let currency = try? Currency(code: price.currencyCode),
            let amount = try? Amount(
                quantity: Millionths(count: quantity), unitPrice: Millionths(count: price.millionths),
                currency: currency)
        else {
            fault = .outOfRange
            return
        }
        self.amount = amount.minorUnits
    }
}

extension WireLocalContent {
    /// In millionths, rounded down.
    var millionths: Int64 { ratio?.millionths ?? 0 }
}
