/// FNV-1a, 64 bits: tells whether two runs wrote the same bytes; it need not withstand anyone.
struct ByteHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    }

    /// Adds a number, so that what stands before it and after it can't run together.
    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes in add(bytes) }
    }

    static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash = ByteHash()
        hash.add(bytes)
        return hash.value
    }
}
