public import Contracts
public import Localization

extension HistoryReader {
    /// What each requirement contributes to a group of `metrics`: the same entries, added up by requirement. Their sums are
    /// the group's.
    ///
    /// - parameter group: The group's name, as `metrics` has it.
    /// - returns: The requirements in the order of their keys, each as a group of that name.
    public func contributions(
        to group: String, by grouping: MetricGrouping, in currency: Currency, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        let kept = KeptGrouping(for: grouping)
        let (names, context) = (try GroupNames(self, grouping), try MetricContext(database))
        var sums: GroupedSums = [:]
        func add(_ entry: MetricEntry, _ place: MetricPlace) {
            guard names.group(of: place.name(in: kept, of: entry)) == group else { return }
            sums[entry.requirement, default: [:]][entry.stage, default: .zero]
                .add(context.value(of: entry, in: currency), times: 1)
        }
        try forEachEntry(asOf: day, "stage <> \(MetricStage.cut.rawValue)", add)
        for (entry, place) in try cuts(asOf: day) { add(entry, place) }
        return sums.sorted { $0.key < $1.key }.map { LocalizationMetrics(group: $0.key, $0.value) }
    }
}
