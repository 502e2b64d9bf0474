/// The baseline: one array a field, sorted by code; one pass over the code's candidates, eight at a time, and a list of
/// the best ten.
final class PlainScan {
    private let columns: [UnsafeMutablePointer<Int32>]
    private let indices: UnsafeMutablePointer<UInt32>
    private var starts: [Int]

    private enum Field {
        static let (price, lead, schemes, local, owned) = (0, 1, 2, 3, 4)
        static let (x, y, z, order, capacity, count) = (5, 6, 7, 8, 9, 10)
    }
    private typealias Lanes = SIMD8<Int32>

    init(_ offers: [BenchmarkOffer], codes: Int = Workload.codes) {
        starts = Array(repeating: 0, count: codes + 1)
        for offer in offers { starts[offer.code + 1] += 1 }
        for code in 0..<codes { starts[code + 1] += starts[code] }
        // Room to read eight from the last.
        columns = (0..<Field.count).map { _ in
            let column = UnsafeMutablePointer<Int32>.allocate(capacity: offers.count + 8)
            column.initialize(repeating: 0, count: offers.count + 8)
            return column
        }
        indices = .allocate(capacity: offers.count + 8)
        var next = starts
        for (index, offer) in offers.enumerated() {
            let at = next[offer.code]
            next[offer.code] += 1
            let values = [
                offer.price, offer.leadTimeDays, offer.schemes, offer.localContent, offer.ownership, offer.place.x,
                offer.place.y, offer.place.z, offer.minimumOrder, offer.capacity,
            ]
            for (column, value) in zip(columns, values) { column[at] = value }
            indices[at] = UInt32(index)
        }
    }

    deinit {
        for column in columns { column.deallocate() }
        indices.deallocate()
    }

    func count(of code: Int) -> Int { starts[code + 1] - starts[code] }

    /// How many qualify.
    func qualifying(_ asked: BenchmarkRequirement) -> Int {
        var count = 0
        visit(asked) { _ in count += 1 }
        return count
    }

    /// The best ten.
    func rank(_ asked: BenchmarkRequirement, into best: inout BestTen) {
        best.begin()
        let price = columns[Field.price]
        let (local, capacity) = (columns[Field.local], columns[Field.capacity])
        visit(asked) { at in
            best.qualifying += 1
            let supply = min(asked.quantity, capacity[at] &* asked.months)
            best.add(
                BestTen.Entry(
                    index: indices[at], price: price[at],
                    priceTerm: UInt32(4_000 &* Int64(asked.priceMax &- price[at]) / Int64(asked.priceMax)),
                    coverageTerm: UInt32(3_000 &* Int64(supply) / Int64(asked.quantity)),
                    localizationTerm: UInt32(3_000 &* local[at] / 10_000)))
        }
    }

    @inline(__always)
    private func visit(_ asked: BenchmarkRequirement, _ body: (Int) -> Void) {
        let (price, lead, schemes) = (columns[Field.price], columns[Field.lead], columns[Field.schemes])
        let (local, owned) = (columns[Field.local], columns[Field.owned])
        let priceMax = Lanes(repeating: asked.priceMax)
        let leadMax = Lanes(repeating: asked.leadTimeDaysMax ?? .max)
        let required = Lanes(repeating: asked.schemes)
        let localMin = Lanes(repeating: asked.localContentMin)
        let ownedMin = Lanes(repeating: asked.ownershipMin)
        var at = starts[asked.code]
        let end = starts[asked.code + 1]
        while at < end {
            let failing =
                (load(price, at) .> priceMax) .| (load(lead, at) .> leadMax)
                .| ((load(schemes, at) & required) .!= required) .| (load(local, at) .< localMin)
                .| (load(owned, at) .< ownedMin)
            let bits = unsafeBitCast(failing, to: SIMD4<Int64>.self)
            if bits[0] & bits[1] & bits[2] & bits[3] != -1 {
                for lane in 0..<min(8, end - at) where !failing[lane] && fits(at + lane, asked) { body(at + lane) }
            }
            at += 8
        }
    }

    @inline(__always)
    private func load(_ column: UnsafeMutablePointer<Int32>, _ at: Int) -> Lanes {
        UnsafeRawPointer(column + at).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    private func fits(_ at: Int, _ asked: BenchmarkRequirement) -> Bool {
        let available = columns[Field.capacity][at] &* asked.months
        guard available >= (asked.allowsPartialSupply ? 1 : asked.quantity),
            columns[Field.order][at] <= min(asked.quantity, available)
        else { return false }
        guard let most = asked.distanceMax else { return true }
        let dx = Int64(columns[Field.x][at] &- asked.place.x)
        let dy = Int64(columns[Field.y][at] &- asked.place.y)
        let dz = Int64(columns[Field.z][at] &- asked.place.z)
        return dx &* dx &+ dy &* dy &+ dz &* dz <= Int64(most) &* Int64(most)
    }
}

/// The best ten offers: score, then lower price, then the earlier key.
struct BestTen {
    var qualifying = 0
    private(set) var entries: [Entry] = []

    struct Entry {
        let index: UInt32
        let price: Int32
        let priceTerm: UInt32
        let coverageTerm: UInt32
        let localizationTerm: UInt32
        var score: UInt32 { priceTerm &+ coverageTerm &+ localizationTerm }
    }

    mutating func begin() {
        qualifying = 0
        entries.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func add(_ entry: Entry) {
        if entries.count == 10 {
            guard ranksBefore(entry, entries[9]) else { return }
            entries.removeLast()
        }
        var at = entries.count
        entries.append(entry)
        while at > 0, ranksBefore(entry, entries[at - 1]) {
            entries[at] = entries[at - 1]
            at -= 1
        }
        entries[at] = entry
    }

    @inline(__always)
    private func ranksBefore(_ a: Entry, _ b: Entry) -> Bool {
        if a.score != b.score { return a.score > b.score }
        return a.price != b.price ? a.price < b.price : a.index < b.index
    }
}

/// A hash of the answers of a line: equal answers in the same order give equal hashes.
struct AnswerHash: Equatable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func add(_ number: UInt32, _ price: UInt32, _ coverage: UInt32, _ localization: UInt32) {
        mix(UInt64(number) << 32 | UInt64(price))
        mix(UInt64(coverage) << 32 | UInt64(localization))
    }

    @inline(__always)
    mutating func add(count: Int) { mix(UInt64(truncatingIfNeeded: count)) }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
    }
}
