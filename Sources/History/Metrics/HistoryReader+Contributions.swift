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
        let names = try GroupNames(self, grouping)
        var question = try MetricQuestion(by: grouping, in: currency, asOf: day, database)
        let name = question.group
        question.group = .ofEntry { row, entry in
            name(row, entry).map(names.group) == group ? row.requirement : nil
        }
        return try addedUp(question).metrics()
    }
}
