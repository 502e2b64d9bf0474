/// Goes through a group's blocks and finds the rows that qualify, or that fail for one reason only.
///
/// Bounds rule out sixty-four times sixty-four blocks at once, then sixty-four blocks, then codes sixty-four rows; an offer
/// itself is read only where codes leave a doubt.
struct BlockScan {
    let question: Question
    let table: OfferTable
    let group: OfferGroup
    private let tests: [ColumnTest]
    private let blocks: [OfferBlock]
    private let bounds: [BlockBounds]
    private let memory: MemoryTouch
    private var isLarge: Bool { blocks.count > MemoryTouch.blocksToTouch }

    /// Rows of a block.
    struct Rows {
        let block: Int
        var rows: UInt64
    }

    init(_ question: Question, group: OfferGroup, in table: OfferTable, memory: MemoryTouch) {
        self.question = question
        self.table = table
        self.group = group
        self.tests = question.tests(in: group.name.currency)
        self.blocks = group.blocks
        self.bounds = group.bounds
        self.memory = memory
    }

    // MARK: - Qualifying

    /// Finds the rows that qualify, in the order of the blocks.
    func findQualifying(into found: inout [Rows]) {
        found.removeAll(keepingCapacity: true)
        var selection = Selection(of: tests)
        findBlocks(into: &found, &selection)
        guard !found.isEmpty else { return }
        filter(&found, by: selection)
        settle(&found, selection)
    }

    /// Finds the blocks of which some row may qualify, and which tests still matter in them.
    private func findBlocks(into found: inout [Rows], _ selection: inout Selection) {
        guard bounds.count > 1 else { return findBlocks(ofChunk: 0, into: &found, &selection) }
        for (upperIndex, upper) in group.upperBounds.enumerated() {
            var chunks = upper.occupied
            for test in tests {
                chunks &= ~RowBits.failing(test, least: upper.least, greatest: upper.greatest)
                if chunks == 0 { break }
            }
            while chunks != 0 {
                let bit = chunks.trailingZeroBitCount
                chunks &= chunks - 1
                findBlocks(ofChunk: upperIndex << 6 | RowBits.row(ofBit: bit), into: &found, &selection)
            }
        }
    }

    private func findBlocks(ofChunk chunk: Int, into found: inout [Rows], _ selection: inout Selection) {
        let bounds = bounds[chunk]
        var maybe = bounds.occupied
        for (index, test) in tests.enumerated() {
            let failing = RowBits.failing(test, least: bounds.least, greatest: bounds.greatest)
            selection.note(index, ruledOut: (maybe & failing).nonzeroBitCount)
            maybe &= ~failing
            if maybe == 0 { return }
        }
        for (index, test) in tests.enumerated() where !selection.isNeeded(index) {
            if RowBits.doubting(test, least: bounds.least, greatest: bounds.greatest) & maybe != 0 {
                selection.need(index)
            }
        }
        if let expiry = question.expiry, !selection.expires {
            selection.expires = expiring(by: expiry, in: bounds.greatest) & maybe != 0
        }
        while maybe != 0 {
            let bit = maybe.trailingZeroBitCount
            maybe &= maybe - 1
            let index = chunk << 6 | RowBits.row(ofBit: bit)
            found.append(Rows(block: index, rows: .max))
        }
    }

    /// Leaves the rows that pass each test by their codes: test by test, so that reading one block does not wait for
    /// another; what the next test reads is fetched meanwhile.
    private func filter(_ found: inout [Rows], by selection: Selection) {
        let count = blocks.withUnsafeBufferPointer { blocks in
            found.withUnsafeMutableBufferPointer { rows in
                var left = rows.count
                var fetched: ColumnTest?
                selection.forEach { index in
                    let test = tests[index]
                    if isLarge {
                        memory.touch(
                            rows.prefix(left).lazy.map { blocks[$0.block].base + test.column * RowBits.stride })
                    }
                    if let fetched { left = Self.keepPassing(fetched, ofFirst: left, rows, in: blocks) }
                    fetched = test
                }
                return fetched.map { Self.keepPassing($0, ofFirst: left, rows, in: blocks) } ?? left
            }
        }
        found.removeLast(found.count - count)
    }

    /// Moves the blocks of which rows pass a test to the front, and counts them.
    @inline(__always)
    private static func keepPassing(
        _ test: ColumnTest, ofFirst count: Int, _ rows: UnsafeMutableBufferPointer<Rows>,
        in blocks: UnsafeBufferPointer<OfferBlock>
    ) -> Int {
        var kept = 0
        for at in 0..<count {
            var entry = rows[at]
            let base = blocks[entry.block].base
            entry.rows &= ~RowBits.failing(test, least: base, greatest: base)
            rows[kept] = entry
            kept += entry.rows == 0 ? 0 : 1
        }
        return kept
    }

    /// Examines the rows that codes leave in doubt, and leaves those that qualify.
    private func settle(_ found: inout [Rows], _ selection: Selection) {
        if isLarge, question.place != nil {
            memory.touch(found.lazy.map { UnsafeMutableRawPointer(blocks[$0.block].codes(Column.y)) })
        }
        for index in found.indices {
            let block = blocks[found[index].block]
            var rows = found[index].rows & block.live
            var doubtful = question.asksAttributes ? rows : rows & block.irregular
            for (index, test) in tests.enumerated() where test.sure != test.maybe && selection.isNeeded(index) {
                doubtful |= rows & RowBits.doubting(test, least: block.base, greatest: block.base)
            }
            if let expiry = question.expiry, selection.expires {
                doubtful |= rows & expiring(by: expiry, in: block.base)
            }
            if let place = question.place {
                let answer = place.answer(block, rows: rows & ~doubtful)
                rows &= ~answer.far
                doubtful |= answer.unclear
            }
            while doubtful != 0 {
                let bit = doubtful.trailingZeroBitCount
                doubtful &= doubtful - 1
                if !question.check(block.slots[RowBits.row(ofBit: bit)], in: table).qualifies {
                    rows &= ~(1 << UInt64(bit))
                }
            }
            found[index].rows = rows
        }
        found.removeAll { $0.rows == 0 }
    }

    /// Which tests some row may fail, those that rule most out first.
    private struct Selection {
        private var ruledOut = SIMD32<UInt16>(repeating: 0)
        private var needed: UInt32 = 0
        /// Whether some row may hold a certificate that ends too early.
        var expires = false
        private let count: Int

        init(of tests: [ColumnTest]) { count = tests.count }

        mutating func note(_ index: Int, ruledOut blocks: Int) { ruledOut[index] &+= UInt16(blocks) }
        func isNeeded(_ index: Int) -> Bool { needed >> UInt32(index) & 1 == 1 }
        mutating func need(_ index: Int) { needed |= 1 << UInt32(index) }

        func forEach(_ body: (Int) -> Void) {
            var left = needed
            while left != 0 {
                var best = left.trailingZeroBitCount
                for index in best + 1..<max(count, best + 1) where left >> UInt32(index) & 1 == 1 {
                    if ruledOut[index] > ruledOut[best] { best = index }
                }
                left &= ~(1 << UInt32(best))
                body(best)
            }
        }
    }

    // MARK: - Near misses

    /// Of sixty-four blocks, what bounds say of one test: most columns of a block need not be read.
    private struct Verdict: BitwiseCopyable {
        /// Every row surely fails.
        let fails: UInt64
        /// Some row may fail, but not every one surely does.
        let isOpen: UInt64
    }

    /// Counts the rows that fail for one reason only, and finds the best of them.
    func findNearMisses(for view: GroupView, into near: inout NearList) {
        countNearMisses(for: view, into: &near)
        near.settle { view.consider($0, for: &$1) }
    }

    private func countNearMisses(for view: GroupView, into near: inout NearList) {
        withUnsafeTemporaryAllocation(of: Verdict.self, capacity: tests.count) { verdicts in
            let failing = ChunkFailures()
            guard bounds.count > 1 else { return countNearMisses(ofChunk: 0, verdicts, failing, view, &near) }
            for (upperIndex, upper) in group.upperBounds.enumerated() {
                var chunks = upper.occupied & ~judge(upper, into: verdicts)
                while chunks != 0 {
                    let bit = chunks.trailingZeroBitCount
                    chunks &= chunks - 1
                    countNearMisses(ofChunk: upperIndex << 6 | RowBits.row(ofBit: bit), verdicts, failing, view, &near)
                }
            }
        }
    }

    private func countNearMisses(
        ofChunk chunk: Int, _ verdicts: UnsafeMutableBufferPointer<Verdict>, _ failing: ChunkFailures,
        _ view: GroupView, _ near: inout NearList
    ) {
        let bounds = bounds[chunk]
        var left = bounds.occupied & ~judge(bounds, into: verdicts)
        guard left != 0 else { return }
        // Test by test, as in `filter`.
        failing.removeAll()
        for (index, test) in tests.enumerated() {
            failing.addAll(of: verdicts[index].fails & left, test.reason)
            failing.add(test, of: verdicts[index].isOpen & left) { UnsafeRawPointer(blocks[chunk << 6 | $0].base) }
        }
        failing.end()
        let expiring = question.expiry.map { self.expiring(by: $0, in: bounds.greatest) } ?? 0
        while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left - 1
            countNearMisses(
                ofBlock: chunk << 6 | RowBits.row(ofBit: bit), failing, bit,
                mayExpire: expiring >> UInt64(bit) & 1 == 1, view, &near)
        }
    }

    /// Notes what bounds say of each test.
    /// - returns: The blocks of which every row surely fails for two reasons.
    private func judge(_ bounds: BlockBounds, into verdicts: UnsafeMutableBufferPointer<Verdict>) -> UInt64 {
        var failures = Failures()
        for (index, test) in tests.enumerated() {
            let fails = RowBits.failing(test, least: bounds.least, greatest: bounds.greatest)
            let mayFail = RowBits.doubting(test, least: bounds.least, greatest: bounds.greatest)
            verdicts[index] = Verdict(fails: fails, isOpen: mayFail & ~fails)
            failures.add(fails, test.reason)
        }
        failures.end()
        return failures.twice
    }

    /// - parameter bit: Its place in what is known of its chunk.
    private func countNearMisses(
        ofBlock index: Int, _ failing: ChunkFailures, _ bit: Int, mayExpire: Bool, _ view: GroupView,
        _ near: inout NearList
    ) {
        func note(_ rows: UInt64, _ reason: Reason) {
            near.note(
                NearList.Rows(
                    block: UInt32(index), reason: reason, rows: rows,
                    most: view.most(bounds[index >> 6], index & 63, lacking: reason)))
        }
        let block = blocks[index]
        let rows = block.live & ~failing.twice[bit]
        guard rows != 0 else { return }
        let once = failing.once[bit]
        // The rows that must be examined to know why they fail.
        var doubtful = failing.doubtful[bit] | (question.asksAttributes ? block.live : block.irregular)
        if let expiry = question.expiry, mayExpire { doubtful |= expiring(by: expiry, in: block.base) }
        doubtful &= rows
        var far: UInt64 = 0
        if let place = question.place {
            let answer = place.answer(block, rows: rows & ~doubtful & ~failing.of(.distance)[bit])
            far = answer.far
            doubtful |= answer.unclear
        }
        var clear = rows & once & ~doubtful & ~far
        for reason in Reason.allCases where clear != 0 {
            let found = clear & failing.of(reason)[bit]
            clear &= ~found
            if found != 0 { note(found, reason) }
        }
        // The place is too far by the codes, though within the cube.
        far &= ~once
        if far != 0 { note(far, .distance) }
        while doubtful != 0 {
            let bit = doubtful.trailingZeroBitCount
            doubtful &= doubtful - 1
            let found = question.check(block.slots[RowBits.row(ofBit: bit)], in: table)
            if let only = found.failed.only { note(1 << UInt64(bit), only) }
        }
    }

    /// The rows of which a certificate may end before the day up to which it is asked for.
    @inline(__always)
    private func expiring(by expiry: CodeLimit, in columns: UnsafeRawPointer) -> UInt64 {
        RowBits.above(expiry.sure, in: columns + Column.expiry * RowBits.stride)
    }

    /// Of sixty-four blocks, which rows surely fail for which reason: a word for each block.
    private final class ChunkFailures {
        private let words = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
        private static let reasons = Reason.allCases.count
        private static let count = (reasons + 3) * 64

        deinit { words.deallocate() }

        /// The rows that fail for a reason.
        func of(_ reason: Reason) -> UnsafeMutablePointer<UInt64> { words + reason.bit.trailingZeroBitCount << 6 }
        /// The rows that may fail.
        var doubtful: UnsafeMutablePointer<UInt64> { words + Self.reasons << 6 }
        /// The rows that fail for a reason, or several.
        var once: UnsafeMutablePointer<UInt64> { words + (Self.reasons + 1) << 6 }
        /// The rows that fail for several.
        var twice: UnsafeMutablePointer<UInt64> { words + (Self.reasons + 2) << 6 }

        func removeAll() { words.update(repeating: 0, count: Self.count) }

        /// Notes blocks of which every row fails.
        func addAll(of blocks: UInt64, _ reason: Reason) {
            let failing = of(reason)
            forEachBit(blocks) { failing[$0] = .max }
        }

        /// Notes the rows of blocks that fail a test, or may.
        @inline(__always)
        func add(_ test: ColumnTest, of blocks: UInt64, _ columns: (_ row: Int) -> UnsafeRawPointer) {
            let (failing, doubtful, isExact) = (of(test.reason), doubtful, test.sure == test.maybe)
            forEachBit(blocks) { bit in
                let base = columns(RowBits.row(ofBit: bit))
                let rows = RowBits.failing(test, least: base, greatest: base)
                failing[bit] |= rows
                if !isExact { doubtful[bit] |= RowBits.doubting(test, least: base, greatest: base) & ~rows }
            }
        }

        /// Counts reasons, when all are noted; see `Failures.end`.
        func end() {
            let (once, twice) = (once, twice)
            let (capacity, minimumOrder) = (of(.capacity), of(.minimumOrder))
            for bit in 0..<64 { minimumOrder[bit] &= ~capacity[bit] }
            for reason in 0..<Self.reasons {
                let failing = words + reason << 6
                for bit in 0..<64 {
                    twice[bit] |= once[bit] & failing[bit]
                    once[bit] |= failing[bit]
                }
            }
        }

        @inline(__always)
        private func forEachBit(_ bits: UInt64, _ body: (Int) -> Void) {
            var left = bits
            while left != 0 {
                body(left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }

    /// Which rows surely fail for one reason and which for several.
    private struct Failures {
        private var once: UInt64 = 0
        private(set) var twice: UInt64 = 0
        private var byReason = SIMD16<UInt64>(repeating: 0)

        @inline(__always)
        mutating func add(_ rows: UInt64, _ reason: Reason) { byReason[reason.bit.trailingZeroBitCount] |= rows }

        /// A minimum order is only tested where the capacity holds: the two are one failure, that of the capacity.
        mutating func end() {
            let capacity = Reason.capacity.bit.trailingZeroBitCount
            let minimumOrder = Reason.minimumOrder.bit.trailingZeroBitCount
            byReason[minimumOrder] &= ~byReason[capacity]
            for index in 0..<Reason.allCases.count {
                twice |= once & byReason[index]
                once |= byReason[index]
            }
        }
    }
}
