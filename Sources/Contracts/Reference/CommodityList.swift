/// The codes of the Harmonized System: an imported list, or the sector's headings.
struct CommodityList: Sendable {
    let isImported: Bool
    /// The rows of the file it was read from.
    let rowsRead: Int
    /// In the order of their codes.
    private let entries: [Commodity]
    private let positions: [String: Int]
    /// The words of each entry, folded, each behind a blank, as UTF-8.
    private let foldedWords: [[UInt8]]

    static let builtIn = CommodityList(BuiltInCommodities.all, isImported: false, rowsRead: 0)

    /// Reads a list that has the columns `hscode` and `description`. Rows that are no codes of the Harmonized System (the
    /// total, and chapter 99, which statistics add) are left out.
    init(file: ReferenceFile) throws {
        let headings = Dictionary(uniqueKeysWithValues: BuiltInCommodities.all.map { ($0.code, $0.vietnamese) })
        var entries: [Commodity] = []
        var seen: Set<String> = []
        let rows = try ReferenceTable.read(file, columns: ["hscode", "description"]) { (cells) throws(Refusal) in
            let (code, words) = (cells[0], cells[1])
            if code == "TOTAL" { return }
            guard Commodity.isWellFormed(code) else {
                throw Refusal(.malformed, field: "hscode", "\"\(code.prefix(20))\" is not two, four or six digits")
            }
            guard !words.isEmpty else { throw Refusal(.missing, field: "description", "\(code) has no words") }
            guard words.utf8.count <= ReferenceLimits.wordBytes else {
                throw Refusal(.tooLong, field: "description", "it is longer than \(ReferenceLimits.wordBytes) bytes")
            }
            guard seen.insert(code).inserted else {
                throw Refusal(.duplicate, field: "hscode", "\(code) is there twice")
            }
            guard Self.isChapter(code.prefix(2)) else { return }
            let vietnamese = headings[code] ?? headings[String(code.prefix(4))] ?? words
            entries.append(Commodity(code: code, vietnamese: vietnamese, english: words))
        }
        self.init(entries.sorted { $0.code < $1.code }, isImported: true, rowsRead: rows)
    }

    private init(_ entries: [Commodity], isImported: Bool, rowsRead: Int) {
        self.entries = entries
        self.isImported = isImported
        self.rowsRead = rowsRead
        positions = Dictionary(entries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        foldedWords = entries.map { entry in
            Self.searchable(entry.english + " " + (entry.vietnamese == entry.english ? "" : entry.vietnamese))
        }
    }

    var count: Int { entries.count }

    func find(_ code: String) -> Finding<Commodity> {
        guard Commodity.isWellFormed(code) else { return .malformed }
        if let position = positions[code] { return .known(entries[position]) }
        guard !isImported, Self.isChapter(code.prefix(2)) else { return .unknown }
        guard BuiltInCommodities.chapters.contains(String(code.prefix(2))) else { return .unchecked }
        guard code.utf8.count == 6, let position = positions[String(code.prefix(4))] else { return .unknown }
        let heading = entries[position]
        return .known(
            Commodity(code: code, vietnamese: heading.vietnamese, english: heading.english, isUnchecked: true))
    }

    /// The entries that have the whole query in their words come first.
    func search(_ query: String, limit: Int) -> [Commodity] {
        let phrase = Self.searchable(query)
        let words = phrase.split(separator: UInt8(ascii: " ")).map(Array.init)
        guard !words.isEmpty, limit > 0 else { return [] }
        var whole: [Commodity] = []
        var scattered: [Commodity] = []
        for (entry, folded) in zip(entries, foldedWords) where whole.count < limit {
            if folded.contains(sequence: phrase) {
                whole.append(entry)
            } else if scattered.count < limit, words.allSatisfy({ Self.fits($0, entry, folded) }) {
                scattered.append(entry)
            }
        }
        return Array((whole + scattered).prefix(limit))
    }

    private static func fits(_ word: [UInt8], _ entry: Commodity, _ folded: [UInt8]) -> Bool {
        entry.code.utf8.starts(with: word) || folded.contains(sequence: [UInt8(ascii: " ")] + word)
    }

    /// Folded words, each behind one blank; what is neither letter nor digit parts words.
    private static func searchable(_ text: String) -> [UInt8] {
        let words = text.folded.utf8.split { $0 < 0x80 && !isAlphanumeric($0) }
        return words.flatMap { [UInt8(ascii: " ")] + $0 }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Whether two digits are a chapter: 01 to 97, but 77, which is kept free.
    private static func isChapter(_ digits: Substring) -> Bool {
        guard let chapter = Int(digits) else { return false }
        return (1...97).contains(chapter) && chapter != 77
    }
}
