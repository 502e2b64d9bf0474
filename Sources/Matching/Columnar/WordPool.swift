/// Lists of 32-bit words in one array. A list is known by where it begins; the empty list is 0.
struct WordPool {
    private var words: [UInt32] = [0]
    /// Where lists that are no longer used begin, by their length.
    private var free: [Int: [UInt32]] = [:]

    mutating func add(_ list: [UInt32]) -> UInt32 {
        guard !list.isEmpty else { return 0 }
        if let start = free[list.count]?.popLast() {
            words.replaceSubrange(Int(start) + 1..<Int(start) + 1 + list.count, with: list)
            return start
        }
        let start = UInt32(words.count)
        words.append(UInt32(list.count))
        words.append(contentsOf: list)
        return start
    }

    mutating func remove(_ start: UInt32) {
        guard start > 0 else { return }
        free[Int(words[Int(start)]), default: []].append(start)
    }

    subscript(start: UInt32) -> ArraySlice<UInt32> {
        guard start > 0 else { return [] }
        return words[Int(start) + 1..<Int(start) + 1 + Int(words[Int(start)])]
    }

    var byteCount: Int { words.count * MemoryLayout<UInt32>.stride }
}

/// Words as numbers: equal words have equal numbers, in the order in which they came.
struct Interner<Word: Hashable> {
    private var ids: [Word: UInt32] = [:]
    private var words: [Word] = []

    mutating func id(of word: Word) -> UInt32 {
        if let id = ids[word] { return id }
        let id = UInt32(words.count)
        ids[word] = id
        words.append(word)
        return id
    }

    subscript(id: UInt32) -> Word { words[Int(id)] }
}

/// Texts that are not compared, such as the numbers of certificates, in rows.
struct TextPool {
    private var texts: [String] = []
    /// Where rows that are no longer used begin, by their length.
    private var free: [Int: [UInt32]] = [:]

    /// - returns: Where the row begins.
    mutating func add(_ row: [String]) -> UInt32 {
        if let start = free[row.count]?.popLast() {
            for (index, text) in row.enumerated() { texts[Int(start) + index] = text }
            return start
        }
        texts.append(contentsOf: row)
        return UInt32(texts.count - row.count)
    }

    mutating func remove(from start: UInt32, count: Int) {
        for index in 0..<count { texts[Int(start) + index] = "" }
        free[count, default: []].append(start)
    }

    subscript(index: Int) -> String { texts[index] }
}
