import Localization

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

    private init() {}

    init(_ question: Question, ranked listed: [Shortlist.Entry]) {
        limits = question.tests.limits { $0.maybe }
        setRanked(listed)
    }

    mutating func setRanked(_ listed: [Shortlist.Entry]) {
        ranked = SIMD16(repeating: .max)
        for (lane, entry) in listed.prefix(ranked.scalarCount).enumerated() {
            ranked[lane] = UInt16(truncatingIfNeeded: entry.slot)
        }
        limits[Self.rankedLane] = listed.count > ranked.scalarCount ? Self.many : FieldCode.greatest
    }

    /// Whether its slot may be ranked.
    @inline(__always)
    func ranks(_ slot: SIMD16<UInt16>) -> Bool {
        let equal = unsafeBitCast(unsafeBitCast(ranked .== slot, to: CodeRow.self), to: SIMD4<UInt64>.self)
        return equal[0] | equal[1] | equal[2] | equal[3] != 0 || limits[Self.rankedLane] == Self.many
    }

    /// Whether an offer's codes do not rule it out.
    @inline(__always)
    func admits(_ codes: WatchedCodes) -> Bool { codes.keep(limits) }
}

/// Of a requirement, which capabilities surely qualify and surely are not listed: they are counted without a look at it.
struct Reach: BitwiseCopyable {
    /// The most that codes may be of who surely qualifies; for columns of bits, what must not be lacked.
    private let limits: CodeRow
    private let place: PlaceTest?
    private let buyer: UInt32
    private let scorer: Scorer
    private let days: Int64
    /// The score of the last that is listed.
    var least: UInt32

    /// Nil where codes never tell: where all who qualify are listed, or the cheapest offer bears on the scores of all.
    init?(_ question: Question, _ standing: Standing, _ scorer: Scorer) {
        guard let least = standing.leastScore, question.maximum != nil, !question.asksAttributes else { return nil }
        var limits = question.tests.limits { $0.sure }
        if let expiry = question.expiry { limits[Column.expiry] = expiry.sure }
        self.limits = limits
        place = question.place
        buyer = question.asked.owner
        days = question.windowDays
        self.least = least
        self.scorer = scorer
    }

    /// - parameter codes: Of an offer in the currency in which prices are compared, that say all of it.
    @inline(__always)
    func settles(_ codes: CodeRow, _ watched: WatchedCodes, of owner: UInt32) -> Bool {
        watched.keep(limits) && owner != buyer && place?.isSurelyNear(codes) ?? true
            && scorer.most(
                price: codes[Column.price], capacity: codes[Column.capacity], lvc: codes[Column.localContent],
                days: days) < least
    }
}

extension [ColumnTest] {
    /// The most that the codes of a row may be; for columns of bits, what must not be lacked.
    @inline(__always)
    fileprivate func limits(_ limit: (ColumnTest) -> Int16) -> CodeRow {
        var limits = CodeRow(repeating: FieldCode.greatest)
        for column in 0..<Column.count where Column.isMask(column) { limits[column] = 0 }
        for test in self {
            switch test.kind {
            case .atMost: limits[test.column] = Swift.min(limits[test.column], limit(test))
            case .lacksNone: limits[test.column] = limit(test)
            case .atLeast: break
            }
        }
        return limits
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

    /// Whether none is above its limit, and no bit is lacked.
    @inline(__always)
    func keep(_ limits: CodeRow) -> Bool {
        let failing = unsafeBitCast(ordered .> limits, to: CodeRow.self) | (bits & limits)
        let words = unsafeBitCast(failing, to: SIMD4<UInt64>.self)
        return words[0] | words[1] | words[2] | words[3] == 0
    }
}

/// A capability that goes as it was, or comes as it is.
struct OfferChange {
    let slot: UInt32
    let codes: CodeRow
    let group: GroupName
    /// The supplier of a capability of which codes say all, and that is the only one that can count for it; else nil.
    let plainOwner: UInt32?
    let step: Step

    /// By how many suppliers more qualify, where it does.
    enum Step: Int {
        case leaves = -1
        case comes = 1
    }
}

/// The requirements of one code and unit, for the capabilities that come and go.
final class WatchList {
    private var watches: [Watch] = []
    private var reaches: [Reach?] = []
    /// The currencies in which prices are compared.
    private var currencies: [Currency?] = []
    /// Of each requirement, the suppliers of which a capability qualifies; nil where they must be counted again.
    private var tallies: [Int?] = []
    private(set) var entries: [RequirementEntry] = []

    func copy(_ copied: (Key) -> RequirementEntry?) -> WatchList {
        let other = WatchList()
        other.watches = watches
        other.reaches = reaches
        other.currencies = currencies
        other.tallies = tallies
        other.entries = entries.map { copied($0.key) ?? $0 }
        for entry in other.entries { entry.list = other }
        return other
    }

    func add(_ entry: RequirementEntry) {
        entry.watchIndex = entries.count
        entry.list = self
        entries.append(entry)
        watches.append(.nothing)
        reaches.append(nil)
        currencies.append(nil)
        tallies.append(nil)
    }

    func remove(_ entry: RequirementEntry) {
        entry.list = nil
        let (last, tally) = (entries.removeLast(), tallies.removeLast())
        let (watch, reach, currency) = (watches.removeLast(), reaches.removeLast(), currencies.removeLast())
        guard last !== entry else { return }
        entries[entry.watchIndex] = last
        watches[entry.watchIndex] = watch
        reaches[entry.watchIndex] = reach
        currencies[entry.watchIndex] = currency
        tallies[entry.watchIndex] = tally
        last.watchIndex = entry.watchIndex
    }

    subscript(tallyOf entry: RequirementEntry) -> Int? {
        get { tallies[entry.watchIndex] }
        set { tallies[entry.watchIndex] = newValue }
    }

    /// Notes by what capabilities are ruled out from now on.
    func set(_ question: Question, _ scorer: Scorer, of entry: RequirementEntry) {
        watches[entry.watchIndex] = Watch(question, ranked: entry.standing.listed)
        reaches[entry.watchIndex] = Reach(question, entry.standing, scorer)
        currencies[entry.watchIndex] = question.pricing.currency
    }

    /// Notes another ranking, of a requirement that asks what it asked.
    func setRanking(of entry: RequirementEntry) {
        watches[entry.watchIndex].setRanked(entry.standing.listed)
        if let least = entry.standing.leastScore {
            reaches[entry.watchIndex]?.least = least
        } else {
            reaches[entry.watchIndex] = nil
        }
    }

    /// Notes that all capabilities are ruled out.
    func close(_ entry: RequirementEntry) {
        watches[entry.watchIndex] = .nothing
        tallies[entry.watchIndex] = nil
    }

    /// Counts a change for the requirements for which codes tell that there is nothing else to do, and visits the others that
    /// they do not rule out, and those that rank the capability.
    ///
    /// - parameter body: Takes a requirement, whether its ranking may list the capability, and its tally.
    func visit(_ change: OfferChange, _ body: (RequirementEntry, _ mayList: Bool, inout Int?) -> Void) {
        let codes = change.codes
        var foreign = codes
        foreign[Column.price] = 0
        let (watched, watchedForeign) = (WatchedCodes(codes), WatchedCodes(foreign))
        let lanes = SIMD16<UInt16>(repeating: UInt16(truncatingIfNeeded: change.slot))
        for (index, watch) in watches.enumerated() {
            let mayList = watch.ranks(lanes)
            if !mayList {
                // A price in another currency is compared where nothing else rules the offer out.
                guard watch.admits(watchedForeign) else { continue }
                let isNative = currencies[index] == change.group.currency
                guard !isNative || watch.admits(watched) else { continue }
                if isNative, let owner = change.plainOwner, let reach = reaches[index],
                    reach.settles(codes, watched, of: owner)
                {
                    tallies[index]? += change.step.rawValue
                    continue
                }
            }
            body(entries[index], mayList, &tallies[index])
        }
    }
}
