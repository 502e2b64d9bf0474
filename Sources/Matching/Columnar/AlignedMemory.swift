#if canImport(Glibc)
import Glibc
#endif

/// Memory that begins with a line of the processor's cache, so that what fits one line lies in one.
enum AlignedMemory {
    /// Bytes of two lines: processors fetch them in pairs.
    private static let alignment = 128
    /// Less is not worth pages of its own.
    private static let leastForLargePages = 4 << 20

    /// Memory that is not initialised. Much of it asks for large pages: what is read here and there then seldom waits for its
    /// address.
    static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
        let base = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: alignment)
        if byteCount >= leastForLargePages { askForLargePages(base, byteCount) }
        return base
    }

    /// Memory of zeros.
    static func zeros(byteCount: Int) -> UnsafeMutableRawPointer {
        let base = allocate(byteCount: byteCount)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        return base
    }

    /// A wish: where the system has no large pages, nothing changes (madvise(2), `MADV_HUGEPAGE`).
    private static func askForLargePages(_ base: UnsafeMutableRawPointer, _ byteCount: Int) {
        #if canImport(Glibc)
        let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
        let first = (UInt(bitPattern: base) + page - 1) / page * page
        let end = (UInt(bitPattern: base) + UInt(byteCount)) / page * page
        _ = madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
        #endif
    }
}
