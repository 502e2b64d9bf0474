/// What one capability offers one requirement, and every reason for which it does not fit.
struct Assessment {
    /// Empty when it qualifies.
    let failed: ReasonSet
    /// Capacity over the delivery window, less what is reserved; may be below 0.
    let available: Int64
    /// min(open, available); the open quantity where capacity fails, so that price can still be examined.
    let supply: Int64
    /// Millionths of the comparison currency at `supply`; nil without a rate, or where it does not fit.
    let unitPrice: Int64?
    /// What its cost statement says; nil where unstated or refused.
    let localContent: LocalContent?
    /// Required schemes without a valid certificate.
    let missingCertifications: [String]
    /// Required schemes whose certificate no official has accepted.
    let unverifiedCertifications: [String]
    /// Names of attributes that are missing or out of bounds.
    let failedAttributes: [String]
    /// Metres, rounded up; nil where a place is unknown, or no bound asks for it.
    let distanceMetres: Int64?

    /// Examines a capability for a requirement of which `open` is not yet awarded.
    init(
        _ capability: Capability, for requirement: Requirement, open: Int64, available: Int64, on day: Day,
        pricing: Pricing, examined: Examinations
    ) {
        var failed: ReasonSet = []
        func require(_ holds: Bool, _ reason: Reason) {
            if !holds { failed.insert(ReasonSet(reason)) }
        }

        let hasCapacity = requirement.allowsPartialSupply ? available > 0 : available >= open
        let supply = hasCapacity ? min(open, available) : open
        require(hasCapacity, .capacity)
        require(!hasCapacity || capability.minimumOrder <= supply, .minimumOrder)

        let unitPrice = pricing.unitPrice(of: capability, at: supply)
        require(unitPrice.map(pricing.isAcceptable) ?? false, .price)

        require(requirement.leadTimeDaysMax.map { capability.leadTimeDays <= $0 } ?? true, .leadTime)

        var missing: [String] = []
        var unverified: [String] = []
        for scheme in requirement.requiredCertifications {
            switch examined.standing(of: scheme, in: capability, until: requirement.delivery.last) {
            case .accepted: break
            case .unverified: unverified.append(scheme)
            case .missing: missing.append(scheme)
            }
        }
        require(missing.isEmpty, .certification)

        let localContent = examined.localContent(of: capability)
        require(requirement.lvcMin == 0 || localContent?.reaches(requirement.lvcMin) ?? false, .localContent)
        require(capability.ownership >= requirement.ownershipMin, .ownership)

        var distanceMetres: Int64?
        if let maximum = requirement.distanceMetresMax {
            if let from = capability.point, let to = requirement.point {
                require(from.squaredChord(to: to) <= Int128(maximum) * Int128(maximum), .distance)
                distanceMetres = from.distanceMetres(to: to)
            } else {
                require(false, .distance)
            }
        }

        let failedAttributes = requirement.attributeBounds
            .filter { !$0.isKept(by: capability.attributes) }.map(\.name)
        require(failedAttributes.isEmpty, .attribute)
        require(capability.isValid(on: day) && capability.isValid(on: requirement.delivery.last), .validity)

        self.failed = failed
        self.available = available
        self.supply = supply
        self.unitPrice = unitPrice
        self.localContent = localContent
        self.missingCertifications = missing
        self.unverifiedCertifications = unverified
        self.failedAttributes = failedAttributes
        self.distanceMetres = distanceMetres
    }

    /// Whether the capability could supply the requirement.
    var qualifies: Bool { failed.isEmpty }
}
