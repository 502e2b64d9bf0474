import Localization

/// One requirement against all its candidates: ranking, plan, ratio, near misses.
struct Evaluation {
    private let check: PairCheck
    private let candidates: [Candidate]
    private let policy: Policy
    private let ceiling: PriceCeiling
    /// Suppliers by their best capability, best first.
    private let ranking: [Ranked]

    private var requirement: Requirement { check.requirement }
    private var open: Int64 { check.open }
    private var pricing: Pricing { check.pricing }

    init(_ check: PairCheck, candidates: [Candidate], policy: Policy) {
        let qualifying = candidates.filter(\.assessment.qualifies)
        let ceiling = PriceCeiling(check.pricing, lowest: qualifying.compactMap(\.assessment.unitPrice).min())
        self.check = check
        self.candidates = candidates
        self.policy = policy
        self.ceiling = ceiling
        self.ranking = Self.bestOfEachSupplier(
            qualifying.map { candidate in
                Ranked(
                    match: Self.match(of: candidate, open: check.open, ceiling: ceiling, policy: policy),
                    published: candidate.published)
            })
    }

    func matchSet(version: UInt64, cause: MarketPosition, asOf: Int64, awardFlags: [AwardFlag]) -> MatchSet {
        let plan = plan
        return MatchSet(
            requirement: requirement.key, requirementVersion: version, cause: cause, asOf: asOf,
            qualifyingSuppliers: ranking.count, candidates: candidates.count,
            nearMisses: plan.uncoveredQuantity > 0 ? nearMisses() : nil,
            outcome: MatchSet.Outcome(
                status: .open, openQuantity: open, currency: pricing.currency, matches: best.map(\.match),
                plan: plan, ratio: ValueRatio.make(of: plan, pricing: pricing), awardFlags: awardFlags))
    }

    /// The suppliers that are ranked.
    private var best: ArraySlice<Ranked> { ranking.prefix(policy.matchLimit) }

    /// What is taken from whom.
    var plan: SupplyPlan {
        SupplyPlan.make(for: requirement, open: open, ranking: Array(best), pricing: pricing)
    }

    // MARK: - Ranking

    private static func match(of candidate: Candidate, open: Int64, ceiling: PriceCeiling, policy: Policy) -> Match {
        let assessment = candidate.assessment
        let price = assessment.unitPrice ?? 0
        return Match(
            capability: candidate.capability.key, capabilityVersion: candidate.published.version,
            terms: ScoreTerms(
                price: price, against: ceiling, supply: assessment.supply, open: open,
                lvcBasisPoints: assessment.localContent?.basisPoints ?? 0, policy: policy),
            unitPrice: price, available: assessment.available,
            lvc: assessment.localContent?.millionths ?? 0, isLVCUnstated: assessment.localContent == nil,
            unverifiedCertifications: assessment.unverifiedCertifications)
    }

    private static func bestOfEachSupplier(_ matches: [Ranked]) -> [Ranked] {
        var seen: Set<Substring> = []
        return matches.sorted { Match.ranksBefore($0.match, $1.match) }
            .filter { seen.insert($0.match.capability.owner).inserted }
    }

    // MARK: - Near misses

    private func nearMisses() -> NearMisses {
        let failing = candidates.compactMap(\.assessment.failed.only)
        let counts = Reason.allCases.compactMap { reason -> NearMisses.Count? in
            let count = failing.count { $0 == reason }
            return count > 0 ? NearMisses.Count(reason: reason, candidates: count) : nil
        }
        let best = oneChangeAway.map(\.miss)
            .sorted { ($1.score, $0.capability) < ($0.score, $1.capability) }
        return NearMisses(counts: counts, best: Array(best.prefix(MatchingLimits.nearMisses)))
    }

    /// The candidates that one change would make fit, in no order.
    var oneChangeAway: [(candidate: Candidate, miss: NearMiss)] {
        candidates.compactMap { candidate in
            candidate.assessment.failed.only.flatMap { nearMiss(of: candidate, failing: $0) }.map { (candidate, $0) }
        }
    }

    /// The smallest change that would make a candidate fit that fails for one reason; nil where none does.
    private func nearMiss(of candidate: Candidate, failing reason: Reason) -> NearMiss? {
        let assessment = candidate.assessment
        let capability = candidate.capability
        var supply = assessment.supply
        var price = assessment.unitPrice ?? 0
        var lvcBasisPoints = assessment.localContent?.basisPoints ?? 0
        let change: NearMiss.Change
        switch reason {
        case .capacity:
            guard let fitting = fittingCapacity(of: candidate) else { return nil }
            change = .moreCapacity(Int64(clamping: Int128(fitting.available) - Int128(assessment.available)))
            supply = fitting.supply
            price = fitting.unitPrice ?? 0
        case .minimumOrder: change = .lowerMinimumOrder(capability.minimumOrder - supply)
        case .price:
            if let offered = assessment.unitPrice, let maximum = pricing.maximum {
                change = .lowerPrice(offered - maximum)
                price = maximum
            } else {
                let missing = pricing.missingRates(of: capability)
                guard let currency = missing.first, missing.count == 1 else { return nil }
                change = .rate(of: currency.code)
            }
        case .leadTime:
            change = .shorterLeadTime(days: Int64(capability.leadTimeDays) - Int64(requirement.leadTimeDaysMax ?? 0))
        case .certification: change = .certificates(assessment.missingCertifications)
        case .localContent:
            change = .moreLocalContent(Int64(requirement.lvcMin) - Int64(assessment.localContent?.millionths ?? 0))
            lvcBasisPoints = Int64(requirement.lvcMin) / 100
        case .ownership: change = .moreOwnership(Int64(requirement.ownershipMin) - Int64(capability.ownership))
        case .distance:
            change = .nearer(metres: assessment.distanceMetres.map { $0 - Int64(requirement.distanceMetresMax ?? 0) })
        case .attribute: change = .attributes(assessment.failedAttributes)
        case .validity: change = .validity(from: daysOfValidity.first, to: daysOfValidity.last)
        }
        let terms = ScoreTerms(
            price: price, against: ceiling, supply: supply, open: open, lvcBasisPoints: lvcBasisPoints,
            policy: policy)
        return NearMiss(capability: capability.key, reason: reason, change: change, score: terms.score)
    }

    /// From the day on which it is examined to the end of the window, or the other way round where the window is past.
    private var daysOfValidity: DayRange {
        DayRange(min(check.day, requirement.delivery.last), max(check.day, requirement.delivery.last))
    }

    /// The least that would have to be available: the minimum order, or the beginning of a cheaper tier; all of the
    /// open quantity where the whole is asked of one supplier.
    private func fittingCapacity(of candidate: Candidate) -> Assessment? {
        let least = max(candidate.capability.minimumOrder, 1)
        let quantities =
            requirement.allowsPartialSupply
            ? ([least] + candidate.capability.tiers.map(\.quantityMin)).filter {
                (least...max(least, open)).contains($0)
            }
            : [open]
        return quantities.sorted().lazy.map { check.assess(candidate.capability, available: $0) }
            .first(where: \.qualifies)
    }

    // MARK: - Explanation

    func explain(_ candidate: Candidate, exclusions: [Explanation.Exclusion]) -> Explanation {
        let assessment = candidate.assessment
        let isFitting = exclusions.isEmpty && assessment.qualifies
        let only = exclusions.isEmpty ? assessment.failed.only : nil
        return Explanation(
            requirement: requirement.key, capability: candidate.capability.key, exclusions: exclusions,
            findings: Reason.allCases.map { finding($0, of: candidate) },
            terms: isFitting
                ? Self.match(of: candidate, open: open, ceiling: ceiling, policy: policy).terms : nil,
            rank: isFitting
                ? ranking.firstIndex { $0.match.capability == candidate.capability.key }.map { $0 + 1 } : nil,
            nearMiss: only.flatMap { nearMiss(of: candidate, failing: $0) },
            currency: pricing.currency.code)
    }

    private func finding(_ reason: Reason, of candidate: Candidate) -> Explanation.Finding {
        let (asked, offered) = comparison(reason, of: candidate.capability, candidate.assessment)
        return Explanation.Finding(
            reason: reason, holds: !candidate.assessment.failed.contains(ReasonSet(reason)), asked: asked,
            offered: offered)
    }

    private func comparison(
        _ reason: Reason, of capability: Capability, _ assessment: Assessment
    ) -> (asked: Explanation.Value?, offered: Explanation.Value?) {
        switch reason {
        case .capacity:
            return (.quantity(requirement.allowsPartialSupply ? 1 : open), .quantity(assessment.available))
        case .minimumOrder:
            // Not tested where capacity fails.
            guard !assessment.failed.contains(ReasonSet(.capacity)) else { return (nil, nil) }
            return (.quantity(assessment.supply), .quantity(capability.minimumOrder))
        case .price:
            return (
                pricing.maximum.map { .price($0) },
                assessment.unitPrice.map { .price($0) }
                    ?? pricing.missingRates(of: capability).first.map { .noRate($0.code) }
            )
        case .leadTime:
            return (requirement.leadTimeDaysMax.map { .days(Int64($0)) }, .days(Int64(capability.leadTimeDays)))
        case .certification:
            let held = requirement.requiredCertifications.filter { !assessment.missingCertifications.contains($0) }
            return (
                requirement.requiredCertifications.isEmpty ? nil : .names(requirement.requiredCertifications),
                .names(held)
            )
        case .localContent:
            return (
                requirement.lvcMin == 0 ? nil : .share(Int64(requirement.lvcMin)),
                assessment.localContent.map { .share(Int64($0.millionths)) }
            )
        case .ownership:
            return (
                requirement.ownershipMin == 0 ? nil : .share(Int64(requirement.ownershipMin) * 100),
                .share(Int64(capability.ownership) * 100)
            )
        case .distance:
            return (
                requirement.distanceMetresMax.map { .metres(Int64($0)) },
                assessment.distanceMetres.map { .metres($0) }
            )
        case .attribute:
            let kept = requirement.attributeBounds.map(\.name).filter { !assessment.failedAttributes.contains($0) }
            return (
                requirement.attributeBounds.isEmpty ? nil : .names(requirement.attributeBounds.map(\.name)),
                .names(kept)
            )
        case .validity:
            return (
                .validity(from: daysOfValidity.first, to: daysOfValidity.last),
                .validity(from: capability.validFirst, to: capability.validLast)
            )
        }
    }
}

/// A supplier's place in the ranking: its best capability and how it matches.
struct Ranked {
    let match: Match
    let published: Published<Capability>

    var capability: Capability { published.value }
}
