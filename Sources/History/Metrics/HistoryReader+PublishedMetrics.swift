public import Contracts
internal import GRDB
public import Localization

extension HistoryReader {
    /// The three numbers as a table that may be published: a figure over fewer than three firms would reveal one.
    ///
    /// In each stage, a group with fewer than three buyers, or fewer than three suppliers where it has any, is suppressed,
    /// and with it the next smallest that is left, since the total would reveal it.
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
        return rows
    }

    /// Who stands behind a figure.
    private struct Firms {
        var buyers: Set<String> = []
        var suppliers: Set<String> = []
    }

    private func firms(by grouping: MetricGrouping?, asOf day: CalendarDay?) throws -> [String: [MetricStage: Firms]] {
        let names = try GroupNames(self, grouping)
        let kept = KeptGrouping(for: grouping)
        var firms: [String: [MetricStage: Firms]] = [:]
        try forEachEntry(asOf: day, "stage <> \(MetricStage.cut.rawValue)") { entry, place in
            let group = names.group(of: place.name(in: kept, of: entry))
            var known = firms[group]?[entry.stage] ?? Firms()
            known.buyers.insert(owner(of: entry.requirement))
            if !entry.capability.isEmpty { known.suppliers.insert(owner(of: entry.capability)) }
            firms[group, default: [:]][entry.stage] = known
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
