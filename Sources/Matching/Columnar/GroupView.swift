/// A group as one question sees it: its rows on the way to the contest, the shortlist or the near misses.
struct GroupView {
    private let blocks: [OfferBlock]
    /// Whether its prices are in the currency in which they are compared.
    private let isNative: Bool
    private let question: Question
    private let scorer: Scorer
    private let table: OfferTable
    private let memory: MemoryTouch

    init(
        _ group: OfferGroup, _ question: Question, _ scorer: Scorer, _ table: OfferTable, _ memory: MemoryTouch
    ) {
        self.blocks = group.blocks
        self.isNative = group.name.currency == question.pricing.currency
        self.question = question
        self.scorer = scorer
        self.table = table
        self.memory = memory
    }

    /// Enters rows into the contest by their codes; those that codes say too little of are listed at once.
    func enter(_ found: [BlockScan.Rows], into contest: inout Contest, _ best: inout Shortlist) {
        if blocks.count > MemoryTouch.blocksToTouch {
            memory.touch(found.lazy.map { UnsafeMutableRawPointer(blocks[$0.block].codes(Column.capacity)) })
            memory.touch(found.lazy.map { UnsafeMutableRawPointer(blocks[$0.block].codes(Column.localContent)) })
        }
        let days = question.windowDays
        for entry in found {
            let block = blocks[entry.block]
            let plain = isNative ? entry.rows & ~(block.irregular | block.shared) : 0
            let (prices, capacities) = (block.codes(Column.price), block.codes(Column.capacity))
            let lvc = block.codes(Column.localContent)
            RowBits.forEach(plain) { row in
                let most = scorer.most(price: prices[row], capacity: capacities[row], lvc: lvc[row], days: days)
                contest.enter(Contest.Entry(most: most, slot: block.slots[row], lvc: lvc[row]))
            }
            RowBits.forEach(entry.rows & ~plain) { row in
                let slot = block.slots[row]
                let (price, available) = question.offered(slot, in: table)
                let isShared = block.shared >> UInt64(RowBits.bit(ofRow: row)) & 1 == 1
                best.add(
                    slot, price: price ?? 0, available: available, lvc: lvc[row], isShared: isShared, scorer, in: table)
            }
        }
    }

    /// More than which no row of a block can score once a reason is remedied.
    func most(_ bounds: BlockBounds, _ block: Int, lacking reason: Reason) -> UInt32 {
        scorer.most(
            price: isNative ? bounds.least(Column.price)[block] : 0, capacity: bounds.least(Column.capacity)[block],
            lvc: bounds.least(Column.localContent)[block], lacking: reason, question)
    }

    /// Adds rows that fail for one reason to the near misses, as far as they are among the best of those.
    func consider(_ found: NearList.Rows, for near: inout NearList) {
        let (block, reason) = (blocks[Int(found.block)], found.reason)
        let (prices, capacities) = (block.codes(Column.price), block.codes(Column.capacity))
        let lvc = block.codes(Column.localContent)
        RowBits.forEach(found.rows) { row in
            let most = scorer.most(
                price: isNative ? prices[row] : 0, capacity: capacities[row], lvc: lvc[row], lacking: reason, question)
            guard near.admits(score: most) else { return }
            let slot = block.slots[row]
            guard let score = question.nearScore(slot, lacking: reason, scorer, in: table) else { return }
            near.add(NearList.Entry(slot: slot, reason: reason, score: score), keys: table.keys)
        }
    }
}
