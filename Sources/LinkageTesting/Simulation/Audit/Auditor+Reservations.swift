internal import Contracts

extension Auditor {
    /// What is reserved of a capability is within its capacity, but for awards that are flagged; what a plan takes is
    /// within what is left.
    mutating func auditReservations() {
        let books = AwardBooks(facts.joined().map(\.fact))
        for matchSet in matchSets.flatMap({ $0.current.values }).sorted(by: { $0.requirement < $1.requirement }) {
            guard let requirement = books.requirements[matchSet.requirement] else { continue }
            let flags = books.flags(of: matchSet.requirement, requirement)
            let found = matchSet.awardFlags.map { "\($0.award) \($0.flag)" }
            if flags != found {
                find("an award above capacity is flagged", "\(matchSet.requirement): \(found), not \(flags)")
            }
            auditPlan(matchSet, requirement, books)
        }
    }

    private mutating func auditPlan(
        _ matchSet: WireMatchSet, _ requirement: WireRequirementAccepted, _ books: AwardBooks
    ) {
        for allocation in matchSet.plan {
            let left = books.available(
                allocation.capability, over: requirement.delivery, besides: matchSet.requirement)
            if allocation.quantity > left ?? 0 {
                find(
                    "a plan is within what is left",
                    "\(matchSet.requirement) takes \(allocation.quantity) of \(allocation.capability), "
                        + "which has \(left.map(String.init) ?? "gone")")
            }
        }
        if matchSet.plan.reduce(0, { $0 + $1.quantity }) > matchSet.openQuantity {
            find("a plan does not exceed what is open", matchSet.requirement)
        }
    }
}

extension [WireMatchSet] {
    /// The last match set of each requirement.
    var current: [String: WireMatchSet] { Dictionary(map { ($0.requirement, $0) }) { $1 } }
}

/// Requirements, capabilities and awards as they stand after all facts, and the arithmetic of capacity, written down
/// apart from the engine's.
private struct AwardBooks {
    private(set) var requirements: [String: WireRequirementAccepted] = [:]
    private var capabilities: [String: WireCapabilityAccepted] = [:]
    private var awards: [String: WireAwardAccepted] = [:]

    init(_ facts: [WireMarketFact]) {
        for fact in facts {
            switch fact.fact {
            case .requirement(let accepted): requirements[fact.key] = accepted
            case .capability(let accepted): capabilities[fact.key] = accepted
            case .award(let accepted): awards[fact.key] = accepted
            case .withdrawn(let withdrawn):
                switch Subject(topicName: withdrawn.topic) {
                case .requirements: requirements[fact.key] = nil
                case .capabilities: capabilities[fact.key] = nil
                case .awards: awards[fact.key] = nil
                default: break
                }
            default: break
            }
        }
    }

    private func active(_ isAsked: (WireAwardAccepted) -> Bool) -> [(key: String, award: WireAwardAccepted)] {
        awards.filter { $0.value.published.status != .cancelled && isAsked($0.value) }
            .sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
            .map { ($0.key, $0.value) }
    }

    /// The flags that a requirement's awards deserve, by key.
    func flags(of key: String, _ requirement: WireRequirementAccepted) -> [String] {
        let own = active { $0.published.requirement == key }
        let awarded = own.reduce(0) { $0 + $1.award.quantity }
        return own.flatMap { entry -> [String] in
            var flags = awarded > requirement.quantity ? ["exceedsQuantity"] : []
            let capability = entry.award.published.capability
            if isCandidate(capability, key, requirement) {
                let left = available(capability, over: entry.award.window, besides: nil) ?? 0
                if left < 0 { flags.append("exceedsCapacity") }
            } else {
                flags.append("notACandidate")
            }
            return flags.map { "\(entry.key) \($0)" }
        }
    }

    private func isCandidate(_ key: String, _ asking: String, _ requirement: WireRequirementAccepted) -> Bool {
        guard let capability = capabilities[key] else { return false }
        return requirement.published.hsCode.hasPrefix(capability.published.hsCode)
            && capability.unitCode == requirement.unitCode && key.prefix(10) != asking.prefix(10)
    }

    /// Capacity over a window, less what active awards of the same heading reserve; nil where nobody makes it.
    func available(_ key: String, over window: WireDayRange, besides requirement: String?) -> Int64? {
        guard let capability = capabilities[key] else { return nil }
        let reserved = active {
            $0.published.capability == key && $0.published.requirement != requirement
                && $0.hsCode.prefix(4) == capability.published.hsCode.prefix(4)
        }.reduce(Int64(0)) { sum, entry in
            let (award, days) = (entry.award, entry.award.window.days)
            let first = max(window.first, award.window.first)
            let overlap = max(0, Int64(min(window.last, award.window.last)) - Int64(first) + 1)
            return sum + (award.quantity * overlap + days - 1) / days
        }
        return capability.capacityPerMonth * window.days / 30 - reserved
    }
}

extension WireDayRange {
    fileprivate var days: Int64 { Int64(last) - Int64(first) + 1 }
}
