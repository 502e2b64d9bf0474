/// How far an offer may be from a place, in codes: surely near enough, surely too far, or to be looked at.
struct PlaceTest: BitwiseCopyable {
    private let x: Int32
    private let y: Int32
    private let z: Int32
    /// Steps beyond which a coordinate is surely too far; -1 where no place can be near enough.
    private let most: Int
    /// Squared steps from which it is surely too far; -1 where no place can be near enough.
    private let maybe: Int64
    /// Squared steps up to which it surely is near enough; -1 where that is never sure.
    private let sure: Int64

    /// Steps by which codes can be wrong: the diagonal of one.
    private static let slack = 2
    /// Nearer than any code of a place is to that of no place.
    private static let surestSteps = 7_000

    init(_ point: Point?, within metres: UInt32) {
        guard let point else {
            (x, y, z, most, maybe, sure) = (0, 0, 0, -1, -1, -1)
            return
        }
        let steps = Int(metres) / FieldCode.metresPerStep
        let codes = (
            FieldCode.coordinate(point.x), FieldCode.coordinate(point.y), FieldCode.coordinate(point.z)
        )
        (x, y, z) = (Int32(codes.0), Int32(codes.1), Int32(codes.2))
        most = steps + 1 + Self.slack
        maybe = Int64(most) * Int64(most)
        let isBeyond = [point.x, point.y, point.z].contains(where: FieldCode.isBeyond)
        let least = Int64(min(steps - Self.slack, Self.surestSteps))
        sure = isBeyond || least < 0 ? -1 : least * least
    }

    /// The comparisons of each coordinate: the cube around the sphere.
    var tests: [ColumnTest] {
        guard most >= 0 else { return [.atMost(Column.x, CodeLimit(maybe: .min, isExact: true), .distance)] }
        return [(Column.x, x), (Column.y, y), (Column.z, z)].flatMap { column, code in
            let highest = Int16(clamping: min(Int(code) + most, Int(FieldCode.greatest) - 1))
            let lowest = Int16(clamping: max(Int(code) - most, Int(FieldCode.least)))
            return [
                ColumnTest.atMost(column, CodeLimit(maybe: highest, isExact: true), .distance),
                ColumnTest.atLeast(column, lowest, .distance),
            ]
        }
    }

    /// Whether an offer surely is near enough.
    func isSurelyNear(_ codes: CodeRow) -> Bool {
        squaredSteps(codes[Column.x], codes[Column.y], codes[Column.z]) <= sure
    }

    @inline(__always)
    private func squaredSteps(_ codeOfX: Int16, _ codeOfY: Int16, _ codeOfZ: Int16) -> Int64 {
        let (dx, dy, dz) = (
            Int64(codeOfX) &- Int64(x), Int64(codeOfY) &- Int64(y), Int64(codeOfZ) &- Int64(z)
        )
        return dx &* dx &+ dy &* dy &+ dz &* dz
    }

    /// Of rows, those that are surely too far by their codes, and those that must be looked at.
    @inline(__always)
    func answer(_ block: OfferBlock, rows: UInt64) -> (far: UInt64, unclear: UInt64) {
        let (xs, ys, zs) = (block.codes(Column.x), block.codes(Column.y), block.codes(Column.z))
        var (far, unclear): (UInt64, UInt64) = (0, 0)
        var left = rows
        while left != 0 {
            let bit = left.trailingZeroBitCount
            left &= left - 1
            let row = RowBits.row(ofBit: bit)
            let square = squaredSteps(xs[row], ys[row], zs[row])
            far |= (square > maybe ? 1 : 0) << UInt64(bit)
            unclear |= (square > sure && square <= maybe ? 1 : 0) << UInt64(bit)
        }
        return (far, unclear)
    }
}
