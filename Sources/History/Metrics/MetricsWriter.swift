internal import Contracts
internal import GRDB
internal import Localization

/// Keeps the three numbers: what counts, from when, and by how much the sums of each group change on each day.
///
/// The sums always are those of the entries under what is known of rates, owners and statements. A change of any of
/// these takes the old values of the entries it concerns off and adds the new ones, so that it does not matter which
/// comes first.
final class MetricsWriter {
    private let database: Database
    private var context = MetricContext()
    private var known = Known()
    private var changes: [SumKey: MetricSums] = [:]
    private var crowded: Set<String> = []

    /// The currency of the kept sums: that in which rates are published.
    static let currency: Currency = {
        guard let dong = try? Currency(code: "VND") else { preconditionFailure("the dong is a currency") }
        return dong
    }()

    private struct SumKey: Hashable, Comparable {
        let grouping: KeptGrouping
        let name: String
        let stage: MetricStage
        let day: Int32

        static func < (a: SumKey, b: SumKey) -> Bool {
            (a.grouping.rawValue, a.name, a.stage.rawValue, a.day)
                < (b.grouping.rawValue, b.name, b.stage.rawValue, b.day)
        }
    }

    /// What of the context was read.
    private struct Known {
        var currencies: Set<String> = ["VND", ""]
        var versions: Set<MetricContext.CapabilityVersion> = []
        var statements: Set<String> = [""]
        var places: [String: MetricPlace] = [:]
    }

    init(_ database: Database) { self.database = database }

    // MARK: - Facts

    /// Counts a fact of the market that is newer than what its key said before.
    func count(_ fact: WireMarketFact, offset: Int64) throws {
        let day = CalendarDay(ofMilliseconds: fact.acceptedAt).number
        switch fact.fact {
        case .requirement(let requirement):
            try place(fact.key, MetricPlace(requirement))
            let current = fact.version == 1 ? [] : try demand(of: fact.key)
            try replace(current, from: day, with: [demand(fact, requirement, day)])
        case .award(let award):
            let entry = award.published.status == .cancelled ? nil : realised(fact, award, day)
            let current = fact.version == 1 ? [] : try realised(by: fact.key)
            try replace(current, from: day, with: entry.map { [$0] } ?? [])
        case .capability(let capability):
            try note(fact, day, ownership: Int64(capability.vietnameseOwnership), capability.capacityPerMonth)
            try state(fact.key, capability.hasLocalContent ? capability.localContent : nil)
        case .verification(let verification):
            guard case .statement(let capability) = verification.published.subject else { return }
            try examine(capability, isAccepted: verification.published.decision == .accepted)
        case .exchangeRate(let rate):
            try setRate(rate.published.currencyCode, rate.dongPerUnit, from: rate.day, offset: offset)
        case .withdrawn(let withdrawn): try withdraw(fact, from: withdrawn.topic, day, offset: offset)
        case .profile, .product, .quote, .subscription, .pending, .expired, .clockTicked, .policySet,
            .repeatsCounted, nil:
            return
        }
    }

    private func withdraw(_ fact: WireMarketFact, from topic: String, _ day: Int32, offset: Int64) throws {
        switch Subject(topicName: topic) {
        case .requirements: try replace(try demand(of: fact.key), from: day, with: [])
        case .awards: try replace(try realised(by: fact.key), from: day, with: [])
        case .capabilities:
            try note(fact, day, ownership: 0, 0)
            try state(fact.key, nil)
        case .rates:
            guard let code = fact.key.split(separator: "/").last else { return }
            try setRate(String(code), 0, from: day, offset: offset)
        case .profiles, .products, .quotes, .subscriptions, .verifications, nil: return
        }
    }

    private func demand(_ fact: WireMarketFact, _ requirement: WireRequirementAccepted, _ day: Int32) -> MetricEntry {
        var entry = MetricEntry(
            requirement: fact.key, stage: .demand, position: Int64(clamping: fact.version), day: day)
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
        var entry = MetricEntry(
            requirement: award.published.requirement, stage: .realised, position: Int64(clamping: fact.version),
            day: day)
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

    // MARK: - Plans

    /// Counts the plan of a requirement's current match set.
    /// - parameter isFirst: Whether the requirement had none before.
    func count(_ set: WireMatchSet, isFirst: Bool) throws {
        let day = CalendarDay(ofMilliseconds: set.asOf).number
        var entries: [MetricEntry] = []
        if set.status == .open, set.localization.hasRatio || Self.fault(of: set) != .none {
            var rest = MetricEntry(
                requirement: set.requirement, stage: .potential, position: set.marketOffset, day: day)
            rest.currency = set.currencyCode
            rest.fault = Self.fault(of: set)
            rest.amount = set.localization.uncoveredAmount
            rest.quantity = set.localization.uncoveredQuantity
            entries = [rest]
            if rest.fault == .none { entries += set.plan.map { allocation($0, of: set, day) } }
        }
        let current =
            isFirst
            ? []
            : try self.entries(.potential, "requirement = ? AND until_day = ?", [set.requirement, MetricEntry.noEnd])
        // A plan that stays as it was keeps the day on which it was made.
        guard current.count != entries.count || !zip(current, entries).allSatisfy({ $1.repeats($0) }) else { return }
        try replace(current, from: day, with: entries)
    }

    private func allocation(_ allocation: WireAllocation, of set: WireMatchSet, _ day: Int32) -> MetricEntry {
        var entry = MetricEntry(
            requirement: set.requirement, stage: .potential, position: set.marketOffset, day: day)
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

    // MARK: - Entries

    private func demand(of requirement: String) throws -> [MetricEntry] {
        try entries(.demand, "requirement = ? AND part = '' AND until_day = ?", [requirement, MetricEntry.noEnd])
    }

    private func realised(by award: String) throws -> [MetricEntry] {
        try entries(.realised, "part = ? AND until_day = ?", [award, MetricEntry.noEnd])
    }

    /// Ends entries on a day and begins others.
    private func replace(_ current: [MetricEntry], from day: Int32, with entries: [MetricEntry]) throws {
        for var entry in current {
            try add(entry, times: -1)
            if entry.stage == .potential || entry.stage == .realised { crowded.insert(entry.capability) }
            if entry.fromDay >= day {
                try delete(entry)
            } else {
                entry.untilDay = day
                try database.write(
                    """
                    UPDATE metric_entry SET until_day = ?
                    WHERE requirement = ? AND stage = \(entry.stage.rawValue) AND part = ? AND position = ?
                    """,
                    day, entry.requirement, entry.part, entry.position)
                try add(entry, times: 1)
            }
        }
        for entry in entries { try insert(entry) }
    }

    private func insert(_ entry: MetricEntry) throws {
        try database.write(
            """
            INSERT OR REPLACE INTO metric_entry (\(MetricEntry.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            entry.requirement, entry.stage.rawValue, entry.part, entry.position, entry.fromDay, entry.untilDay,
            entry.valuedDay, entry.capability, entry.capabilityVersion, entry.currency, entry.amount, entry.quantity,
            entry.firstDay, entry.lastDay, entry.fault.rawValue, entry.frozenRate, entry.isInCountry, entry.ownership,
            entry.lvc, entry.isStated)
        if entry.stage == .potential || entry.stage == .realised { crowded.insert(entry.capability) }
        try add(entry, times: 1)
    }

    private func delete(_ entry: MetricEntry) throws {
        try database.write(
            """
            DELETE FROM metric_entry
            WHERE requirement = ? AND stage = \(entry.stage.rawValue) AND part = ? AND position = ?
            """,
            entry.requirement, entry.part, entry.position)
    }

    /// The stage is written into the statement. Were it bound, SQLite would have to look at its value to see whether the
    /// index of awards, which is of one stage, serves, and would compile the statement anew each time.
    private func entries(
        _ stage: MetricStage, _ condition: String, _ arguments: StatementArguments
    ) throws -> [MetricEntry] {
        try entries("stage = \(stage.rawValue) AND \(condition)", arguments)
    }

    private func entries(_ condition: String, _ arguments: StatementArguments) throws -> [MetricEntry] {
        let statement = try database.cachedStatement(
            sql: "SELECT \(MetricEntry.columns) FROM metric_entry WHERE \(condition) ORDER BY requirement, stage, part")
        return try Array(Row.fetchCursor(statement, arguments: arguments).map { MetricEntry($0) })
    }

    /// Adds an entry's value to the sums from its first day on, and takes it off from the day on which it ends.
    private func add(_ entry: MetricEntry, times sign: Int) throws {
        try learn(of: entry)
        let value = context.value(of: entry, in: Self.currency)
        let place = try place(of: entry.requirement)
        for grouping in KeptGrouping.allCases {
            let name = place.name(in: grouping, of: entry)
            func change(_ day: Int32, _ sign: Int) {
                let key = SumKey(grouping: grouping, name: name, stage: entry.stage, day: day)
                changes[key, default: .zero].add(value, times: sign)
            }
            change(entry.fromDay, sign)
            if entry.untilDay != MetricEntry.noEnd { change(entry.untilDay, -sign) }
        }
    }

    /// Changes something that values or places entries.
    private func revalue(_ entries: [MetricEntry], _ change: () throws -> Void) throws {
        for entry in entries { try add(entry, times: -1) }
        try change()
        for entry in entries { try add(entry, times: 1) }
    }

    // MARK: - What values and places entries

    private func place(_ requirement: String, _ place: MetricPlace) throws {
        let before = try self.place(of: requirement)
        guard before != place else { return }
        let concerned = try entries("requirement = ?", [requirement])
        crowded.formUnion(concerned.map(\.capability))
        try revalue(concerned) {
            known.places[requirement] = place
            try database.write(
                """
                INSERT OR REPLACE INTO metric_requirement (requirement, \(MetricPlace.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                requirement, place.heading, place.ward, place.park, place.month, place.firstDay, place.lastDay)
        }
    }

    private func place(of requirement: String) throws -> MetricPlace {
        if let place = known.places[requirement] { return place }
        let statement = try database.cachedStatement(
            sql: "SELECT \(MetricPlace.columns) FROM metric_requirement WHERE requirement = ?")
        let place = try Row.fetchOne(statement, arguments: [requirement]).map { MetricPlace($0) } ?? MetricPlace()
        known.places[requirement] = place
        return place
    }

    private func note(_ fact: WireMarketFact, _ day: Int32, ownership: Int64, _ capacityPerMonth: Int64) throws {
        let version = MetricContext.CapabilityVersion(capability: fact.key, version: Int64(clamping: fact.version))
        crowded.insert(fact.key)
        let concerned = try entries(
            "capability = ? AND capability <> '' AND capability_version = ?", [version.capability, version.version])
        try revalue(concerned) {
            known.versions.insert(version)
            context.ownership[version] = ownership
            try database.write(
                """
                INSERT OR REPLACE INTO metric_capability (capability, version, day, ownership, capacity_per_month)
                VALUES (?, ?, ?, ?, ?)
                """,
                version.capability, version.version, day, ownership, capacityPerMonth)
        }
    }

    /// What a capability states now: another statement has not been examined.
    private func state(_ capability: String, _ content: WireLocalContent?) throws {
        let row = try Row.fetchOne(
            try database.cachedStatement(
                sql: "SELECT numerator, denominator FROM metric_statement WHERE capability = ?"),
            arguments: [capability])
        if let row, let content, row[0] == content.numerator, row[1] == content.denominator { return }
        guard row != nil || content != nil else { return }
        try changeStatement(of: capability, isAccepted: nil) {
            if let content {
                try database.write(
                    """
                    INSERT OR REPLACE INTO metric_statement (capability, numerator, denominator, lvc, is_accepted)
                    VALUES (?, ?, ?, ?, NULL)
                    """,
                    capability, content.numerator, content.denominator, content.millionths)
            } else {
                try database.write("DELETE FROM metric_statement WHERE capability = ?", capability)
            }
        }
    }

    private func examine(_ capability: String, isAccepted: Bool) throws {
        let lvc = try Int64.fetchOne(
            try database.cachedStatement(sql: "SELECT lvc FROM metric_statement WHERE capability = ?"),
            arguments: [capability])
        guard let lvc else { return }
        try changeStatement(of: capability, isAccepted: isAccepted ? lvc : nil) {
            try database.write(
                "UPDATE metric_statement SET is_accepted = ? WHERE capability = ?", isAccepted, capability)
        }
    }

    private func changeStatement(of capability: String, isAccepted lvc: Int64?, _ change: () throws -> Void) throws {
        try learnStatement(of: capability)
        guard context.verified[capability] != lvc else { return try change() }
        try revalue(try entries("capability = ? AND capability <> ''", [capability])) {
            context.verified[capability] = lvc
            try change()
        }
    }

    private func setRate(_ currency: String, _ dongPerUnit: Int64, from day: Int32, offset: Int64) throws {
        let next = try Int32.fetchOne(
            try database.cachedStatement(sql: "SELECT min(day) FROM metric_rate WHERE currency = ? AND day > ?"),
            arguments: [currency, day])
        let concerned = try entries(
            "currency = ? AND currency <> 'VND' AND valued_day >= ? AND valued_day < ?",
            [currency, day, next ?? .max])
        try learnRates(of: currency)
        try revalue(concerned) {
            try database.write(
                """
                INSERT INTO metric_rate (currency, day, market_offset, dong_per_unit) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET market_offset = excluded.market_offset, dong_per_unit = excluded.dong_per_unit
                WHERE excluded.market_offset > market_offset
                """,
                currency, day, offset, dongPerUnit)
            try readRates(of: currency)
        }
    }

    // MARK: - The context

    private func learn(of entry: MetricEntry) throws {
        try learnRates(of: entry.currency)
        try learnStatement(of: entry.capability)
        let version = MetricContext.CapabilityVersion(
            capability: entry.capability, version: entry.capabilityVersion)
        guard version.version > 0, known.versions.insert(version).inserted else { return }
        let statement = try database.cachedStatement(
            sql: "SELECT ownership FROM metric_capability WHERE capability = ? AND version = ?")
        context.ownership[version] = try Int64.fetchOne(
            statement, arguments: [version.capability, version.version])
    }

    private func learnStatement(of capability: String) throws {
        guard known.statements.insert(capability).inserted else { return }
        let statement = try database.cachedStatement(
            sql: "SELECT lvc FROM metric_statement WHERE capability = ? AND is_accepted")
        context.verified[capability] = try Int64.fetchOne(statement, arguments: [capability])
    }

    private func learnRates(of currency: String) throws {
        if known.currencies.insert(currency).inserted { try readRates(of: currency) }
    }

    private func readRates(of currency: String) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT day, dong_per_unit FROM metric_rate WHERE currency = ? ORDER BY day")
        context.rates[currency] = try Row.fetchAll(statement, arguments: [currency]).map { ($0[0], $0[1]) }
    }

    // MARK: - The end of a batch

    /// Works out what became infeasible together, and writes the sums.
    func finish() throws {
        crowded.remove("")
        for capability in crowded.sorted() { try cut(capability) }
        crowded = []
        for (key, change) in changes.sorted(by: { $0.key < $1.key }) where change != .zero {
            try write(change, key)
        }
        changes = [:]
    }

    private func cut(_ capability: String) throws {
        let current = Dictionary(grouping: try taken(of: capability), by: \.stage)
        let before = current[.cut] ?? []
        guard current[.potential] != nil || !before.isEmpty else { return }
        let capacity = try Int64.fetchOne(
            try database.cachedStatement(
                sql: """
                    SELECT capacity_per_month FROM metric_capability WHERE capability = ?
                    ORDER BY version DESC LIMIT 1
                    """), arguments: [capability])
        let allocations = try (current[.potential] ?? []).map { (entry: $0, place: try place(of: $0.requirement)) }
        // Until the capability's own fact is recorded, its capacity is not known.
        let cuts =
            capacity.map {
                JointFeasibility.cuts(
                    capacityPerMonth: $0, awards: current[.realised] ?? [], allocations: allocations)
            } ?? []
        // Most stay: one plan more or less cuts those after it.
        func byRequirement(_ entries: [MetricEntry]) -> [String: MetricEntry] {
            Dictionary(entries.map { ($0.requirement, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (byRequirement(before), byRequirement(cuts))
        for entry in before where new[entry.requirement] != entry {
            try add(entry, times: -1)
            try delete(entry)
        }
        for entry in cuts where old[entry.requirement] != entry { try insert(entry) }
    }

    private static let takenSQL: String = {
        let stages = [MetricStage.potential, .realised, .cut].map { "\($0.rawValue)" }.joined(separator: ", ")
        return MetricEntry.placed(
            "e.capability = ? AND e.capability <> '' AND e.stage IN (\(stages)) AND e.until_day = ?")
    }()

    /// What plans, awards and cuts take of a capability now. The requirements' places are read with them.
    private func taken(of capability: String) throws -> [MetricEntry] {
        let statement = try database.cachedStatement(sql: Self.takenSQL)
        let rows = try Row.fetchCursor(statement, arguments: [capability, MetricEntry.noEnd])
        var entries: [MetricEntry] = []
        while let row = try rows.next() {
            let entry = MetricEntry(row)
            if known.places[entry.requirement] == nil {
                known.places[entry.requirement] = MetricPlace(row, from: MetricEntry.columnCount)
            }
            entries.append(entry)
        }
        return entries
    }

    private func write(_ change: MetricSums, _ key: SumKey) throws {
        var sums = change
        let rows = try Row.fetchCursor(
            try database.cachedStatement(
                sql: """
                    SELECT entries, without_price, without_rate, out_of_range, amounts FROM metric_sum
                    WHERE grouping = ? AND name = ? AND stage = ? AND day = ?
                    """), arguments: [key.grouping.rawValue, key.name, key.stage.rawValue, key.day])
        if let row = try rows.next() { sums.add(MetricSums(row, from: 0), times: 1) }
        guard sums != .zero else {
            return try database.write(
                "DELETE FROM metric_sum WHERE grouping = ? AND name = ? AND stage = ? AND day = ?",
                key.grouping.rawValue, key.name, key.stage.rawValue, key.day)
        }
        try database.write(
            """
            INSERT OR REPLACE INTO metric_sum
                (grouping, name, stage, day, entries, without_price, without_rate, out_of_range, amounts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            key.grouping.rawValue, key.name, key.stage.rawValue, key.day, sums.entries, sums.withoutPrice,
            sums.withoutRate, sums.outOfRange, sums.blob)
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

extension MetricSums {
    /// Counters and amounts as they are stored.
    init(_ row: Row, from index: Int) {
        entries = row[index]
        withoutPrice = row[index + 1]
        withoutRate = row[index + 2]
        outOfRange = row[index + 3]
        add(amountsIn: row[index + 4])
    }
}

extension WireLocalContent {
    /// In millionths, rounded down.
    var millionths: Int64 { ratio?.millionths ?? 0 }
}
