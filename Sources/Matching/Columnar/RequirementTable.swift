import Localization

/// The requirements, and by code those that a capability can touch.
struct RequirementTable {
    private var entries: [Key: RequirementEntry] = [:]
    private var watches: [OfferTable.CodeAndUnit: [Watch]] = [:]
    private var codesOfHeading: [HSCode: [HSCode]] = [:]

    /// Of a requirement, what rules most capabilities out at a glance.
    struct Watch {
        let entry: RequirementEntry
        var limits = CodeRow(repeating: FieldCode.greatest)
        var bits = CodeRow(repeating: 0)
        /// The currency in which prices are compared.
        var currency: Currency?
    }

    /// Another table of equal content that asks of another table of offers.
    func copy(to table: OfferTable) -> RequirementTable {
        var other = self
        other.entries = entries.mapValues { $0.copy(to: table) }
        for list in watches.keys {
            other.watches[list] = watches[list]?.map { watch in
                var copied = Watch(entry: other.entries[watch.entry.key] ?? watch.entry)
                copied.limits = watch.limits
                copied.bits = watch.bits
                copied.currency = watch.currency
                return copied
            }
        }
        return other
    }

    subscript(key: Key) -> RequirementEntry? { entries[key] }

    var keys: Dictionary<Key, RequirementEntry>.Keys { entries.keys }

    mutating func publish(_ requirement: Requirement, version: UInt64, asked: Asked) -> RequirementEntry {
        let key = requirement.key
        if let old = entries[key] { removeWatch(of: old) }
        let entry = RequirementEntry(Published(requirement, version: version), asked)
        entries[key] = entry
        let list = OfferTable.CodeAndUnit(hsCode: requirement.hsCode, unit: asked.unit)
        if watches[list] == nil { codesOfHeading[requirement.hsCode.parent, default: []].append(requirement.hsCode) }
        entry.watchIndex = watches[list]?.count ?? 0
        watches[list, default: []].append(Watch(entry: entry))
        return entry
    }

    mutating func withdraw(_ key: Key) -> Requirement? {
        guard let old = entries.removeValue(forKey: key) else { return nil }
        removeWatch(of: old)
        return old.published.value
    }

    private mutating func removeWatch(of entry: RequirementEntry) {
        let list = OfferTable.CodeAndUnit(hsCode: entry.published.value.hsCode, unit: entry.asked.unit)
        guard let last = watches[list]?.popLast(), last.entry !== entry else { return }
        watches[list]?[entry.watchIndex] = last
        last.entry.watchIndex = entry.watchIndex
    }

    /// Notes the limits by which capabilities are ruled out from now on.
    mutating func setWatch(_ question: Question, of entry: RequirementEntry) {
        let list = OfferTable.CodeAndUnit(hsCode: question.requirement.hsCode, unit: entry.asked.unit)
        var limits = CodeRow(repeating: FieldCode.greatest)
        var bits = CodeRow(repeating: 0)
        for test in question.tests {
            switch test.kind {
            case .atMost: limits[test.column] = min(limits[test.column], test.maybe)
            case .lacksNone: bits[test.column] = test.maybe
            case .atLeast: break
            }
        }
        watches[list]?[entry.watchIndex].limits = limits
        watches[list]?[entry.watchIndex].bits = bits
        watches[list]?[entry.watchIndex].currency = question.pricing.currency
    }

    /// Visits the requirements of a capability's code and unit, and says whether its codes rule them out.
    func visit(
        _ codes: CodeRow, of name: GroupName, _ body: (RequirementEntry, _ isRuledOut: Bool) -> Void
    ) {
        let covered = name.hsCode.isSubheading ? [name.hsCode] : codesOfHeading[name.hsCode] ?? []
        var foreign = codes
        foreign[Column.price] = 0
        for hsCode in covered {
            for watch in watches[OfferTable.CodeAndUnit(hsCode: hsCode, unit: name.unit)] ?? [] {
                let row = watch.currency == name.currency ? codes : foreign
                let ordered = row.replacing(with: 0, where: Self.maskLanes)
                let isRuledOut = any(ordered .> watch.limits) || any((row & watch.bits) .!= CodeRow(repeating: 0))
                body(watch.entry, isRuledOut)
            }
        }
    }

    /// The lanes that hold bits and not an order.
    private static let maskLanes: SIMDMask<CodeRow> = {
        var mask = SIMDMask<CodeRow>(repeating: false)
        for column in 0..<Column.count where Column.isMask(column) { mask[column] = true }
        return mask
    }()
}

/// A requirement and what its last evaluation found.
final class RequirementEntry {
    let published: Published<Requirement>
    let asked: Asked
    /// Where it stands among those of its code.
    var watchIndex = 0
    /// Whether it is evaluated at the end of the batch.
    var isMarked = false
    /// What was last told; nil if nothing was.
    var told: MatchSet.Outcome?
    /// Whether suppliers could be matched when it was last evaluated.
    var isOpen = false
    /// The capabilities that were ranked.
    var ranked: [UInt32] = []
    /// The last of a full ranking; nil while there is room.
    var last: Shortlist.Entry?
    /// What prices were measured against.
    var ceiling = PriceCeiling.lowest(nil)
    /// The quantity that was open.
    var open: Int64 = 0
    /// What it asked when it was last evaluated, and under which conditions.
    private var question: (asked: Question, conditions: UInt64)?

    var key: Key { published.value.key }

    init(_ published: Published<Requirement>, _ asked: Asked) {
        self.published = published
        self.asked = asked
    }

    /// What it asks of offers; it is put together again where the open quantity or the conditions are others.
    func question(
        open: Int64, day: Day, rates: ExchangeRates, policy: Policy, conditions: UInt64
    ) -> Question {
        if let question, question.conditions == conditions, question.asked.open == open { return question.asked }
        let asked = Question(published, asked, open: open, day: day, rates: rates, policy: policy)
        question = (asked, conditions)
        return asked
    }

    /// Another entry of equal content that asks of another table.
    func copy(to table: OfferTable) -> RequirementEntry {
        let other = RequirementEntry(published, Asked(published.value, in: table))
        other.watchIndex = watchIndex
        other.isMarked = isMarked
        other.told = told
        other.isOpen = isOpen
        other.ranked = ranked
        other.last = last
        other.ceiling = ceiling
        other.open = open
        return other
    }
}
