import Foundation

/// The part of a source that has come and is not used up.
struct ByteBuffer {
    private let source: ByteSource
    private(set) var bytes: [UInt8] = []
    /// Where what is not used up begins in `bytes`.
    private(set) var start = 0
    private var isExhausted = false

    init(_ source: ByteSource) { self.source = source }

    /// How many bytes have come and are not used up.
    var count: Int { bytes.count - start }

    /// A byte by its distance from the first that is not used up.
    subscript(offset: Int) -> UInt8 { bytes[start + offset] }

    /// A copy of the first bytes that are not used up.
    func prefix(_ length: Int) -> [UInt8] { Array(bytes[start..<start + length]) }

    /// Marks bytes as used up.
    mutating func consume(_ length: Int) { start += length }

    /// Lets more bytes come; false at the end of the source.
    mutating func fill() throws(FileAccessError) -> Bool {
        guard !isExhausted else { return false }
        if start > 0 {
            bytes.removeSubrange(..<start)
            start = 0
        }
        let came = try source.append(to: &bytes)
        isExhausted = !came
        return came
    }

    /// Lets bytes come until there are as many as asked, or the source ends.
    mutating func fill(to length: Int) throws(FileAccessError) {
        while count < length, try fill() {}
    }

    /// Where a byte is, from an offset on.
    func firstOffset(of byte: UInt8, from offset: Int = 0) -> Int? {
        bytes.withUnsafeBytes { all in
            guard start + offset < all.count, let base = all.baseAddress else { return nil }
            return memchr(base + start + offset, Int32(byte), all.count - start - offset).map {
                UnsafeRawPointer($0) - base - start
            }
        }
    }
}
