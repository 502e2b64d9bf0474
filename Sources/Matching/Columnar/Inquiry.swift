import Localization

/// One evaluation of one requirement: what qualifies, the best of it, and what nearly fits.
///
/// It keeps its lists from one evaluation to the next, so that none is allocated for a candidate.
final class Inquiry {
    private(set) var shortlist = Shortlist()
    private(set) var near = NearList()
    /// Whether others may qualify that rank behind those of the shortlist.
    private(set) var hasOthers = false
    /// Suppliers of which a capability qualifies.
    private(set) var qualifyingSuppliers = 0
    /// Capabilities with the code, the unit and another owner.
    private(set) var candidates = 0
    /// What prices were measured against.
    private(set) var ceiling = PriceCeiling.lowest(nil)
    private var groups: [OfferGroup] = []
    /// For each group, the rows that qualify.
    private var found: [[BlockScan.Rows]] = []
    private var contest = Contest()
    private let memory = MemoryTouch()
    private var ownLocations: [(group: OfferGroup, location: Location)] = []

    // MARK: - Ranking

    /// Finds how many qualify and the best of them.
    ///
    /// - parameter reserve: How many more are listed than are told.
    func rank(_ question: Question, in table: OfferTable, policy: Policy, reserve: Int = 0) {
        let limit = policy.matchLimit + reserve
        findQualifying(question, in: table)
        qualifyingSuppliers = countSuppliers(in: table)
        ceiling = question.maximum.map { .maximum($0) } ?? .lowest(lowestPrice(question, in: table))
        let scorer = Scorer(policy: policy, open: question.open, ceiling: ceiling)
        // Worked on here, so that each step is not guarded against another.
        var (best, contest) = (shortlist, contest)
        best.begin(limit: limit)
        contest.begin(scorer, limit: limit)
        for (index, group) in groups.enumerated() where !found[index].isEmpty {
            GroupView(group, question, scorer, table, memory).enter(found[index], into: &contest, &best)
        }
        best.add(contest.winners, windowDays: question.windowDays, scorer, in: table, memory)
        (shortlist, self.contest) = (best, contest)
        hasOthers = best.isFull
    }

    /// Ranks again from what was found before, where that suffices, else anew; lists a reserve, too.
    ///
    /// - parameter tally: The suppliers that qualify; nil where they must be counted again.
    /// - returns: Whether that sufficed.
    func rank(
        _ question: Question, after standing: Standing, _ tally: Int?, in table: OfferTable, policy: Policy
    ) -> Bool {
        guard let tally, follow(standing, question, in: table, policy: policy) else {
            rank(question, in: table, policy: policy, reserve: Standing.reserve)
            return false
        }
        begin(question, in: table)
        qualifyingSuppliers = tally
        return true
    }

    /// - returns: Whether as many as are told are known now; else others may have moved up.
    private func follow(_ standing: Standing, _ question: Question, in table: OfferTable, policy: Policy) -> Bool {
        // Where prices are measured against the lowest, one may move all.
        guard standing.isFollowed, let maximum = question.maximum else { return false }
        let scorer = Scorer(policy: policy, open: question.open, ceiling: .maximum(maximum))
        shortlist.follow(standing, limit: policy.matchLimit + Standing.reserve, keys: table.keys) { slot in
            question.isCandidate(slot, in: table) ? question.entry(slot, scorer, in: table) : nil
        }
        hasOthers = shortlist.isFull || standing.hasOthers
        ceiling = .maximum(maximum)
        return !standing.hasOthers || shortlist.entries.count >= policy.matchLimit
    }

    /// The slots of the capabilities that qualify, in no order.
    func qualifying(_ question: Question, in table: OfferTable) -> [UInt32] {
        findQualifying(question, in: table)
        var slots: [UInt32] = []
        for (index, group) in groups.enumerated() {
            for entry in found[index] {
                RowBits.forEach(entry.rows) { slots.append(group.blocks[entry.block].slots[$0]) }
            }
        }
        return slots
    }

    private func findQualifying(_ question: Question, in table: OfferTable) {
        begin(question, in: table)
        hideOwn()
        for (index, group) in groups.enumerated() {
            BlockScan(question, group: group, in: table, memory: memory).findQualifying(into: &found[index])
        }
        showOwn()
    }

    /// Finds the groups of a question, and the buyer's own offers in them.
    private func begin(_ question: Question, in table: OfferTable) {
        groups.removeAll(keepingCapacity: true)
        ownLocations.removeAll(keepingCapacity: true)
        candidates = 0
        for shelf in question.asked.shelves {
            for group in shelf.groups where group.count > 0 {
                candidates += group.count
                if !group.isInOrder { table.arrange(group) }
                groups.append(group)
            }
        }
        while found.count < groups.count { found.append([]) }
        var own = table.owners.firstSlot(of: question.asked.owner)
        while own != OfferDetail.none {
            let group = table.group(of: own)
            if groups.contains(where: { $0 === group }) {
                ownLocations.append((group, table.details[own].location))
                candidates -= 1
            }
            own = table.details[own].nextOfOwner
        }
    }

    private func hideOwn() { for own in ownLocations { own.group.setLive(false, at: own.location) } }
    private func showOwn() { for own in ownLocations { own.group.setLive(true, at: own.location) } }

    private func countSuppliers(in table: OfferTable) -> Int {
        var suppliers = 0
        table.owners.beginCount()
        for (index, group) in groups.enumerated() {
            for entry in found[index] {
                let block = group.blocks[entry.block]
                let shared = entry.rows & block.shared
                suppliers += (entry.rows & ~shared).nonzeroBitCount
                RowBits.forEach(shared) { row in
                    if table.owners.countsOnce(table.offers[block.slots[row]].owner) { suppliers += 1 }
                }
            }
        }
        return suppliers
    }

    private func lowestPrice(_ question: Question, in table: OfferTable) -> Int64? {
        var lowest: Int64?
        for (index, group) in groups.enumerated() {
            for entry in found[index] {
                RowBits.forEach(entry.rows) { row in
                    let slot = group.blocks[entry.block].slots[row]
                    guard let price = question.offered(slot, in: table).price else { return }
                    lowest = min(lowest ?? price, price)
                }
            }
        }
        return lowest
    }

    // MARK: - Near misses

    /// Counts the candidates that fail for one reason only and finds the best of them, after `rank`.
    func findNearMisses(_ question: Question, in table: OfferTable, policy: Policy) {
        near.begin()
        hideOwn()
        let scorer = Scorer(policy: policy, open: question.open, ceiling: ceiling)
        var near = NearList()
        swap(&near, &self.near)
        for group in groups {
            BlockScan(question, group: group, in: table, memory: memory).findNearMisses(
                for: GroupView(group, question, scorer, table, memory), into: &near)
        }
        self.near = near
        showOwn()
    }
}
