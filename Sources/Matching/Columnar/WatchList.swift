/// Of a requirement, what rules most capabilities out at a glance.
struct Watch: BitwiseCopyable {
    /// The most that codes may be.
    private var limits = CodeRow(repeating: FieldCode.greatest)
    /// What must not be lacked.
    private var bits = CodeRow(repeating: 0)
    /// The last digits of the slots of the capabilities that are ranked.
    private var ranked = SIMD16<UInt16>(repeating: .max)
    /// Whether more are ranked than there is room for.
    private var ranksMore = false

    /// Rules every capability out.
    static let nothing: Watch = {
        var watch = Watch()
        watch.limits = CodeRow(repeating: .min)
        return watch
    }()

    private init() {}

    init(_ question: Question, ranked slots: [UInt32]) {
        for test in question.tests {
            switch test.kind {
            case .atMost: limits[test.column] = min(limits[test.column], test.maybe)
            case .lacksNone: bits[test.column] = test.maybe
            case .atLeast: break
            }
        }
        for (lane, slot) in slots.prefix(ranked.scalarCount).enumerated() {
            ranked[lane] = UInt16(truncatingIfNeeded: slot)
        }
        ranksMore = slots.count > ranked.scalarCount
    }

    /// Whether an offer's codes do not rule it out, or its slot may be ranked.
    ///
    /// - parameter ordered: Its codes, with 0 where there are bits.
    @inline(__always)
    func concerns(ordered: CodeRow, bits held: CodeRow, slot: SIMD16<UInt16>) -> Bool {
        let failing = unsafeBitCast(ordered .> limits, to: CodeRow.self) | (held & bits)
        let words = unsafeBitCast(failing, to: SIMD4<UInt64>.self)
        let equal = unsafeBitCast(unsafeBitCast(ranked .== slot, to: CodeRow.self), to: SIMD4<UInt64>.self)
        return words[0] | words[1] | words[2] | words[3] == 0
            || equal[0] | equal[1] | equal[2] | equal[3] != 0 || ranksMore
    }
}

/// The requirements of one code and unit, for the capabilities that come and go.
final class WatchList {
    private var watches: [Watch] = []
    private(set) var entries: [RequirementEntry] = []

    func copy(_ copied: (Key) -> RequirementEntry?) -> WatchList {
        let other = WatchList()
        other.watches = watches
        other.entries = entries.map { copied($0.key) ?? $0 }
        return other
    }

    func add(_ entry: RequirementEntry) {
        entry.watchIndex = entries.count
        entries.append(entry)
        watches.append(.nothing)
    }

    func remove(_ entry: RequirementEntry) {
        let last = entries.removeLast()
        let watch = watches.removeLast()
        guard last !== entry else { return }
        entries[entry.watchIndex] = last
        watches[entry.watchIndex] = watch
        last.watchIndex = entry.watchIndex
    }

    func set(_ watch: Watch, of entry: RequirementEntry) { watches[entry.watchIndex] = watch }

    /// Visits the requirements that a capability's codes do not rule out, and those that rank it.
    func visit(_ slot: UInt32, _ codes: CodeRow, _ name: GroupName, _ body: (RequirementEntry) -> Void) {
        var ordered = codes
        for column in 0..<Column.count where Column.isMask(column) { ordered[column] = 0 }
        var foreign = ordered
        foreign[Column.price] = 0
        let lanes = SIMD16<UInt16>(repeating: UInt16(truncatingIfNeeded: slot))
        for (index, watch) in watches.enumerated() {
            // A price in another currency is compared where nothing else rules the offer out.
            guard watch.concerns(ordered: foreign, bits: codes, slot: lanes) else { continue }
            let entry = entries[index]
            let isNative = entry.currency == name.currency
            guard !isNative || watch.concerns(ordered: ordered, bits: codes, slot: lanes) else { continue }
            body(entry)
        }
    }
}
