/// Of a requirement, what rules most capabilities out at a glance: one line of a processor's cache.
struct Watch: BitwiseCopyable {
    /// The most that codes may be; for columns of bits, what must not be lacked.
    private var limits = CodeRow(repeating: FieldCode.greatest)
    /// The last digits of the slots of the capabilities that are ranked.
    private var ranked = SIMD16<UInt16>(repeating: .max)

    /// A lane of `limits` beside the columns: `many` where more are ranked than there is room for.
    private static let rankedLane = Column.count
    private static let many: Int16 = 0

    /// Rules every capability out.
    static let nothing: Watch = {
        var watch = Watch()
        watch.limits = CodeRow(repeating: .min)
        return watch
    }()

    private init() {
        for column in 0..<Column.count where Column.isMask(column) { limits[column] = 0 }
    }

    init(_ question: Question, ranked slots: [UInt32]) {
        self.init()
        for test in question.tests {
            switch test.kind {
            case .atMost: limits[test.column] = min(limits[test.column], test.maybe)
            case .lacksNone: limits[test.column] = test.maybe
            case .atLeast: break
            }
        }
        for (lane, slot) in slots.prefix(ranked.scalarCount).enumerated() {
            ranked[lane] = UInt16(truncatingIfNeeded: slot)
        }
        if slots.count > ranked.scalarCount { limits[Self.rankedLane] = Self.many }
    }

    /// Whether its slot may be ranked.
    @inline(__always)
    func ranks(_ slot: SIMD16<UInt16>) -> Bool {
        let equal = unsafeBitCast(unsafeBitCast(ranked .== slot, to: CodeRow.self), to: SIMD4<UInt64>.self)
        return equal[0] | equal[1] | equal[2] | equal[3] != 0 || limits[Self.rankedLane] == Self.many
    }

    /// Whether an offer's codes do not rule it out.
    @inline(__always)
    func admits(_ codes: WatchedCodes) -> Bool {
        let failing = unsafeBitCast(codes.ordered .> limits, to: CodeRow.self) | (codes.bits & limits)
        let words = unsafeBitCast(failing, to: SIMD4<UInt64>.self)
        return words[0] | words[1] | words[2] | words[3] == 0
    }
}

/// An offer's codes as watches compare them.
struct WatchedCodes {
    /// Those with an order; the others are below every limit.
    let ordered: CodeRow
    /// Those of bits; the others have none.
    let bits: CodeRow

    init(_ codes: CodeRow) {
        var (ordered, bits) = (CodeRow(repeating: .min), CodeRow(repeating: 0))
        for column in 0..<Column.count {
            if Column.isMask(column) { bits[column] = codes[column] } else { ordered[column] = codes[column] }
        }
        (self.ordered, self.bits) = (ordered, bits)
    }
}

/// What an offer must score to be ranked for a requirement of which the ranking is full.
struct Reach: BitwiseCopyable {
    let scorer: Scorer
    /// Of the delivery window.
    let days: Int64
    /// The score of the last that is ranked.
    let least: UInt32

    /// Whether an offer can be ranked by its codes; a price in another currency is 0.
    func admits(_ codes: CodeRow) -> Bool {
        scorer.most(
            price: codes[Column.price], capacity: codes[Column.capacity], lvc: codes[Column.localContent], days: days)
            >= least
    }
}

/// The requirements of one code and unit, for the capabilities that come and go.
final class WatchList {
    private var watches: [Watch] = []
    private var reaches: [Reach?] = []
    private(set) var entries: [RequirementEntry] = []

    func copy(_ copied: (Key) -> RequirementEntry?) -> WatchList {
        let other = WatchList()
        other.watches = watches
        other.reaches = reaches
        other.entries = entries.map { copied($0.key) ?? $0 }
        return other
    }

    func add(_ entry: RequirementEntry) {
        entry.watchIndex = entries.count
        entries.append(entry)
        watches.append(.nothing)
        reaches.append(nil)
    }

    func remove(_ entry: RequirementEntry) {
        let (last, watch, reach) = (entries.removeLast(), watches.removeLast(), reaches.removeLast())
        guard last !== entry else { return }
        entries[entry.watchIndex] = last
        watches[entry.watchIndex] = watch
        reaches[entry.watchIndex] = reach
        last.watchIndex = entry.watchIndex
    }

    /// - parameter reach: Nil where who fits may change the outcome, whatever it scores.
    func set(_ watch: Watch, _ reach: Reach?, of entry: RequirementEntry) {
        watches[entry.watchIndex] = watch
        reaches[entry.watchIndex] = reach
    }

    /// Visits the requirements that a capability's codes do not rule out, and those that rank it.
    func visit(_ slot: UInt32, _ codes: CodeRow, _ name: GroupName, _ body: (RequirementEntry) -> Void) {
        var foreign = codes
        foreign[Column.price] = 0
        let (watched, watchedForeign) = (WatchedCodes(codes), WatchedCodes(foreign))
        let lanes = SIMD16<UInt16>(repeating: UInt16(truncatingIfNeeded: slot))
        for (index, watch) in watches.enumerated() {
            if !watch.ranks(lanes) {
                // A price in another currency is compared where nothing else rules the offer out.
                guard watch.admits(watchedForeign) else { continue }
                let isNative = entries[index].currency == name.currency
                guard !isNative || watch.admits(watched) else { continue }
                guard reaches[index]?.admits(isNative ? codes : foreign) ?? true else { continue }
            }
            body(entries[index])
        }
    }
}
