/// An array in memory of its own, read without checks: the caller keeps to what it has added.
final class Table<Element: BitwiseCopyable> {
    private(set) var elements: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init() {
        capacity = 64
        elements = .allocate(capacity: capacity)
    }

    deinit { elements.deallocate() }

    func copy() -> Table {
        let other = Table()
        other.reserve(count)
        other.elements.update(from: elements, count: count)
        other.count = count
        return other
    }

    func append(_ element: Element) {
        if count == capacity { reserve(capacity * 2) }
        (elements + count).initialize(to: element)
        count += 1
    }

    private func reserve(_ capacity: Int) {
        guard capacity > self.capacity else { return }
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.moveInitialize(from: elements, count: count)
        elements.deallocate()
        elements = larger
        self.capacity = capacity
    }

    /// Bytes in use.
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    @inline(__always)
    subscript(index: UInt32) -> Element {
        get { elements[Int(index)] }
        set { elements[Int(index)] = newValue }
    }
}
