import Localization

extension Capability {
    /// The capability with the change made that a near miss names; nil where the supplier can't make it.
    ///
    /// More capacity is no matter of the capability, but of what is available over a window.
    func changed(by change: NearMiss.Change, for requirement: Requirement, _ pricing: Pricing) -> Capability? {
        var changed = self
        switch change {
        case .moreCapacity: break
        case .lowerMinimumOrder(let quantity): changed.minimumOrder -= quantity
        case .lowerPrice:
            guard let maximum = pricing.maximum else { return nil }
            changed.currency = pricing.currency
            changed.tiers = [PriceTier(from: 0, unitPrice: maximum)]
        case .rate: return nil
        case .shorterLeadTime(let days): changed.leadTimeDays -= UInt32(clamping: days)
        case .certificates(let schemes):
            changed.certificates += schemes.map {
                Certificate(scheme: $0, number: "", expiresOn: requirement.delivery.last)
            }
        case .moreLocalContent: changed.localContent = LocalContent(Int64(requirement.lvcMin), over: 1_000_000)
        case .moreOwnership: changed.ownership = requirement.ownershipMin
        case .nearer: changed.point = requirement.point
        case .attributes(let names):
            changed.attributes.removeAll { names.contains($0.name) }
            changed.attributes += requirement.attributeBounds.filter { names.contains($0.name) }.map(\.kept)
        case .validity(let first, let last):
            changed.validFirst = changed.validFirst.map { min($0, first) }
            changed.validLast = changed.validLast.map { max($0, last) }
        }
        return changed
    }
}

extension AttributeBound {
    /// An attribute that keeps the bound.
    fileprivate var kept: AttributeValue {
        AttributeValue(name: name, number: minimum ?? maximum, text: allowedValues.first ?? "")
    }
}
