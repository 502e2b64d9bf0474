public import Contracts
internal import GRDB
public import Localization
internal import SwiftProtobuf

extension HistoryReader {
    /// The three numbers over all requirements that are not withdrawn, and all awards that stand.
    ///
    /// Every amount is valued at the rates of its event's day: the day on which the requirement was published, the plan
    /// was made, the award was given (at the rate frozen with it). Dong are kept as sums; another currency is added up
    /// anew. Groups are those in which requirements and profiles stand now.
    ///
    /// - parameter grouping: How to group them; nil for one group of all.
    /// - parameter currency: In which currency.
    /// - parameter day: As they stood at the end of that day; nil for now.
    /// - returns: The groups in the order of their names; without grouping one group, be it empty.
    public func metrics(
        by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        guard currency == MetricsWriter.currency else {
            return try recomputedMetrics(by: grouping, in: currency, asOf: day)
        }
        let kept = KeptGrouping(for: grouping)
        var sums = try keptSums(of: kept, asOf: day)
        if day != nil { try addCuts(asOf: day, by: kept, in: currency, MetricContext(database), to: &sums) }
        return try groups(sums, grouping)
    }

    /// The same as `metrics`, added up anew from what is counted instead of from the sums that are kept.
    public func recomputedMetrics(
        by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        let kept = KeptGrouping(for: grouping)
        return try groups(addedUp(in: currency, asOf: day) { $1.name(in: kept, of: $0) }, grouping)
    }

    /// Everything that counts on a day, added up anew under the names that a function gives; without what it gives none.
    func addedUp(
        in currency: Currency, asOf day: CalendarDay?, _ name: (MetricEntry, MetricPlace) -> String?
    ) throws -> GroupedSums {
        let context = try MetricContext(database)
        var sums: GroupedSums = [:]
        func add(_ entry: MetricEntry, _ place: MetricPlace) {
            guard let name = name(entry, place) else { return }
            sums[name, default: [:]][entry.stage, default: .zero]
                .add(context.value(of: entry, in: currency), times: 1)
        }
        try forEachEntry(asOf: day, "stage <> \(MetricStage.cut.rawValue)", add)
        for (entry, place) in try cuts(asOf: day) { add(entry, place) }
        return sums
    }

    typealias GroupedSums = [String: [MetricStage: MetricSums]]

    private func keptSums(of grouping: KeptGrouping, asOf day: CalendarDay?) throws -> GroupedSums {
        var sums: GroupedSums = [:]
        let rows = try Row.fetchCursor(
            statement(
                """
                SELECT name, stage, entries, without_price, without_rate, out_of_range, amounts FROM metric_sum
                WHERE grouping = ? AND day <= ? AND (stage <> ? OR ?)
                """),
            arguments: [grouping.rawValue, day?.number ?? .max, MetricStage.cut.rawValue, day == nil])
        while let row = try rows.next() {
            guard let stage = MetricStage(rawValue: row[1]) else { continue }
            sums[row[0], default: [:]][stage, default: .zero].add(MetricSums(row, from: 2), times: 1)
        }
        return sums
    }

    /// Calls a function with what counts on a day.
    func forEachEntry(
        asOf day: CalendarDay?, _ condition: String = "TRUE", _ body: (MetricEntry, MetricPlace) throws -> Void
    ) throws {
        let range = day == nil ? "e.until_day = ?" : "e.from_day <= ? AND e.until_day > ?"
        let arguments: StatementArguments = day.map { [$0.number, $0.number] } ?? [MetricEntry.noEnd]
        let rows = try Row.fetchCursor(
            database,
            sql: MetricEntry.placed("\(range) AND \(condition)"), arguments: arguments)
        while let row = try rows.next() { try body(MetricEntry(row), MetricPlace(row, from: MetricEntry.columnCount)) }
    }

    // MARK: - What is feasible together

    /// What the plans of a day lose when each capability's capacity is shared out. For now it is kept, for a past day
    /// it is worked out.
    private func addCuts(
        asOf day: CalendarDay?, by grouping: KeptGrouping, in currency: Currency, _ context: MetricContext,
        to sums: inout GroupedSums
    ) throws {
        for (entry, place) in try cuts(asOf: day) {
            sums[place.name(in: grouping, of: entry), default: [:]][.cut, default: .zero]
                .add(context.value(of: entry, in: currency), times: 1)
        }
    }

    private func cuts(asOf day: CalendarDay?) throws -> [(MetricEntry, MetricPlace)] {
        var allocations: [String: [(entry: MetricEntry, place: MetricPlace)]] = [:]
        var awards: [String: [MetricEntry]] = [:]
        let stages = "stage IN (\(MetricStage.potential.rawValue), \(MetricStage.realised.rawValue))"
        try forEachEntry(asOf: day, "\(stages) AND capability <> ''") { entry, place in
            if entry.stage == .realised {
                awards[entry.capability, default: []].append(entry)
            } else {
                allocations[entry.capability, default: []].append((entry, place))
            }
        }
        let capacities = try capacities(asOf: day)
        return allocations.sorted { $0.key < $1.key }.flatMap { capability, allocations in
            let places = Dictionary(
                allocations.map { ($0.entry.requirement, $0.place) }, uniquingKeysWith: { first, _ in first })
            guard let capacity = capacities[capability] else { return [(MetricEntry, MetricPlace)]() }
            return JointFeasibility.cuts(
                capacityPerMonth: capacity, awards: awards[capability] ?? [], allocations: allocations
            ).map { ($0, places[$0.requirement] ?? MetricPlace()) }
        }
    }

    private func capacities(asOf day: CalendarDay?) throws -> [String: Int64] {
        var capacities: [String: Int64] = [:]
        let rows = try Row.fetchCursor(
            statement("SELECT capability, capacity_per_month FROM metric_capability WHERE day <= ? ORDER BY version"),
            arguments: [day?.number ?? .max])
        while let row = try rows.next() { capacities[row[0]] = row[1] }
        return capacities
    }

    // MARK: - Groups

    private func groups(_ sums: GroupedSums, _ grouping: MetricGrouping?) throws -> [LocalizationMetrics] {
        let names = try GroupNames(self, grouping)
        var named: GroupedSums = [:]
        for (name, stages) in sums {
            let group = names.group(of: name)
            for (stage, part) in stages { named[group, default: [:]][stage, default: .zero].add(part, times: 1) }
        }
        if grouping == nil { return [LocalizationMetrics(group: "", named[""] ?? [:])] }
        return named.filter { $0.value.values.contains { $0 != .zero } }
            .sorted { $0.key < $1.key }.map { LocalizationMetrics(group: $0.key, $0.value) }
    }
}

/// What the groups of a grouping are called, by the names under which sums are kept.
struct GroupNames {
    private let grouping: MetricGrouping?
    private var profiles: [String: WireEnterpriseProfile] = [:]

    init(_ reader: HistoryReader, _ grouping: MetricGrouping?) throws {
        self.grouping = grouping
        guard grouping == .industry || grouping == .ward || grouping == .park else { return }
        try reader.forEach(.profiles) { entry in
            let profile = try entry.decoded(as: WireProfileAccepted.self)
            profiles[profile.published.owner] = profile.published
        }
    }

    /// The group to which a kept name belongs.
    func group(of name: String) -> String {
        guard let grouping else { return name }
        let isFirm = name.hasPrefix(MetricPlace.firmMark)
        let profile = isFirm ? profiles[String(name.dropFirst())] : nil
        let group: String? =
            switch grouping {
            case .chapter: String(name.prefix(2))
            case .industry: profiles[name]?.vsicCode
            case .ward: isFirm ? profile?.place.wardCode : name
            case .park: isFirm ? profile?.place.industrialPark : name
            case .heading, .firm, .supplier, .month: name
            }
        guard let group, !group.isEmpty else { return MetricGrouping.nameless }
        return group
    }
}
