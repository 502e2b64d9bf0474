public import Contracts
internal import GRDB
public import Localization
internal import SwiftProtobuf

extension HistoryReader {
    /// The three numbers over all requirements that are not withdrawn, and all awards that stand.
    ///
    /// Every amount is valued at the rates of its event's day: the day on which the requirement was published, the plan
    /// was made, the award was given (at the rate frozen with it). What stands now in dong is kept as sums, but for firms and
    /// suppliers; those, another currency and a past day are added up of what is counted of each requirement. Groups are
    /// those in which requirements and profiles stand now.
    ///
    /// - parameter grouping: How to group them; nil for one group of all.
    /// - parameter currency: In which currency.
    /// - parameter day: As they stood at the end of that day; nil for now.
    /// - returns: The groups in the order of their names; without grouping one group, be it empty.
    public func metrics(
        by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        if currency == MetricsWriter.currency, day == nil, let kept = KeptGrouping(for: grouping) {
            return try groups(keptSums(of: kept), grouping)
        }
        return try groups(addedUp(MetricQuestion(by: grouping, in: currency, asOf: day, database)), grouping)
    }

    /// The same as `metrics`, added up anew: from what is counted instead of the sums that are kept, valued by what is known
    /// of rates, owners and statements instead of what was written beside it, and cut by every capacity anew.
    public func recomputedMetrics(
        by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        let context = try MetricContext(database)
        var question = try MetricQuestion(by: grouping, in: currency, asOf: day, database)
        question.worth = { context.worth(of: $0, in: currency) }
        question.worthCutAnew = question.worth
        question.isCutAnew = true
        return try groups(addedUp(question), grouping)
    }

    private func keptSums(of grouping: KeptGrouping) throws -> GroupedSums {
        var sums = GroupedSums()
        try database.read(
            """
            SELECT name, stage, entries, without_price, without_rate, out_of_range, amounts FROM metric_sum
            WHERE grouping = ?
            """, grouping.rawValue
        ) { row in
            guard let stage = MetricStage(rawValue: Int(row.integer(1))) else { return }
            sums[row.text(0)][stage] = MetricSums(row, from: 2)
        }
        return sums
    }

    private func groups(_ sums: GroupedSums, _ grouping: MetricGrouping?) throws -> [LocalizationMetrics] {
        if grouping == nil {
            var sums = sums
            return [LocalizationMetrics(group: "", sums[""])]
        }
        return sums.metrics(named: try GroupNames(self, grouping).group)
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

    /// The group to which a name belongs.
    func group(of name: String) -> String {
        guard let grouping else { return name }
        let isFirm = name.hasPrefix(MetricRow.firmMark)
        let profile = isFirm ? profiles[String(name.dropFirst())] : nil
        let group: String? =
            switch grouping {
            case .chapter: String(name.prefix(2))
            case .industry: profiles[name]?.vsicCode
            case .ward: isFirm ? profile?.place.wardCode : name
            case .park: isFirm ? profile?.place.industrialPark : name
            case .supplier: owner(of: name)
            case .heading, .firm, .month: name
            }
        guard let group, !group.isEmpty else { return MetricGrouping.nameless }
        return group
    }
}
