/// Who supplies: owners as numbers, and the first of the offers of each.
final class OwnerTable {
    private var ids: [String: UInt32] = [:]
    private let entries: Table<Entry>
    private var mark: UInt32 = 0

    private struct Entry: BitwiseCopyable {
        var firstSlot: UInt32
        /// The last question in which it was counted.
        var mark: UInt32
    }

    init() { entries = Table() }

    private init(copying other: OwnerTable) {
        ids = other.ids
        entries = other.entries.copy()
        mark = other.mark
    }

    func copy() -> OwnerTable { OwnerTable(copying: self) }

    var byteCount: Int { entries.byteCount }

    func id(of owner: Substring) -> UInt32 {
        let owner = String(owner)
        if let id = ids[owner] { return id }
        let id = UInt32(entries.count)
        ids[owner] = id
        entries.append(Entry(firstSlot: OfferDetail.none, mark: 0))
        return id
    }

    func firstSlot(of owner: UInt32) -> UInt32 { entries[owner].firstSlot }

    func setFirstSlot(_ slot: UInt32, of owner: UInt32) { entries[owner].firstSlot = slot }

    /// Begins a question in which each owner counts once.
    func beginCount() {
        mark &+= 1
        guard mark == 0 else { return }
        for owner in 0..<UInt32(entries.count) { entries[owner].mark = 0 }
        mark = 1
    }

    /// Whether an owner has not been counted in this question; it then has.
    func countsOnce(_ owner: UInt32) -> Bool {
        guard entries[owner].mark != mark else { return false }
        entries[owner].mark = mark
        return true
    }
}
