/// Reads places in memory that will soon be needed, all of them before any is waited for: a processor fetches many
/// lines at a time, but only while nothing depends on them.
final class MemoryTouch {
    /// What was read; kept so that the reading is not left out.
    private var read: UInt8 = 0

    /// Fewer blocks are near enough already.
    static let blocksToTouch = 64

    /// Reads two neighbouring lines at each place.
    @inline(__always)
    func touch(_ places: some Sequence<UnsafeMutableRawPointer>) {
        var sum: UInt8 = 0
        for place in places {
            sum &+= place.load(as: UInt8.self)
            sum &+= place.load(fromByteOffset: 64, as: UInt8.self)
        }
        read = sum
    }

    /// Reads one line at each place.
    @inline(__always)
    func touchLine(_ places: some Sequence<UnsafeMutableRawPointer>) {
        var sum: UInt8 = 0
        for place in places { sum &+= place.load(as: UInt8.self) }
        read = sum
    }
}
