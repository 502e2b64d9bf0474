/// Up to sixty-four offers of one group: a column of codes a field, who they are, and which rows are what.
///
/// It is a view of memory that its group owns.
struct OfferBlock {
    let base: UnsafeMutableRawPointer
    /// Those of a slab lie together: they are read of every block.
    private let masks: UnsafeMutablePointer<Masks>

    /// Which rows are what, a bit a row.
    private struct Masks: BitwiseCopyable {
        var live: UInt64
        var irregular: UInt64
        var shared: UInt64
    }

    private static let slotsOffset = Column.count * RowBits.stride
    private static let columnBytes = slotsOffset + RowBits.rows * MemoryLayout<UInt32>.stride
    static let byteCount = columnBytes + MemoryLayout<Masks>.stride

    /// A block of a slab of so many.
    init(_ index: Int, of count: Int, in slab: UnsafeMutableRawPointer) {
        base = slab + index * Self.columnBytes
        masks = (slab + count * Self.columnBytes).assumingMemoryBound(to: Masks.self) + index
    }

    /// The codes of a column.
    func codes(_ column: Int) -> UnsafeMutablePointer<Int16> {
        (base + column * RowBits.stride).assumingMemoryBound(to: Int16.self)
    }

    /// Whose each row is.
    var slots: UnsafeMutablePointer<UInt32> { (base + Self.slotsOffset).assumingMemoryBound(to: UInt32.self) }

    /// Rows that hold an offer.
    var live: UInt64 {
        get { masks.pointee.live }
        nonmutating set { masks.pointee.live = newValue }
    }

    /// Rows whose codes do not say everything: several tiers, awards, a place beyond the sphere.
    var irregular: UInt64 {
        get { masks.pointee.irregular }
        nonmutating set { masks.pointee.irregular = newValue }
    }

    /// Rows whose supplier has several offers.
    var shared: UInt64 {
        get { masks.pointee.shared }
        nonmutating set { masks.pointee.shared = newValue }
    }

    func copy(_ other: OfferBlock) {
        base.copyMemory(from: other.base, byteCount: Self.columnBytes)
        masks.pointee = other.masks.pointee
    }

    func row(_ row: Int) -> CodeRow {
        var codes = CodeRow(repeating: 0)
        for column in 0..<Column.count { codes[column] = self.codes(column)[row] }
        return codes
    }

    func write(_ codes: CodeRow, slot: UInt32, isIrregular: Bool, isShared: Bool, at row: Int) {
        for column in 0..<Column.count { self.codes(column)[row] = codes[column] }
        slots[row] = slot
        let bit = UInt64(1) << UInt64(RowBits.bit(ofRow: row))
        live |= bit
        irregular = isIrregular ? irregular | bit : irregular & ~bit
        shared = isShared ? shared | bit : shared & ~bit
    }
}

/// The least and greatest codes of each column of up to sixty-four blocks, one row a block.
///
/// For a column of bits they are the bits that all rows have, and the bits that any has.
struct BlockBounds {
    let base: UnsafeMutableRawPointer

    private static let half = Column.count * RowBits.stride
    static let byteCount = 2 * half + MemoryLayout<UInt64>.stride

    var least: UnsafeMutableRawPointer { base }
    var greatest: UnsafeMutableRawPointer { base + Self.half }

    /// Bounds of nothing.
    static func empty() -> BlockBounds {
        BlockBounds(base: AlignedMemory.zeros(byteCount: byteCount))
    }

    /// Blocks that hold an offer.
    var occupied: UInt64 {
        get { (base + 2 * Self.half).load(as: UInt64.self) }
        nonmutating set { (base + 2 * Self.half).storeBytes(of: newValue, as: UInt64.self) }
    }

    func least(_ column: Int) -> UnsafeMutablePointer<Int16> {
        (least + column * RowBits.stride).assumingMemoryBound(to: Int16.self)
    }

    private func greatest(_ column: Int) -> UnsafeMutablePointer<Int16> {
        (greatest + column * RowBits.stride).assumingMemoryBound(to: Int16.self)
    }

    func isOccupied(_ index: Int) -> Bool { occupied >> UInt64(RowBits.bit(ofRow: index)) & 1 == 1 }

    func leastRow(of index: Int) -> CodeRow { row(least, index) }
    func greatestRow(of index: Int) -> CodeRow { row(greatest, index) }

    private func row(_ half: UnsafeMutableRawPointer, _ index: Int) -> CodeRow {
        var codes = CodeRow(repeating: 0)
        for column in 0..<Column.count {
            codes[column] = (half + column * RowBits.stride).assumingMemoryBound(to: Int16.self)[index]
        }
        return codes
    }

    /// Widens a block's bounds by a row.
    func include(_ codes: CodeRow, in index: Int) {
        let bit = UInt64(1) << UInt64(RowBits.bit(ofRow: index))
        guard occupied & bit != 0 else {
            for column in 0..<Column.count {
                least(column)[index] = codes[column]
                greatest(column)[index] = codes[column]
            }
            return occupied |= bit
        }
        for column in 0..<Column.count {
            if Column.isMask(column) {
                least(column)[index] &= codes[column]
                greatest(column)[index] |= codes[column]
            } else {
                least(column)[index] = min(least(column)[index], codes[column])
                greatest(column)[index] = max(greatest(column)[index], codes[column])
            }
        }
    }

    /// Forgets the bounds of a block.
    func clear(_ index: Int) { occupied &= ~(UInt64(1) << UInt64(RowBits.bit(ofRow: index))) }
}
