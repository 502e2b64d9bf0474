import Localization

/// What the offers of a group have in common: only such are compared with each other.
struct GroupName: Hashable {
    let hsCode: HSCode
    let unit: UInt32
    let currency: Currency
}

/// A place of an offer: its block times sixty-four, and its row.
typealias Location = UInt32

/// The offers of one code, unit and currency in blocks, and the bounds of every block.
///
/// It owns its memory. Blocks are arranged so that offers alike in what is asked for lie together: see `arrange`.
final class OfferGroup {
    let name: GroupName
    private(set) var blocks: [OfferBlock] = []
    /// The memory of the blocks.
    private var slabs: [UnsafeMutableRawPointer] = []
    /// Blocks of the last slab that are not yet in use.
    private var spare: [OfferBlock] = []
    /// For each sixty-four blocks.
    private(set) var bounds: [BlockBounds] = []
    /// For each sixty-four of those.
    private(set) var upperBounds: [BlockBounds] = []
    /// How many offers there are.
    private(set) var count = 0
    /// Where an offer belongs; empty as long as they lie as they came.
    private var splits: [Split] = []
    private var isArranged = false
    /// How many offers there were when they were arranged.
    private var arrangedCount = 0

    /// Offers on either side of a code lie in different blocks.
    private struct Split {
        let cut: Arrangement.Cut
        /// A split, or the complement of a block.
        var left: Int32 = 0
        var right: Int32 = 0

        init(_ cut: Arrangement.Cut) { self.cut = cut }

        func isLeft(_ codes: CodeRow) -> Bool { codes[cut.column] <= cut.value }
    }

    /// Offers are arranged again when there are so many times as many.
    private static let growth = 2

    init(name: GroupName) { self.name = name }

    deinit {
        for slab in slabs { slab.deallocate() }
        for bounds in bounds + upperBounds { bounds.base.deallocate() }
    }

    /// Another group of equal content.
    func copy() -> OfferGroup {
        let other = OfferGroup(name: name)
        other.allocate(blocks.count)
        other.blocks = other.spare.reversed()
        other.spare = []
        for (copied, block) in zip(other.blocks, blocks) { copied.copy(block) }
        other.bounds = bounds.map { BlockBounds(base: Self.duplicate($0.base, BlockBounds.byteCount)) }
        other.upperBounds = upperBounds.map { BlockBounds(base: Self.duplicate($0.base, BlockBounds.byteCount)) }
        other.count = count
        other.splits = splits
        other.isArranged = isArranged
        other.arrangedCount = arrangedCount
        return other
    }

    private static func duplicate(_ base: UnsafeMutableRawPointer, _ byteCount: Int) -> UnsafeMutableRawPointer {
        let copy = AlignedMemory.allocate(byteCount: byteCount)
        copy.copyMemory(from: base, byteCount: byteCount)
        return copy
    }

    /// Bytes of memory it owns.
    var byteCount: Int {
        (blocks.count + spare.count) * OfferBlock.byteCount + (bounds.count + upperBounds.count) * BlockBounds.byteCount
    }

    // MARK: - Offers

    func codes(at location: Location) -> CodeRow { block(of: location).row(Int(location & 63)) }

    func setShared(_ isShared: Bool, at location: Location) {
        let block = block(of: location)
        let bit = Self.bit(of: location)
        block.shared = isShared ? block.shared | bit : block.shared & ~bit
    }

    /// Hides an offer from a question, or shows it again.
    func setLive(_ isLive: Bool, at location: Location) {
        let block = block(of: location)
        let bit = Self.bit(of: location)
        block.live = isLive ? block.live | bit : block.live & ~bit
    }

    private func block(of location: Location) -> OfferBlock { blocks[Int(location >> 6)] }

    private static func bit(of location: Location) -> UInt64 {
        1 << UInt64(RowBits.bit(ofRow: Int(location & 63)))
    }

    /// Adds an offer; `moved` is told where it and others now lie.
    func insert(
        _ codes: CodeRow, slot: UInt32, isIrregular: Bool, isShared: Bool, moved: (UInt32, Location) -> Void
    ) {
        var index = blockIndex(for: codes)
        if blocks[index].live == .max {
            index = splits.isEmpty ? addBlock() : split(index, for: codes, moved: moved)
        }
        let block = blocks[index]
        let row = RowBits.row(ofBit: (~block.live).trailingZeroBitCount)
        block.write(codes, slot: slot, isIrregular: isIrregular, isShared: isShared, at: row)
        include(codes, in: index)
        count += 1
        moved(slot, Location(index << 6 | row))
    }

    func remove(at location: Location) {
        let block = block(of: location)
        block.live &= ~Self.bit(of: location)
        if block.live == 0 { clearBounds(of: Int(location >> 6)) }
        count -= 1
    }

    private func include(_ codes: CodeRow, in index: Int) {
        bounds[index >> 6].include(codes, in: index & 63)
        if !upperBounds.isEmpty { upperBounds[index >> 12].include(codes, in: index >> 6 & 63) }
    }

    private func clearBounds(of index: Int) {
        bounds[index >> 6].clear(index & 63)
        if !upperBounds.isEmpty, bounds[index >> 6].occupied == 0 { upperBounds[index >> 12].clear(index >> 6 & 63) }
    }

    private func blockIndex(for codes: CodeRow) -> Int {
        guard !splits.isEmpty else { return blocks.isEmpty ? addBlock() : blocks.count - 1 }
        var next: Int32 = 0
        while next >= 0 {
            let split = splits[Int(next)]
            next = split.isLeft(codes) ? split.left : split.right
        }
        return Int(~next)
    }

    /// Allocates memory for blocks, one after another.
    private func allocate(_ count: Int) {
        let slab = AlignedMemory.zeros(byteCount: count * OfferBlock.byteCount)
        slabs.append(slab)
        spare = (0..<count).reversed().map { OfferBlock($0, of: count, in: slab) }
    }

    private func addBlock() -> Int {
        if spare.isEmpty { allocate(max(1, min(blocks.count / 8, RowBits.rows))) }
        blocks.append(spare.removeLast())
        if bounds.count << 6 < blocks.count { bounds.append(BlockBounds.empty()) }
        if blocks.count > RowBits.rows, upperBounds.count << 12 < blocks.count { addUpperBounds() }
        return blocks.count - 1
    }

    /// Begins bounds of bounds; the first where there is more than one.
    private func addUpperBounds() {
        upperBounds.append(BlockBounds.empty())
        guard upperBounds.count == 1 else { return }
        for index in 0..<RowBits.rows where bounds[0].isOccupied(index) {
            for row in [bounds[0].leastRow(of: index), bounds[0].greatestRow(of: index)] {
                upperBounds[0].include(row, in: 0)
            }
        }
    }

    /// Divides a full block in two and says which of them an offer belongs to.
    private func split(_ index: Int, for codes: CodeRow, moved: (UInt32, Location) -> Void) -> Int {
        let block = blocks[index]
        let rows = (0..<RowBits.rows).map { Row(codes: block.row($0), slot: block.slots[$0], in: block, at: $0) }
        let found = Arrangement.cut(rows[...], depth: blocks.count)
        let cut = found ?? .none(least: rows[0].codes[0])
        let other = addBlock()
        var split = Split(cut)
        split.left = ~Int32(index)
        split.right = ~Int32(other)
        replaceLeaf(index, by: split, for: codes)
        guard found != nil else { return other }
        block.live = 0
        clearBounds(of: index)
        for row in rows {
            let target = split.isLeft(row.codes) ? index : other
            place(row, in: target, moved: moved)
        }
        let target = split.isLeft(codes) ? index : other
        return blocks[target].live == .max ? self.split(target, for: codes, moved: moved) : target
    }

    private func replaceLeaf(_ index: Int, by split: Split, for codes: CodeRow) {
        splits.append(split)
        let added = Int32(splits.count - 1)
        var at = 0
        while true {
            let isLeft = splits[at].isLeft(codes)
            let next = isLeft ? splits[at].left : splits[at].right
            if next == ~Int32(index) {
                if isLeft { splits[at].left = added } else { splits[at].right = added }
                return
            }
            at = Int(next)
        }
    }

    private func place(_ row: Row, in index: Int, moved: (UInt32, Location) -> Void) {
        let block = blocks[index]
        let free = RowBits.row(ofBit: (~block.live).trailingZeroBitCount)
        block.write(row.codes, slot: row.slot, isIrregular: row.isIrregular, isShared: row.isShared, at: free)
        include(row.codes, in: index)
        moved(row.slot, Location(index << 6 | free))
    }

    // MARK: - Arrangement

    /// Whether offers that are alike lie together, or are too few to matter.
    var isInOrder: Bool { isArranged && count <= Self.growth * arrangedCount + RowBits.rows }

    /// Puts offers that are alike into one block.
    func arrange(moved: (UInt32, Location) -> Void) {
        isArranged = true
        arrangedCount = count
        guard blocks.count > 1 else { return }
        var rows: [Row] = []
        rows.reserveCapacity(count)
        for block in blocks {
            for row in 0..<RowBits.rows where block.live >> UInt64(RowBits.bit(ofRow: row)) & 1 == 1 {
                rows.append(Row(codes: block.row(row), slot: block.slots[row], in: block, at: row))
            }
        }
        for bounds in bounds + upperBounds { bounds.base.deallocate() }
        for slab in slabs { slab.deallocate() }
        (slabs, spare, blocks, bounds, upperBounds, splits) = ([], [], [], [], [], [])
        var leaves: [Range<Int>] = []
        _ = arrange(&rows, from: 0, to: rows.count, depth: 0, into: &leaves)
        allocate(leaves.count)
        for leaf in leaves {
            let index = addBlock()
            for row in rows[leaf] { place(row, in: index, moved: moved) }
        }
    }

    /// - returns: The split or block of the rows.
    private func arrange(
        _ rows: inout [Row], from first: Int, to end: Int, depth: Int, into leaves: inout [Range<Int>]
    ) -> Int32 {
        guard end - first > RowBits.rows else {
            leaves.append(first..<end)
            return ~Int32(leaves.count - 1)
        }
        let index = splits.count
        let cut = Arrangement.cut(rows[first..<end], depth: depth)
        let split = Split(cut ?? .none(least: rows[first].codes[0]))
        splits.append(split)
        // Equal rows fill blocks one after another.
        let middle =
            cut == nil ? first + RowBits.rows : rows[first..<end].partition { !split.isLeft($0.codes) }
        splits[index].left = arrange(&rows, from: first, to: middle, depth: depth + 1, into: &leaves)
        splits[index].right = arrange(&rows, from: middle, to: end, depth: depth + 1, into: &leaves)
        return Int32(index)
    }
}

/// An offer on its way from one block to another.
struct Row {
    let codes: CodeRow
    let slot: UInt32
    let isIrregular: Bool
    let isShared: Bool

    init(codes: CodeRow, slot: UInt32, in block: OfferBlock, at row: Int) {
        let bit = UInt64(1) << UInt64(RowBits.bit(ofRow: row))
        self.codes = codes
        self.slot = slot
        self.isIrregular = block.irregular & bit != 0
        self.isShared = block.shared & bit != 0
    }
}
