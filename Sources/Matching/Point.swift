/// A place on a sphere of 6,371,009 m, in whole metres from its centre.
public struct Point: Hashable, Sendable {
    /// Metres towards latitude 0, longitude 0.
    public let x: Int32
    /// Metres towards latitude 0, longitude 90° east.
    public let y: Int32
    /// Metres towards the north pole.
    public let z: Int32

    /// A point by its coordinates in metres.
    public init(x: Int32, y: Int32, z: Int32) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// The square of the straight line between two points, in square metres. Within a province the line is shorter
    /// than the way along the surface by less than a metre.
    public func squaredChord(to other: Point) -> Int128 {
        let (dx, dy, dz) = (
            Int128(x) - Int128(other.x), Int128(y) - Int128(other.y), Int128(z) - Int128(other.z)
        )
        return dx * dx + dy * dy + dz * dz
    }

    /// The straight line between two points in metres, rounded up.
    public func distanceMetres(to other: Point) -> Int64 {
        let square = squaredChord(to: other)
        var root: Int64 = 0
        // The longest chord between two such points is below 2³³ metres.
        var bit: Int64 = 1 << 32
        while bit > 0 {
            let next = root | bit
            if Int128(next) * Int128(next) <= square { root = next }
            bit >>= 1
        }
        return Int128(root) * Int128(root) == square ? root : root + 1
    }
}
