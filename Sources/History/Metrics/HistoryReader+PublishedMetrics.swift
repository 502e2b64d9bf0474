public import Contracts
internal import GRDB
public import Localization

extension HistoryReader {
    /// The three numbers as a table that may be published: a figure over fewer than three firms would reveal one.
    ///
    /// In each stage, a group with fewer than three buyers, or fewer than three suppliers where it has any, is suppressed,
    /// and with it the next smallest that is left, since the total would reveal it. How many requirements there are of fewer
    /// than three buyers is not told either.
    ///
    /// - throws: what ``metrics(by:in:asOf:)`` throws.
    public func publishedMetrics(
        by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay? = nil
    ) throws -> [PublishedMetrics] {
        let firms = try firms(by: grouping, asOf: day)
        var rows = try metrics(by: grouping, in: currency, asOf: day).map { PublishedMetrics(showing: $0) }
        for stage in LocalizationStage.allCases {
            let amounts = rows.map { $0.metrics[stage].totalAmount }
            let isFew = rows.map { row in
                let firms = firms[row.metrics.group]?[stage.entries] ?? Firms()
                return firms.buyers.count < PublishedMetrics.firmsMin
                    || (!firms.suppliers.isEmpty && firms.suppliers.count < PublishedMetrics.firmsMin)
            }
            for index in PublishedMetrics.suppressed(amounts: amounts, isFew: isFew) {
                rows[index].suppress(stage)
            }
        }
        for index in rows.indices {
            let asking = firms[rows[index].metrics.group]?[.demand]?.asking ?? []
            if asking.count < PublishedMetrics.firmsMin { rows[index].suppressCount() }
        }
        return rows
    }

    /// Who stands behind a figure, as far as it takes to know that they are not few.
    private struct Firms {
        /// Buyers, whether something of theirs was added up or not.
        private(set) var asking: [String] = []
        /// Those of whom something was: who adds nothing hides nobody.
        private(set) var buyers: [String] = []
        private(set) var suppliers: [String] = []

        mutating func add(_ row: MetricRowReader, _ entry: MetricEntry) {
            Self.add(row.owner, to: &asking)
            guard entry.amount > 0, entry.fault == .none, entry.worth.fault == .none else { return }
            Self.add(row.owner, to: &buyers)
            Self.add(owner(of: entry.capability), to: &suppliers)
        }

        private static func add(_ firm: @autoclosure () -> String, to firms: inout [String]) {
            guard firms.count < PublishedMetrics.firmsMin else { return }
            let firm = firm()
            if !firm.isEmpty, !firms.contains(firm) { firms.append(firm) }
        }
    }

    private func firms(by grouping: MetricGrouping?, asOf day: CalendarDay?) throws -> [String: [MetricStage: Firms]] {
        let names = try GroupNames(self, grouping)
        let name = MetricQuestion.Group(grouping)
        var firms: [String: [MetricStage: Firms]] = [:]
        try forEachMetricRow { row, entries in
            var entry = MetricEntry(stage: .demand, position: 0, day: 0)
            while entries.read(to: &entry) {
                guard entry.counts(on: day?.number), let group = name(row, entry).map(names.group) else { continue }
                firms[group, default: [:]][entry.stage, default: Firms()].add(row, entry)
            }
        }
        return firms
    }
}

extension LocalizationStage {
    /// The entries whose firms stand behind the stage.
    fileprivate var entries: MetricStage {
        switch self {
        case .demand: .demand
        case .potential, .jointlyFeasible: .potential
        case .realised: .realised
        }
    }
}
