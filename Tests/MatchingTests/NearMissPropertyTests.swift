import LinkageTesting
import Localization
import Matching
import Testing

/// The smallest change makes a candidate fit, with the score it was said to have, and one unit less does not.
@Suite struct NearMissPropertyTests {
    @Test(arguments: Array(UInt64(1)...120))
    func smallestChangeIsEnoughAndNoLess(seed: UInt64) throws {
        var generator = MarketGenerator(seed: seed)
        let facts = generator.facts(120)
        let oracle = Oracle(facts: facts)
        let recording = try Recording(of: facts)
        for requirement in oracle.requirements {
            for capability in oracle.capabilities {
                let explanation = try #require(
                    recording.market.explain(requirement: requirement.key, capability: capability.key))
                guard let nearMiss = explanation.nearMiss else { continue }
                try Attempt(
                    recording: recording, requirement: requirement, capability: capability, explanation: explanation
                ).check(nearMiss, "seed \(seed), \(requirement.key), \(capability.key), \(nearMiss.change)")
            }
        }
    }

    @Test func everyKindOfChangeIsMet() throws {
        var kinds: Set<Reason> = []
        for seed in UInt64(1)...120 {
            var generator = MarketGenerator(seed: seed)
            for matchSet in try Recording(of: generator.facts(120)).emitted {
                kinds.formUnion(matchSet.nearMisses?.best.map(\.reason) ?? [])
            }
        }
        #expect(kinds == Set(Reason.allCases))
    }
}

/// A pair that fails for one reason.
private struct Attempt {
    let recording: Recording
    let requirement: Requirement
    let capability: Capability
    let explanation: Explanation

    func check(_ nearMiss: NearMiss, _ comment: Comment) throws {
        switch nearMiss.change {
        case .moreCapacity(let quantity):
            // Over thirty days a month's capacity is exactly what is available.
            guard requirement.delivery.count == 30 else { return }
            try check(nearMiss, by: quantity, comment) { $0.capacityPerMonth += $1 }
        case .lowerMinimumOrder(let quantity): try check(nearMiss, by: quantity, comment) { $0.minimumOrder -= $1 }
        case .lowerPrice(let amount):
            guard capability.currency.code == explanation.currency else { return }
            let tier = capability.tiers.lastIndex { $0.quantityMin <= supply } ?? 0
            try check(nearMiss, by: amount, comment) { changed, amount in
                let old = changed.tiers[tier]
                changed.tiers[tier] = PriceTier(from: old.quantityMin, unitPrice: old.unitPrice - amount)
            }
        case .rate(let code):
            var changed = recording
            try changed.add(.ratePublished(try Currency(code: code), dongPerUnit: 1))
            guard case .price? = try explanation(in: changed).findings[2].offered else {
                Issue.record(comment)
                return
            }
        case .shorterLeadTime(let days):
            try check(nearMiss, by: days, comment) { $0.leadTimeDays -= UInt32($1) }
        case .certificates(let schemes):
            try check(nearMiss, by: Int64(schemes.count), comment) { changed, count in
                changed.certificates += schemes.prefix(Int(count)).map {
                    Certificate(scheme: $0, number: "new", expiresOn: requirement.delivery.last)
                }
            }
        case .moreLocalContent(let millionths):
            try check(nearMiss, by: millionths, comment) { $0.localContent = content(with: $1) }
        case .moreOwnership(let basisPoints):
            try check(nearMiss, by: basisPoints, comment) { $0.ownership += UInt32($1) }
        case .nearer(let metres?): try checkDistance(metres, comment)
        case .nearer(nil):
            guard let place = requirement.point else { return }
            try check(nearMiss, by: 1, comment) { $0.point = $1 == 1 ? place : nil }
        case .attributes(let names):
            try check(nearMiss, by: Int64(names.count), comment) { changed, count in
                for name in names.prefix(Int(count)) { changed.attributes = [fitting(name)] + changed.attributes }
            }
        case .validity(let from, let to):
            try check(nearMiss, by: 1, comment) { changed, part in
                changed.validFirst = from
                changed.validLast = Day(to.number - (part == 1 ? 0 : 1))
            }
            #expect(try !isFitting { $0.validFirst = Day(from.number + 1) }, comment)
        }
    }

    /// Applies the whole change, then one unit less.
    private func check(
        _ nearMiss: NearMiss, by amount: Int64, _ comment: Comment, apply: (inout Capability, Int64) -> Void
    ) throws {
        #expect(amount >= 1, comment)
        let changed = try republished { apply(&$0, amount) }
        #expect(try explanation(in: changed).terms?.score == nearMiss.score, comment)
        #expect(try !isFitting { apply(&$0, amount - 1) }, comment)
    }

    /// A chord that many metres shorter is within the maximum, and with a metre less it is not.
    private func checkDistance(_ metres: Int64, _ comment: Comment) throws {
        let (from, to) = (try #require(capability.point), try #require(requirement.point))
        let reached = Int128(metres) + Int128(try #require(requirement.distanceMetresMax))
        let square = from.squaredChord(to: to)
        #expect(square <= reached * reached && square > (reached - 1) * (reached - 1), comment)
    }

    private var supply: Int64 {
        guard case .quantity(let supply)? = explanation.findings[1].asked else { return 0 }
        return supply
    }

    /// What the statement that counts says, and so much more, up to the whole.
    private func content(with millionths: Int64) -> LocalContent? {
        guard case .share? = explanation.findings[5].offered, let old = capability.localContent else {
            // Unstated or refused: over another whole, so that it is another statement.
            return LocalContent(millionths * 3, over: 3_000_000)
        }
        let whole = old.denominator * 1_000_000
        return LocalContent(min(old.numerator * 1_000_000 + millionths * old.denominator, whole), over: whole)
    }

    private func fitting(_ name: String) -> AttributeValue {
        let bound = requirement.attributeBounds.first { $0.name == name }
        return AttributeValue(
            name: name, number: bound?.minimum ?? bound?.maximum, text: bound?.allowedValues.first ?? "")
    }

    private func republished(_ change: (inout Capability) -> Void) throws -> Recording {
        var (recording, capability) = (recording, capability)
        change(&capability)
        try recording.add(.capabilityPublished(capability))
        return recording
    }

    private func isFitting(_ change: (inout Capability) -> Void) throws -> Bool {
        try explanation(in: republished(change)).terms != nil
    }

    private func explanation(in recording: Recording) throws -> Explanation {
        try #require(recording.market.explain(requirement: requirement.key, capability: capability.key))
    }
}
