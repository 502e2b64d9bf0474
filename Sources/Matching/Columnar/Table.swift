/// An array in memory of its own, read without checks: the caller keeps to what it has added.
final class Table<Element: BitwiseCopyable> {
    /// Behind a pointer, so that a reading is not guarded against a simultaneous change.
    private let header: UnsafeMutablePointer<Header>

    private struct Header {
        var elements: UnsafeMutablePointer<Element>
        var count: Int
        var capacity: Int
    }

    init() {
        let capacity = 64
        header = .allocate(capacity: 1)
        header.initialize(to: Header(elements: Self.allocate(capacity), count: 0, capacity: capacity))
    }

    deinit {
        header.pointee.elements.deallocate()
        header.deallocate()
    }

    func copy() -> Table {
        let other = Table()
        other.reserve(count)
        other.elements.update(from: elements, count: count)
        other.header.pointee.count = count
        return other
    }

    /// What was added; it moves when more is.
    @inline(__always)
    var elements: UnsafeMutablePointer<Element> { header.pointee.elements }

    @inline(__always)
    var count: Int { header.pointee.count }

    @inline(__always)
    func append(_ element: Element) {
        if count == header.pointee.capacity { reserve(count * 2) }
        (elements + count).initialize(to: element)
        header.pointee.count += 1
    }

    /// Forgets what was added, but keeps the memory.
    func removeAll() { header.pointee.count = 0 }

    private func reserve(_ capacity: Int) {
        guard capacity > header.pointee.capacity else { return }
        let larger = Self.allocate(capacity)
        larger.moveInitialize(from: elements, count: count)
        elements.deallocate()
        header.pointee.elements = larger
        header.pointee.capacity = capacity
    }

    private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
        AlignedMemory.allocate(byteCount: capacity * MemoryLayout<Element>.stride).bindMemory(
            to: Element.self, capacity: capacity)
    }

    /// Bytes in use.
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    @inline(__always)
    subscript(index: UInt32) -> Element {
        get { elements[Int(index)] }
        set { elements[Int(index)] = newValue }
    }
}
