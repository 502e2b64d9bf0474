import Localization

/// What the columnar engine holds: the fold of the facts, arranged for questions.
///
/// One engine owns it and copies it before a change if another shares it; see `ColumnarEngine`.
final class ColumnarMarket {
    private(set) var policy = Policy.standard
    private(set) var rates = ExchangeRates()
    private(set) var day = Day(0)
    private(set) var lastAcceptedAt = Int64.min
    private(set) var table = OfferTable()
    private(set) var requirements = RequirementTable()
    private(set) var awards: [Key: Award] = [:]
    private var awardsOfRequirement: [Key: [Award]] = [:]
    private var marked: [RequirementEntry] = []
    /// How often the day, the rates or the policy have changed.
    private var conditions: UInt64 = 0
    private let inquiry = Inquiry()
    /// Whether requirements are evaluated; else the market is only asked which pairs fit.
    private let isMatching: Bool

    init(isMatching: Bool) { self.isMatching = isMatching }

    func copy() -> ColumnarMarket {
        let other = ColumnarMarket(isMatching: isMatching)
        other.policy = policy
        other.rates = rates
        other.day = day
        other.lastAcceptedAt = lastAcceptedAt
        other.table = table.copy()
        other.requirements = requirements.copy(to: other.table)
        other.awards = awards
        other.awardsOfRequirement = awardsOfRequirement
        other.conditions = conditions
        other.marked = marked.compactMap { other.requirements[$0.key] }
        return other
    }

    // MARK: - Facts

    func apply(_ fact: Fact, emit: (MatchSet) -> Void) throws(FactRefusal) {
        guard fact.acceptedAt >= lastAcceptedAt else { throw .acceptedAtDecreased }
        guard fact.event.hasForm else { throw .malformed }
        lastAcceptedAt = fact.acceptedAt
        let today = Day(ofMilliseconds: fact.acceptedAt)
        if today != day {
            day = today
            markAll()
        }
        change(by: fact, emit: emit)
        if fact.isEndOfBatch { evaluateMarked(cause: fact.position, emit: emit) }
    }

    private func change(by fact: Fact, emit: (MatchSet) -> Void) {
        switch fact.event {
        case .requirementPublished(let requirement): publish(requirement, by: fact, emit: emit)
        case .requirementWithdrawn(let key): withdrawRequirement(key, by: fact, emit: emit)
        case .capabilityPublished(let capability):
            changeOffer(of: capability.key) { table.publish(capability, version: fact.version) }
        case .capabilityWithdrawn(let key):
            changeOffer(of: key) { if let slot = table.publishedSlot(of: key) { table.withdraw(slot) } }
        case .awardPublished(let award): replaceAward(award.key, with: award)
        case .awardWithdrawn(let key): replaceAward(key, with: nil)
        case .certificateExamined(let key, let scheme, let number, let accepted):
            changeOffer(of: key) {
                table.certificateExamined(key, scheme: scheme, number: number, accepted: accepted)
            }
        case .statementExamined(let key, let accepted):
            changeOffer(of: key) { table.statementExamined(key, accepted: accepted) }
        case .ratePublished(let currency, let rate): if rates.set(currency, dongPerUnit: rate) { markAll() }
        case .rateWithdrawn(let currency): if rates.remove(currency) { markAll() }
        case .policySet(let policy):
            guard policy != self.policy else { return }
            self.policy = policy
            markAll()
        case .none: break
        }
    }

    private func publish(_ requirement: Requirement, by fact: Fact, emit: (MatchSet) -> Void) {
        requirements[requirement.key]?.isMarked = false
        let entry = requirements.publish(
            requirement, version: fact.version, asked: Asked(requirement, in: table))
        tell(entry, cause: fact.position, emit: emit)
    }

    private func withdrawRequirement(_ key: Key, by fact: Fact, emit: (MatchSet) -> Void) {
        requirements[key]?.isMarked = false
        guard let requirement = requirements.withdraw(key), isMatching else { return }
        emit(emptySet(of: requirement, version: fact.version, status: .withdrawn, open: 0, cause: fact.position))
    }

    /// Changes a capability and marks whom it touched before or touches after.
    private func changeOffer(of key: Key, _ change: () -> Void) {
        touch(by: key, .leaves)
        change()
        touch(by: key, .comes)
    }

    private func replaceAward(_ key: Key, with award: Award?) {
        let affected = [awards[key], award].compactMap { $0 }
        let capabilities = Set(affected.map(\.capability))
        for award in affected { if let entry = requirements[award.requirement] { mark(entry) } }
        for capability in capabilities { touch(by: capability, .leaves) }
        if let old = awards.removeValue(forKey: key) {
            awardsOfRequirement[old.requirement]?.removeAll { $0.key == key }
            if awardsOfRequirement[old.requirement]?.isEmpty ?? false { awardsOfRequirement[old.requirement] = nil }
            table.removeAward(old)
        }
        if let award {
            awards[key] = award
            awardsOfRequirement[award.requirement, default: []].append(award)
            table.addAward(award)
        }
        for capability in capabilities { touch(by: capability, .comes) }
    }

    // MARK: - Marks

    /// Has a requirement evaluated anew.
    private func mark(_ entry: RequirementEntry) {
        entry.list?[tallyOf: entry] = nil
        addToMarked(entry)
    }

    private func addToMarked(_ entry: RequirementEntry) {
        guard isMatching, !entry.isMarked else { return }
        entry.isMarked = true
        marked.append(entry)
    }

    /// Marks all after the day, a rate or the policy has changed.
    private func markAll() {
        conditions += 1
        guard isMatching else { return }
        for key in requirements.keys { if let entry = requirements[key] { mark(entry) } }
    }

    /// Marks the requirements whose outcome a capability takes part in, or would as it stands, and counts for all.
    private func touch(by key: Key, _ step: OfferChange.Step) {
        guard isMatching, let slot = table.publishedSlot(of: key) else { return }
        for award in table.awards(of: slot) { if let entry = requirements[award.requirement] { mark(entry) } }
        let group = table.group(of: slot)
        let hasRival = table.hasRival(slot)
        let isPlain = !hasRival && !table.offers[slot].isIrregular
        let change = OfferChange(
            slot: slot, codes: group.codes(at: table.details[slot].location), group: group.name,
            plainOwner: isPlain ? table.offers[slot].owner : nil, step: step)
        let keys = table.keys
        requirements.visit(change) { entry, mayList, tally in
            guard entry.isOpen, tally != nil || !entry.isMarked else { return }
            let offered = question(of: entry, open: entry.open).entry(slot, scorer(of: entry), in: table)
            if offered != nil {
                // Of several that its supplier has, it need not be the one that counts.
                if hasRival { tally = nil }
                tally? += step.rawValue
            }
            let rank = mayList ? entry.standing.rank(of: slot) : nil
            entry.standing.note(slot, isListed: rank != nil, offered, keys: keys)
            if rank.map({ $0 < policy.matchLimit }) ?? false || offered.map({ isFelt($0, by: entry, keys) }) ?? false {
                addToMarked(entry)
            }
        }
    }

    /// Whether a capability that is not told would change an outcome: it would be told, or is the cheapest where prices are
    /// measured against that.
    private func isFelt(_ offered: Shortlist.Entry, by entry: RequirementEntry, _ keys: [Key]) -> Bool {
        if case .lowest(let lowest) = entry.ceiling, offered.price <= lowest ?? offered.price { return true }
        return entry.standing.tells(offered, limit: policy.matchLimit, keys: keys)
    }

    private func evaluateMarked(cause: MarketPosition, emit: (MatchSet) -> Void) {
        guard !marked.isEmpty else { return }
        let entries = marked.filter(\.isMarked).sorted { $0.key < $1.key }
        marked.removeAll(keepingCapacity: true)
        for entry in entries where entry.isMarked {
            entry.isMarked = false
            tell(entry, cause: cause, emit: emit)
        }
    }

    private func tell(_ entry: RequirementEntry, cause: MarketPosition, emit: (MatchSet) -> Void) {
        if isMatching, let matchSet = evaluate(entry, cause: cause) {
            entry.told = matchSet.outcome
            emit(matchSet)
        }
    }

    // MARK: - Evaluation

    /// The arithmetic of a requirement's last evaluation.
    private func scorer(of entry: RequirementEntry) -> Scorer {
        Scorer(policy: policy, open: entry.open, ceiling: entry.ceiling)
    }

    private func question(of entry: RequirementEntry, open: Int64) -> Question {
        if let question = entry.question(open: open, conditions: conditions) { return question }
        let question = Question(entry.published, entry.asked, open: open, day: day, rates: rates, policy: policy)
        entry.setQuestion(question, conditions: conditions)
        return question
    }

    /// Evaluates a requirement; nil where what was last told still holds. Near misses alone are nothing to tell, and are
    /// not looked for then.
    private func evaluate(_ entry: RequirementEntry, cause: MarketPosition) -> MatchSet? {
        let requirement = entry.published.value
        let open = openQuantity(of: requirement)
        let status: MatchSet.Status = requirement.closingDay < day ? .closed : open > 0 ? .open : .awarded
        entry.isOpen = status == .open
        guard status == .open else {
            entry.list?.close(entry)
            let empty = emptySet(
                of: requirement, version: entry.published.version, status: status, open: open, cause: cause)
            return empty.outcome == entry.told ? nil : empty
        }
        let question = question(of: entry, open: open)
        let tally = entry.list?[tallyOf: entry]
        let isFollowed = inquiry.rank(question, after: entry.standing, tally, in: table, policy: policy)
        remember(entry, question, isFollowed: isFollowed)
        let outcome = outcome(question)
        guard outcome != entry.told else { return nil }
        return MatchSet(
            requirement: entry.key, requirementVersion: entry.published.version, cause: cause, asOf: lastAcceptedAt,
            qualifyingSuppliers: inquiry.qualifyingSuppliers, candidates: inquiry.candidates,
            nearMisses: outcome.plan.uncoveredQuantity > 0 ? nearMisses(question) : nil, outcome: outcome)
    }

    /// Notes in an entry what tells later whether a capability touches it.
    private func remember(_ entry: RequirementEntry, _ question: Question, isFollowed: Bool) {
        entry.open = question.open
        entry.ceiling = inquiry.ceiling
        entry.standing.set(inquiry.shortlist, hasOthers: inquiry.hasOthers, keys: table.keys)
        entry.list?[tallyOf: entry] = inquiry.qualifyingSuppliers
        if isFollowed {
            entry.list?.setRanking(of: entry)
        } else {
            entry.list?.set(question, scorer(of: entry), of: entry)
        }
    }

    /// The best of the shortlist, which are told.
    private var told: Slice<UnsafeBufferPointer<Shortlist.Entry>> {
        inquiry.shortlist.entries.prefix(policy.matchLimit)
    }

    private func outcome(_ question: Question) -> MatchSet.Outcome {
        let plan = plan(question)
        return MatchSet.Outcome(
            status: .open, openQuantity: question.open, currency: question.pricing.currency,
            matches: told.map { match(of: $0, question) }, plan: plan,
            ratio: ValueRatio.make(of: plan, pricing: question.pricing),
            awardFlags: awardFlags(of: question.requirement))
    }

    private func match(of listed: Shortlist.Entry, _ question: Question) -> Match {
        let offer = table.offers[listed.slot]
        return Match(
            capability: table.keys[Int(listed.slot)], capabilityVersion: table.version(of: listed.slot),
            terms: listed.terms, unitPrice: listed.price, available: listed.available,
            lvc: offer.lvcMillionths, isLVCUnstated: !offer.hasLocalContent,
            unverifiedCertifications: question.unverifiedSchemes(of: listed.slot, in: table))
    }

    /// As `SupplyPlan.make`.
    private func plan(_ question: Question) -> SupplyPlan {
        var allocations: [SupplyPlan.Allocation] = []
        var uncovered = question.open
        for listed in question.requirement.allowsPartialSupply ? told : told.prefix(1) {
            guard uncovered > 0, allocations.count < MatchingLimits.planSuppliers else { break }
            let offer = table.offers[listed.slot]
            let quantity = min(uncovered, listed.available)
            guard quantity > 0, quantity >= offer.minimumOrder,
                let price = question.unitPrice(listed.slot, at: quantity, in: table),
                question.pricing.isAcceptable(price)
            else { continue }
            let amount = try? Amount(
                quantity: Millionths(count: quantity), unitPrice: Millionths(count: price),
                currency: question.pricing.currency)
            allocations.append(
                SupplyPlan.Allocation(
                    capability: table.keys[Int(listed.slot)], quantity: quantity, unitPrice: price,
                    amount: amount?.minorUnits, lvc: offer.lvcMillionths))
            uncovered -= quantity
        }
        return SupplyPlan(allocations: allocations, uncoveredQuantity: uncovered)
    }

    private func nearMisses(_ question: Question) -> NearMisses {
        inquiry.findNearMisses(question, in: table, policy: policy)
        return NearMisses(
            counts: inquiry.near.reasonCounts,
            best: inquiry.near.entries.compactMap { question.nearMiss($0, in: table) })
    }

    private func emptySet(
        of requirement: Requirement, version: UInt64, status: MatchSet.Status, open: Int64, cause: MarketPosition
    ) -> MatchSet {
        MatchSet(
            requirement: requirement.key, requirementVersion: version, cause: cause, asOf: lastAcceptedAt,
            qualifyingSuppliers: 0, candidates: 0, nearMisses: nil,
            outcome: MatchSet.Outcome(
                status: status, openQuantity: open,
                currency: Pricing(for: requirement, rates: rates, policy: policy).currency, matches: [],
                plan: .none(uncovered: open), ratio: .absent(.nothingOpen), awardFlags: awardFlags(of: requirement)))
    }

    private func activeAwards(of requirement: Requirement) -> [Award] {
        awardsOfRequirement.isEmpty ? [] : (awardsOfRequirement[requirement.key] ?? []).filter(\.isActive)
    }

    private func openQuantity(of requirement: Requirement) -> Int64 {
        let awarded = activeAwards(of: requirement).reduce(Int128(0)) { $0 + Int128($1.quantity) }
        return Int64(max(0, Int128(requirement.quantity) - awarded))
    }

    private func awardFlags(of requirement: Requirement) -> [AwardFlag] {
        let active = activeAwards(of: requirement)
        guard !active.isEmpty else { return [] }
        let awarded = active.reduce(Int128(0)) { $0 + Int128($1.quantity) }
        return active.sorted { $0.key < $1.key }.flatMap { award -> [AwardFlag] in
            var kinds: [AwardFlag.Kind] = awarded > Int128(requirement.quantity) ? [.exceedsQuantity] : []
            if let slot = table.publishedSlot(of: award.capability), table.isCandidate(slot, for: requirement) {
                if table.available(slot, over: award.window, besides: nil) < 0 { kinds.append(.exceedsCapacity) }
            } else {
                kinds.append(.notACandidate)
            }
            return kinds.map { AwardFlag(award: award.key, kind: $0) }
        }
    }

    // MARK: - Questions

    /// Ranks the capabilities for a requirement as it stands.
    func rank(_ key: Key, into ranking: inout Ranking) -> Bool {
        guard let question = openQuestion(of: key) else { return false }
        inquiry.rank(question, in: table, policy: policy)
        ranking.set(inquiry)
        return true
    }

    func isOpen(_ key: Key) -> Bool { requirements[key].map { quantityAsked(of: $0) != nil } ?? false }

    func openRequirements(comparing currency: Currency) -> [Key] {
        requirements.keys.filter { key in
            guard let entry = requirements[key], quantityAsked(of: entry) != nil else { return false }
            return Pricing(for: entry.published.value, rates: rates, policy: policy).currency == currency
        }
    }

    func qualifying(for key: Key) -> [Key] {
        guard let question = openQuestion(of: key) else { return [] }
        return inquiry.qualifying(question, in: table).map { table.keys[Int($0)] }.sorted()
    }

    func requirements(fitting key: Key) -> [Key] {
        guard let slot = table.publishedSlot(of: key) else { return [] }
        return requirements.entries(askingFor: table.group(of: slot).name).filter { entry in
            guard entry.key.owner != key.owner, let question = openQuestion(of: entry) else { return false }
            return question.check(slot, in: table).qualifies
        }.map(\.key).sorted()
    }

    private func openQuestion(of key: Key) -> Question? { requirements[key].flatMap { openQuestion(of: $0) } }

    /// What a requirement asks; nil where it is not open.
    private func openQuestion(of entry: RequirementEntry) -> Question? {
        quantityAsked(of: entry).map { question(of: entry, open: $0) }
    }

    /// The open quantity; nil of a requirement that is not open.
    private func quantityAsked(of entry: RequirementEntry) -> Int64? {
        guard entry.published.value.closingDay >= day else { return nil }
        let open =
            awardsOfRequirement.isEmpty ? entry.published.value.quantity : openQuantity(of: entry.published.value)
        return open > 0 ? open : nil
    }
}
