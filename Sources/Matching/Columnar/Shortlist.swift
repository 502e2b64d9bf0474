/// The best offers so far, one a supplier, best first.
struct Shortlist {
    private let table = Table<Entry>()
    private var count = 0
    private(set) var limit = 1

    /// An offer and how it scores.
    struct Entry: BitwiseCopyable {
        let slot: UInt32
        let owner: UInt32
        let price: Int64
        let available: Int64
        let score: UInt32
        private let priceTerm: UInt32
        private let coverageTerm: UInt32
        private let localizationTerm: UInt32

        init(slot: UInt32, owner: UInt32, price: Int64, available: Int64, terms: ScoreTerms) {
            self.slot = slot
            self.owner = owner
            self.price = price
            self.available = available
            score = terms.score
            priceTerm = terms.price
            coverageTerm = terms.coverage
            localizationTerm = terms.localization
        }

        var terms: ScoreTerms {
            ScoreTerms(price: priceTerm, coverage: coverageTerm, localization: localizationTerm)
        }
    }

    /// Best first, until the next is added.
    var entries: UnsafeBufferPointer<Entry> { UnsafeBufferPointer(start: table.elements, count: count) }

    mutating func begin(limit: Int) {
        self.limit = limit
        count = 0
    }

    var isFull: Bool { count >= limit }

    /// Adds an offer at its price in the comparison currency, if it is among the best.
    ///
    /// - parameter lvc: The code of its local content.
    @inline(__always)
    mutating func add(
        _ slot: UInt32, price: Int64, available: Int64, lvc: Int16, isShared: Bool, _ scorer: Scorer,
        in table: OfferTable
    ) {
        let terms = scorer.terms(price: price, supply: min(scorer.open, available), lvcBasisPoints: -Int64(lvc))
        add(
            Entry(slot: slot, owner: table.offers[slot].owner, price: price, available: available, terms: terms),
            isShared: isShared, keys: table.keys)
    }

    /// Adds the rows that won a contest, priced in the comparison currency.
    mutating func add(
        _ winners: some Sequence<Contest.Entry>, windowDays: Int64, _ scorer: Scorer, in table: OfferTable,
        _ memory: MemoryTouch
    ) {
        let offers = table.offers.elements
        memory.touchLine(winners.lazy.map { UnsafeMutableRawPointer(offers + Int($0.slot)) })
        for entry in winners {
            let offer = offers[Int(entry.slot)]
            add(
                entry.slot, price: offer.unitPrice, available: offer.capacity(over: windowDays), lvc: entry.lvc,
                isShared: false, scorer, in: table)
        }
    }

    /// Lists again what a standing lists, after the capabilities that it notes have changed.
    mutating func follow(_ standing: Standing, limit: Int, keys: [Key], _ entryNow: (UInt32) -> Entry?) {
        begin(limit: limit)
        for entry in standing.listed where !standing.changed.contains(entry.slot) {
            add(entry, isShared: false, keys: keys)
        }
        for slot in standing.changed {
            guard let entry = entryNow(slot), standing.isKnown(entry, keys: keys) else { continue }
            add(entry, isShared: false, keys: keys)
        }
    }

    /// Adds an offer if it is among the best.
    private mutating func add(_ entry: Entry, isShared: Bool, keys: [Key]) {
        if isFull, !Self.ranksBefore(entry, table.elements[limit - 1], keys: keys) { return }
        var at = isFull ? limit - 1 : count
        if isShared, let index = entries.firstIndex(where: { $0.owner == entry.owner }) {
            guard Self.ranksBefore(entry, table.elements[index], keys: keys) else { return }
            at = index
        } else if !isFull {
            if count == table.count { table.append(entry) }
            count += 1
        }
        let entries = table.elements
        while at > 0, Self.ranksBefore(entry, entries[at - 1], keys: keys) {
            entries[at] = entries[at - 1]
            at -= 1
        }
        entries[at] = entry
    }

    /// As `Match.ranksBefore`: score, then lower price, then the key's bytes.
    static func ranksBefore(_ a: Entry, _ b: Entry, keys: [Key]) -> Bool {
        ranksBefore(a, keys[Int(a.slot)], b, keys[Int(b.slot)])
    }

    @inline(__always)
    static func ranksBefore(
        _ a: Entry, _ keyOfA: @autoclosure () -> Key, _ b: Entry, _ keyOfB: @autoclosure () -> Key
    ) -> Bool {
        if a.score != b.score { return a.score > b.score }
        if a.price != b.price { return a.price < b.price }
        return keyOfA() < keyOfB()
    }
}
