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

    mutating func set(_ word: UInt32, at index: Int) { words[index] = word }

    var byteCount: Int { words.count * MemoryLayout<UInt32>.stride }
}

/// Words as numbers: equal words have equal numbers, in the order in which they came.
struct Interner {
    private var ids: [String: UInt32] = [:]
    private var texts: [String] = []

    mutating func id(of text: String) -> UInt32 {
        if let id = ids[text] { return id }
        let id = UInt32(texts.count)
        ids[text] = id
        texts.append(text)
        return id
    }

    /// The number of a word, if it came.
    func known(_ text: String) -> UInt32? { ids[text] }

    subscript(id: UInt32) -> String { texts[Int(id)] }
}

/// Texts that are not compared, such as the numbers of certificates.
struct TextPool {
    private var texts: [String] = []
    private var free: [UInt32] = []

    mutating func add(_ text: String) -> UInt32 {
        if let id = free.popLast() {
            texts[Int(id)] = text
            return id
        }
        texts.append(text)
        return UInt32(texts.count - 1)
    }

    mutating func remove(_ id: UInt32) {
        texts[Int(id)] = ""
        free.append(id)
    }

    subscript(id: UInt32) -> String { texts[Int(id)] }
}
