internal import Contracts
internal import GRDB
internal import Localization

/// A question for everything that is counted, added up anew.
struct MetricQuestion {
    /// The end of which day; nil for now.
    let day: Int32?
    /// What an entry counts for.
    var worth: (MetricEntry) -> MetricWorth
    /// What an entry counts for of which something else is cut than now.
    var worthCutAnew: (MetricEntry) -> MetricWorth
    /// Whether every capacity is shared out anew. What is cut now is kept with the entries.
    var isCutAnew: Bool
    /// The group of an entry; without what it gives none.
    var group: Group

    /// Most groupings have all entries of a requirement in one group.
    enum Group {
        case ofRequirement((MetricRowReader) -> String?)
        case ofCapability
        case ofEntry((MetricRowReader, MetricEntry) -> String?)

        var isOfCapability: Bool {
            if case .ofCapability = self { true } else { false }
        }

        func ofWhole(_ row: MetricRowReader) -> String? {
            if case .ofRequirement(let group) = self { group(row) } else { "" }
        }
    }

    init(by grouping: MetricGrouping?, in currency: Currency, asOf day: CalendarDay?, _ database: Database) throws {
        self.day = day?.number
        isCutAnew = day != nil
        group = Group(grouping)
        let context = try MetricContext(ratesOf: database)
        worthCutAnew = { context.converted($0, to: currency) }
        worth = currency == MetricsWriter.currency ? { $0.worth } : worthCutAnew
    }
}

extension MetricQuestion.Group {
    /// The names under which the sums of a grouping are kept, or would be.
    init(_ grouping: MetricGrouping?) {
        if let kept = KeptGrouping(for: grouping) {
            self = .ofRequirement { $0.name(in: kept) }
        } else if grouping == .supplier {
            self = .ofCapability
        } else {
            self = .ofRequirement(\.owner)
        }
    }

    /// The group of one entry.
    func callAsFunction(_ row: MetricRowReader, _ entry: MetricEntry) -> String? {
        switch self {
        case .ofRequirement(let group): group(row)
        case .ofCapability: entry.capability
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
        let (day, worth, group) = (question.day, question.worth, question.group)
        let capabilities = Places()
        var sums = group.isOfCapability ? GroupedSums(capabilities) : GroupedSums()
        var capacities = SharedCapacities(capabilities)
        let namesCapabilities = group.isOfCapability || question.isCutAnew
        try forEachMetricRow { row, entries in
            var whole = StageSums.zero
            let delivery = question.isCutAnew ? capacities.begin(row) : nil
            var entry = MetricEntry(stage: .demand, position: 0, day: 0)
            while entries.read(to: &entry) {
                guard entry.counts(on: day) else { continue }
                var worth = worth(entry)
                // Looked up once, for what is taken of it and for its sums.
                let capability = namesCapabilities && !entry.capability.isEmpty ? capabilities(entry.capability) : nil
                if let delivery {
                    if let capability { capacities.take(entry, from: capability, for: delivery) }
                    worth.cutAmount = 0
                }
                if group.isOfCapability, let capability {
                    sums[capability].count(entry, worth)
                } else if case .ofEntry(let group) = group {
                    if let group = group(row, entry) { sums[group].count(entry, worth) }
                } else {
                    whole.count(entry, worth)
                }
            }
            if whole != .zero, let group = group.ofWhole(row) { sums[group].add(whole) }
        }
        // In the order of the table: the rows of requirements that follow each other are on one page.
        let cuts = try capacities.cuts(self.capacities(on: day)).sorted { $0.requirement < $1.requirement }
        for cut in cuts { try take(off: &sums, cut, question) }
        return sums
    }

    /// Takes off what a supplier can't make of a plan.
    private func take(off sums: inout GroupedSums, _ cut: SharedCapacities.Cut, _ question: MetricQuestion) throws {
        try database.readMetricRow(of: cut.requirement) { row in
            row.withEntries { entries in
                var entry = MetricEntry(stage: .demand, position: 0, day: 0)
                while entries.read(to: &entry) {
                    guard entry.isPlanned(of: cut.capability, on: question.day) else { continue }
                    entry.cut = cut.quantity
                    if let group = question.group(row, entry) { sums[group].cut(entry, question.worthCutAnew(entry)) }
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
    private let capabilities: Places
    private var uses: [Use] = []
    /// Those of all capabilities, in the order in which they came.
    private var loads: [Load] = []
    private var requirements: [String] = []

    /// What is taken of one capability.
    private struct Use {
        var total = JointFeasibility.Total()
        /// Which of the loads is its last.
        var last: Int?
    }

    private struct Load {
        let load: JointFeasibility.Load
        let isAward: Bool
        /// Which is the one before it of its capability.
        let before: Int?
    }

    /// What of a plan a capability can't make beside the others.
    struct Cut {
        let capability: String
        let requirement: String
        /// Millionths of the unit.
        let quantity: Int64
    }

    init(_ capabilities: Places) { self.capabilities = capabilities }

    /// Begins a requirement; what is taken next is for it.
    /// - returns: Its days of delivery.
    mutating func begin(_ row: MetricRowReader) -> JointFeasibility.Load {
        requirements.append(row.requirement)
        return row.delivery(number: requirements.count - 1)
    }

    mutating func take(_ entry: MetricEntry, from capability: Int, for delivery: JointFeasibility.Load) {
        while uses.count <= capability { uses.append(Use()) }
        let load = Load(
            load: entry.load(of: delivery), isAward: entry.stage == .realised, before: uses[capability].last)
        uses[capability].total.add(load.load, isAward: load.isAward)
        uses[capability].last = loads.count
        loads.append(load)
    }

    /// A capability whose capacity is not known has no cuts.
    func cuts(_ capacities: [String: Int64]) -> [Cut] {
        zip(capabilities.names, uses).flatMap { capability, use -> [Cut] in
            guard let capacity = capacities[capability], !use.total.fits(capacity) else { return [] }
            var (awards, plans): ([JointFeasibility.Load], [JointFeasibility.Load]) = ([], [])
            var place = use.last
            while let current = place {
                let load = loads[current]
                if load.isAward { awards.append(load.load) } else { plans.append(load.load) }
                place = load.before
            }
            plans.reverse()
            let cuts = JointFeasibility.cuts(capacityPerMonth: capacity, awards: awards, plans: plans)
            return zip(plans, cuts).filter { $1 > 0 }
                .map { Cut(capability: capability, requirement: requirements[$0.requirement], quantity: $1) }
        }
    }
}
