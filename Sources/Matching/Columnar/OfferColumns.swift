/// The columns by which an offer is examined. What must be at least something is kept negated, so that every bound but
/// that of the place is a most.
enum Column {
    /// The lowest price of any tier.
    static let price = 0
    /// Capacity per month, negated.
    static let capacity = 1
    static let minimumOrder = 2
    /// The days it takes to make the minimum order.
    static let minimumOrderDays = 3
    static let leadTime = 4
    /// Local content in basis points, negated; 1 where it does not count.
    static let localContent = 5
    /// Vietnamese ownership, negated.
    static let ownership = 6
    static let validFirst = 7
    /// The last day of validity, negated.
    static let validLast = 8
    /// The day on which the first certificate expires, negated.
    static let expiry = 9
    /// A bit for each scheme that is not held.
    static let lackedSchemes = 10
    /// A bit for each class of attribute names that has no attribute.
    static let lackedAttributes = 11
    static let x = 12
    static let y = 13
    static let z = 14
    static let count = 15

    /// Whether a column holds bits and not an order.
    static func isMask(_ column: Int) -> Bool { column == lackedSchemes || column == lackedAttributes }

    /// The bit of a scheme or an attribute's name: the first fifteen have one each, the others share the last.
    static func bit(of id: UInt32) -> UInt16 { 1 << UInt16(min(id, sharedBit)) }
    /// The bit of a scheme that is not one of the first fifteen.
    static let sharedBit: UInt32 = 15
    /// The bit of an attribute's name.
    static func attributeBit(of id: UInt32) -> UInt16 { 1 << UInt16(id & 15) }
}

/// The codes of one offer, a lane for each column.
typealias CodeRow = SIMD16<Int16>

/// One comparison of a column, and the reason for which an offer fails it.
struct ColumnTest {
    enum Kind { case atMost, atLeast, lacksNone }

    let column: Int
    let kind: Kind
    /// Beyond it a row fails; the required bits of a mask.
    let maybe: Int16
    /// Beyond it a row may still fail.
    let sure: Int16
    let reason: Reason

    static func atMost(_ column: Int, _ limit: CodeLimit, _ reason: Reason) -> ColumnTest {
        ColumnTest(column: column, kind: .atMost, maybe: limit.maybe, sure: limit.sure, reason: reason)
    }

    static func lacksNone(_ column: Int, of bits: UInt16, _ reason: Reason) -> ColumnTest {
        let bits = Int16(bitPattern: bits)
        return ColumnTest(column: column, kind: .lacksNone, maybe: bits, sure: bits, reason: reason)
    }

    static func atLeast(_ column: Int, _ least: Int16, _ reason: Reason) -> ColumnTest {
        ColumnTest(column: column, kind: .atLeast, maybe: least, sure: least, reason: reason)
    }

    /// Whether one offer's codes fail it.
    func isFailed(by code: Int16) -> Bool {
        switch kind {
        case .atMost: code > maybe
        case .atLeast: code < maybe
        case .lacksNone: code & maybe != 0
        }
    }
}

/// Sixty-four rows of every column, and what is found of them as one bit a row.
///
/// A row's bit is where eight comparisons of eight lanes each leave it, so that no lanes need be moved.
enum RowBits {
    static let rows = 64
    /// Bytes of one column of a block.
    static let stride = rows * MemoryLayout<Int16>.stride

    /// The bit of a row.
    static func bit(ofRow row: Int) -> Int {
        let lane = row & 7
        return (lane & 3) << 4 | (lane & 4) << 1 | row >> 3
    }

    /// The row of a bit.
    static func row(ofBit bit: Int) -> Int { (bit & 7) << 3 | bit >> 4 | (bit & 8) >> 1 }

    /// Visits the rows of which the bit is set.
    @inline(__always)
    static func forEach(_ rows: UInt64, _ body: (_ row: Int) -> Void) {
        var left = rows
        while left != 0 {
            body(row(ofBit: left.trailingZeroBitCount))
            left &= left - 1
        }
    }

    private typealias Lanes = SIMD8<Int16>

    /// The rows of which a code is above a limit.
    @inline(__always)
    static func above(_ limit: Int16, in column: UnsafeRawPointer) -> UInt64 {
        let limits = Lanes(repeating: limit)
        return collect(column) { $0 .> limits }
    }

    /// The rows of which a code is below a limit.
    @inline(__always)
    static func below(_ limit: Int16, in column: UnsafeRawPointer) -> UInt64 {
        let limits = Lanes(repeating: limit)
        return collect(column) { $0 .< limits }
    }

    /// The rows that have any of the bits.
    @inline(__always)
    static func having(_ bits: Int16, in column: UnsafeRawPointer) -> UInt64 {
        let bits = Lanes(repeating: bits)
        return collect(column) { ($0 & bits) .!= Lanes(repeating: 0) }
    }

    @inline(__always)
    private static func collect(_ column: UnsafeRawPointer, _ compare: (Lanes) -> SIMDMask<Lanes>) -> UInt64 {
        var found = Lanes(repeating: 0)
        for step in 0..<8 {
            let mask = compare(column.load(fromByteOffset: step * 16, as: Lanes.self))
            found |= unsafeBitCast(mask, to: Lanes.self) & Lanes(repeating: 1 << Int16(step))
        }
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] << 8
    }

    /// The rows that surely fail a test. For a block's rows both pointers are the same; for blocks they are the least
    /// and the greatest codes.
    @inline(__always)
    static func failing(_ test: ColumnTest, least: UnsafeRawPointer, greatest: UnsafeRawPointer) -> UInt64 {
        let offset = test.column * stride
        switch test.kind {
        case .atMost: return above(test.maybe, in: least + offset)
        case .atLeast: return below(test.maybe, in: greatest + offset)
        case .lacksNone: return having(test.maybe, in: least + offset)
        }
    }

    /// The rows that may fail a test, with those that surely do.
    @inline(__always)
    static func doubting(_ test: ColumnTest, least: UnsafeRawPointer, greatest: UnsafeRawPointer) -> UInt64 {
        let offset = test.column * stride
        switch test.kind {
        case .atMost: return above(test.sure, in: greatest + offset)
        case .atLeast: return below(test.sure, in: least + offset)
        case .lacksNone: return having(test.sure, in: greatest + offset)
        }
    }
}
