public import Contracts
internal import Localization
public import Matching
internal import SwiftProtobuf

extension WireMatchSet {
    /// A match set as it travels.
    package init(_ matchSet: MatchSet) {
        self.init()
        let outcome = matchSet.outcome
        requirement = matchSet.requirement.text
        requirementVersion = matchSet.requirementVersion
        status = Status(outcome.status)
        engineVersion = matchingEngineVersion
        marketPartition = matchSet.cause.partition
        marketOffset = matchSet.cause.offset
        asOf = matchSet.asOf
        openQuantity = outcome.openQuantity
        currencyCode = outcome.currency.code
        qualifyingSuppliers = UInt32(clamping: matchSet.qualifyingSuppliers)
        candidates = UInt32(clamping: matchSet.candidates)
        matches = outcome.matches.map(WireMatch.init)
        plan = outcome.plan.allocations.map(WireAllocation.init)
        localization = WireLocalization(outcome.ratio, uncoveredQuantity: outcome.plan.uncoveredQuantity)
        if let nearMisses = matchSet.nearMisses { self.nearMisses = WireNearMisses(nearMisses) }
        awardFlags = outcome.awardFlags.map { flag in
            .with {
                $0.award = flag.award.text
                $0.flag = flag.kind.rawValue
            }
        }
    }
}

extension WireMatchSet.Status {
    fileprivate init(_ status: MatchSet.Status) {
        self =
            switch status {
            case .open: .open
            case .awarded: .awarded
            case .closed: .closed
            case .withdrawn: .withdrawn
            }
    }
}

extension WireMatch {
    fileprivate init(_ match: Match) {
        self.init()
        capability = match.capability.text
        capabilityVersion = match.capabilityVersion
        score = match.terms.score
        priceTerm = match.terms.price
        coverageTerm = match.terms.coverage
        localizationTerm = match.terms.localization
        unitPrice = match.unitPrice
        available = match.available
        lvc = match.lvc
        lvcUnstated = match.isLVCUnstated
        unverifiedCertifications = match.unverifiedCertifications
    }
}

extension WireAllocation {
    fileprivate init(_ allocation: SupplyPlan.Allocation) {
        self.init()
        capability = allocation.capability.text
        quantity = allocation.quantity
        unitPrice = allocation.unitPrice
        amount = allocation.amount ?? 0
        lvc = allocation.lvc
    }
}

extension WireLocalization {
    fileprivate init(_ ratio: ValueRatio, uncoveredQuantity: Int64) {
        self.init()
        if let millionths = ratio.millionths { self.ratio = millionths }
        absentReason = ratio.absence?.rawValue ?? ""
        plannedAmount = ratio.plannedAmount
        self.uncoveredQuantity = uncoveredQuantity
        uncoveredAmount = ratio.uncoveredAmount
    }
}

extension WireNearMisses {
    fileprivate init(_ nearMisses: NearMisses) {
        self.init()
        counts = nearMisses.counts.map { count in
            .with {
                $0.reason = count.reason.rawValue
                $0.candidates = UInt32(clamping: count.candidates)
            }
        }
        best = nearMisses.best.map(WireNearMiss.init)
    }
}

extension WireNearMiss {
    /// A near miss as it travels.
    public init(_ nearMiss: NearMiss) {
        self.init()
        capability = nearMiss.capability.text
        reason = nearMiss.reason.rawValue
        score = nearMiss.score
        switch nearMiss.change {
        case .moreCapacity(let amount), .lowerMinimumOrder(let amount), .lowerPrice(let amount),
            .moreLocalContent(let amount), .moreOwnership(let amount), .shorterLeadTime(let amount):
            change = amount
        case .nearer(let metres): change = metres ?? 0
        case .rate(let currency): subjects = [currency]
        case .certificates(let names), .attributes(let names): subjects = names
        case .validity(let from, let to): subjects = [from, to].map { CalendarDay(number: $0.number).description }
        }
    }
}
