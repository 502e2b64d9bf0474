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
        let names = try GroupNames(self, grouping)
        return try addedUp(in: currency, asOf: day) { entry, place in
            names.group(of: place.name(in: kept, of: entry)) == group ? entry.requirement : nil
        }.sorted { $0.key < $1.key }.map { LocalizationMetrics(group: $0.key, $0.value) }
    }
}
