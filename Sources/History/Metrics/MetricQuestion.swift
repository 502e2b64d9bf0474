internal import Contracts
internal import GRDB
internal import Localization

/// A question for everything that is counted, added up anew.
struct MetricQuestion {
    /// The end of which day; nil for now.
    let day: Int32?
    /// What an entry counts for.
    var worth: (MetricEntry) -> MetricWorth
    /// Whether every capacity is shared out anew. What is cut now is kept with the entries.
    var isCutAnew: Bool
    /// The group of an entry; without what it gives none.
    var group: Group

    /// Most groupings have all entries of a requirement in one group.
    enum Group {
        case ofRequirement((MetricRowReader) -> String?)
        case ofEntry((MetricRowReader, MetricEntry) -> String?)
    }

    init(by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay?, _ database: Database) throws {
        self.day = day?.number
        isCutAnew = day != nil
        group = Group(grouping)
        if currency == MetricsWriter.currency, day == nil {
            worth = { $0.worth }
        } else {
            let context = try MetricContext(ratesOf: database)
            worth = { context.converted($0, to: currency) }
        }
    }
}

extension MetricQuestion.Group {
    /// The names under which the sums of a grouping are kept, or would be.
    init(_ grouping: MetricGrouping?) {
        if let kept = KeptGrouping(for: grouping) {
            self = .ofRequirement { $0.name(in: kept) }
        } else if grouping == .supplier {
            self = .ofEntry { owner(of: $1.capability) }
        } else {
            self = .ofRequirement(\.owner)
        }
    }

    /// The group of one entry.
    func callAsFunction(_ row: MetricRowReader, _ entry: MetricEntry) -> String? {
        switch self {
        case .ofRequirement(let group): group(row)
        case .ofEntry(let group): group(row, entry)
        }
    }
}

extension HistoryReader {
    /// Calls a function with each requirement of which something is counted, in the order of their keys, and its
    /// entries.
    func forEachMetricRow(_ body: (MetricRowReader, inout MetricEntryReader) throws -> Void) throws {
        try database.read("\(MetricRowReader.selection) ORDER BY requirement") {
            let row = MetricRowReader($0)
            try row.withEntries { try body(row, &$0) }
        }
    }

    /// Everything that counts, by group.
    func addedUp(_ question: MetricQuestion) throws -> GroupedSums {
        var sums = GroupedSums()
        var capacities = SharedCapacities()
        try forEachMetricRow { row, entries in
            var whole = StageSums.zero
            var entry = MetricEntry(stage: .demand, position: 0, day: 0)
            while entries.read(to: &entry) {
                guard entry.counts(on: question.day) else { continue }
                var worth = question.worth(entry)
                if question.isCutAnew {
                    capacities.take(entry, of: row)
                    worth.cutAmount = 0
                }
                switch question.group {
                case .ofRequirement: whole.count(entry, worth)
                case .ofEntry(let group):
                    if let group = group(row, entry) { sums[group].count(entry, worth) }
                }
            }
            if case .ofRequirement(let group) = question.group, whole != .zero, let group = group(row) {
                sums[group].add(whole)
            }
        }
        // In the order of the table: the rows of requirements that follow each other are on one page.
        let cuts = try capacities.cuts(self.capacities(on: question.day)).sorted { $0.requirement < $1.requirement }
        for cut in cuts { try take(off: &sums, cut, question) }
        return sums
    }

    /// Takes off what a supplier can't make of a plan.
    private func take(off sums: inout GroupedSums, _ cut: SharedCapacities.Cut, _ question: MetricQuestion) throws {
        try database.readMetricRow(of: cut.requirement) { row in
            row.withEntries { entries in
                for var entry in entries.all() where entry.isPlanned(of: cut.capability, on: question.day) {
                    entry.cut = cut.quantity
                    if let group = question.group(row, entry) { sums[group].cut(entry, question.worth(entry)) }
                }
            }
        }
    }

    private func capacities(on day: Int32?) throws -> [String: Int64] {
        var capacities: [String: Int64] = [:]
        try database.read(
            "SELECT capability, capacity_per_month FROM metric_capability WHERE day <= ? ORDER BY capability, version",
            day ?? .max
        ) { capacities[$0.text(0)] = $0.integer(1) }
        return capacities
    }
}

/// What plans and awards take of each capability on a day. There may be some hundred thousand, mostly of capabilities that
/// can make them all.
private struct SharedCapacities {
    private var places: [String: Int] = [:]
    private var uses: [Use] = []
    /// Those of all capabilities in the order in which they came; each knows where the one before it of its capability is.
    private var loads: [(load: JointFeasibility.Load, isAward: Bool, before: Int?)] = []

    /// What is taken of one capability.
    private struct Use {
        let capability: String
        var total = JointFeasibility.Total()
        var last: Int?
    }

    /// What of a plan a capability can't make beside the others.
    struct Cut {
        let capability: String
        let requirement: String
        /// Millionths of the unit.
        let quantity: Int64
    }

    mutating func take(_ entry: MetricEntry, of row: MetricRowReader) {
        guard !entry.capability.isEmpty else { return }
        let (load, isAward) = (entry.load(for: row), entry.stage == .realised)
        let place = places[entry.capability] ?? uses.count
        if place == uses.count {
            places[entry.capability] = place
            uses.append(Use(capability: entry.capability))
        }
        uses[place].total.add(load, isAward: isAward)
        loads.append((load, isAward, uses[place].last))
        uses[place].last = loads.count - 1
    }

    /// A capability whose capacity is not known has no cuts.
    func cuts(_ capacities: [String: Int64]) -> [Cut] {
        uses.flatMap { use -> [Cut] in
            guard let capacity = capacities[use.capability], !use.total.fits(capacity) else { return [] }
            var (awards, plans): ([JointFeasibility.Load], [JointFeasibility.Load]) = ([], [])
            var place = use.last
            while let current = place {
                let (load, isAward, before) = loads[current]
                if isAward { awards.append(load) } else { plans.append(load) }
                place = before
            }
            plans.reverse()
            let cuts = JointFeasibility.cuts(capacityPerMonth: capacity, awards: awards, plans: plans)
            return zip(plans, cuts).filter { $1 > 0 }
                .map { Cut(capability: use.capability, requirement: $0.requirement, quantity: $1) }
        }
    }
}
