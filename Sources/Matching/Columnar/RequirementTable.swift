import Localization

/// The requirements, and by code those that a capability can touch.
struct RequirementTable {
    private var entries: [Key: RequirementEntry] = [:]
    private var watches: [OfferTable.CodeAndUnit: WatchList] = [:]
    private var listsOfHeading: [HSCode: [OfferTable.CodeAndUnit]] = [:]

    /// Another table of equal content that asks of another table of offers.
    func copy(to table: OfferTable) -> RequirementTable {
        var other = self
        other.entries = entries.mapValues { $0.copy(to: table) }
        other.watches = watches.mapValues { list in list.copy { other.entries[$0] } }
        return other
    }

    subscript(key: Key) -> RequirementEntry? { entries[key] }

    var keys: Dictionary<Key, RequirementEntry>.Keys { entries.keys }

    /// The headings of which anything was ever asked.
    var headings: Set<HSCode> { Set(listsOfHeading.keys) }

    /// Whether anything of a heading was ever asked.
    func hasHeading(_ heading: HSCode) -> Bool { listsOfHeading[heading] != nil }

    /// The requirements of a heading, in no order.
    func entries(of heading: HSCode) -> [RequirementEntry] {
        (listsOfHeading[heading] ?? []).flatMap { watches[$0]?.entries ?? [] }
    }

    /// The requirements that capabilities of a group could supply by code and unit, in no order.
    func entries(askingFor name: GroupName) -> [RequirementEntry] {
        var entries: [RequirementEntry] = []
        forEachList(askingFor: name) { entries += $0.entries }
        return entries
    }

    /// The lists of a group's code and unit; for a heading, those of its codes.
    private func forEachList(askingFor name: GroupName, _ body: (WatchList) -> Void) {
        let own = OfferTable.CodeAndUnit(hsCode: name.hsCode, unit: name.unit)
        if name.hsCode.isSubheading {
            if let list = watches[own] { body(list) }
        } else {
            for part in listsOfHeading[name.hsCode] ?? [] where part.unit == name.unit {
                if let list = watches[part] { body(list) }
            }
        }
    }

    mutating func publish(_ requirement: Requirement, version: UInt64, asked: Asked) -> RequirementEntry {
        let key = requirement.key
        if let old = entries[key] { old.list?.remove(old) }
        let entry = RequirementEntry(Published(requirement, version: version), asked)
        entries[key] = entry
        let name = OfferTable.CodeAndUnit(hsCode: requirement.hsCode, unit: asked.unit)
        let list: WatchList
        if let known = watches[name] {
            list = known
        } else {
            list = WatchList()
            watches[name] = list
            listsOfHeading[requirement.hsCode.headingCode, default: []].append(name)
        }
        list.add(entry)
        return entry
    }

    mutating func withdraw(_ key: Key) -> Requirement? {
        guard let old = entries.removeValue(forKey: key) else { return nil }
        old.list?.remove(old)
        return old.published.value
    }

    /// Notes a change of a capability for the requirements of its code and unit; see `WatchList.visit`.
    func visit(_ change: OfferChange, _ body: (RequirementEntry, _ mayList: Bool, inout Int?) -> Void) {
        forEachList(askingFor: change.group) { $0.visit(change, body) }
    }
}

/// A requirement and what its last evaluation found.
final class RequirementEntry {
    // What each change of a capability asks for comes first, in few lines of a processor's cache.

    /// Whether suppliers could be matched when it was last evaluated.
    var isOpen = false
    /// Whether it is evaluated at the end of the batch.
    var isMarked = false
    /// Where it stands in the list of its code.
    var watchIndex = 0
    /// The list of its code; nil once it is withdrawn, or another has come in its place.
    unowned var list: WatchList?
    /// The quantity that was open.
    var open: Int64 = 0
    /// What prices were measured against.
    var ceiling = PriceCeiling.lowest(nil)
    /// What it asked when it was last evaluated, and under which conditions.
    private var question: (asked: Question, conditions: UInt64)?
    /// Its ranking when it was last evaluated.
    var standing = Standing()

    let asked: Asked
    let published: Published<Requirement>
    /// What was last told; nil if nothing was.
    var told: MatchSet.Outcome?
    /// Whether suppliers could be matched, and the plan that was last told meets it.
    var isMet: Bool { !isMarked && isOpen && told?.plan.uncoveredQuantity == 0 }

    var key: Key { published.value.key }

    init(_ published: Published<Requirement>, _ asked: Asked) {
        self.published = published
        self.asked = asked
    }

    /// What it asks of offers, where the open quantity and the conditions are those of the last time.
    func question(open: Int64, conditions: UInt64) -> Question? {
        guard let question, question.conditions == conditions, question.asked.open == open else { return nil }
        return question.asked
    }

    func setQuestion(_ asked: Question, conditions: UInt64) { question = (asked, conditions) }

    /// Another entry of equal content that asks of another table.
    func copy(to table: OfferTable) -> RequirementEntry {
        let other = RequirementEntry(published, Asked(published.value, in: table))
        other.watchIndex = watchIndex
        other.isMarked = isMarked
        other.told = told
        other.isOpen = isOpen
        other.standing = standing
        other.ceiling = ceiling
        other.open = open
        return other
    }
}
