extension Fact.Event {
    /// Whether codes, quantities, prices and shares are as intake lets them through.
    var hasForm: Bool {
        switch self {
        case .requirementPublished(let requirement): requirement.hasForm
        case .capabilityPublished(let capability): capability.hasForm
        case .awardPublished(let award): award.quantity > 0
        case .ratePublished(_, let rate): rate > 0
        default: true
        }
    }
}

extension Requirement {
    fileprivate var hasForm: Bool {
        hsCode.isSubheading && quantity > 0 && lvcMin <= 1_000_000 && ownershipMin <= 10_000
            && [maximumUnitPrice, currentUnitPrice].allSatisfy { $0.map { $0.millionths > 0 } ?? true }
    }
}

extension Capability {
    fileprivate var hasForm: Bool {
        capacityPerMonth > 0 && minimumOrder >= 0 && ownership <= 10_000 && !tiers.isEmpty
            && tiers.allSatisfy { $0.unitPrice > 0 && $0.quantityMin >= 0 }
            && zip(tiers, tiers.dropFirst()).allSatisfy { $0.quantityMin < $1.quantityMin }
    }
}
