package import Contracts
package import EventLog
internal import Localization
package import Matching

extension Fact {
    /// The engine's view of a fact of the market.
    ///
    /// Intake writes only well-formed facts; one that is not (a newer version's, say) happens, but changes nothing.
    package init(_ wire: WireMarketFact, at position: Position) {
        self.init(
            position: MarketPosition(partition: position.topicPartition.partition, offset: position.offset),
            acceptedAt: wire.acceptedAt, version: wire.version, isEndOfBatch: wire.endOfBatch,
            event: Event(wire) ?? .none)
    }
}

extension Fact.Event {
    fileprivate init?(_ wire: WireMarketFact) {
        switch wire.fact {
        case .requirement(let accepted):
            guard let requirement = Requirement(key: wire.key, accepted) else { return nil }
            self = .requirementPublished(requirement)
        case .capability(let accepted):
            guard let capability = Capability(key: wire.key, accepted) else { return nil }
            self = .capabilityPublished(capability)
        case .award(let accepted):
            guard let award = Award(key: wire.key, accepted) else { return nil }
            self = .awardPublished(award)
        case .verification(let accepted): self.init(accepted)
        case .exchangeRate(let accepted):
            guard let currency = try? Currency(code: accepted.published.currencyCode) else { return nil }
            self.init(currency, inForce: accepted.rateInForce)
        case .policySet(let policy):
            guard let currency = try? Currency(code: policy.reportingCurrencyCode) else { return nil }
            self = .policySet(
                Policy(
                    priceWeight: policy.priceWeight, coverageWeight: policy.coverageWeight,
                    localizationWeight: policy.localizationWeight, matchLimit: Int(policy.matchLimit),
                    reportingCurrency: currency))
        case .withdrawn(let withdrawn): self.init(withdrawalOf: wire.key, withdrawn)
        case .profile, .product, .quote, .subscription, .pending, .expired, .clockTicked, .repeatsCounted, nil:
            self = .none
        }
    }

    private init?(_ verification: WireVerificationAccepted) {
        let accepted = verification.published.decision == .accepted
        switch verification.published.subject {
        case .certificate(let certificate):
            self = .certificateExamined(
                capability: Key(certificate.capability), scheme: verification.scheme, number: certificate.number,
                accepted: accepted)
        case .statement(let capability): self = .statementExamined(capability: Key(capability), accepted: accepted)
        case .profile, nil: self = .none
        }
    }

    /// - parameter dongPerUnit: 0 where no rate is in force.
    private init(_ currency: Currency, inForce dongPerUnit: Int64) {
        self = dongPerUnit > 0 ? .ratePublished(currency, dongPerUnit: dongPerUnit) : .rateWithdrawn(currency)
    }

    private init?(withdrawalOf key: String, _ withdrawn: WireWithdrawn) {
        switch Subject(topicName: withdrawn.topic) {
        case .requirements: self = .requirementWithdrawn(Key(key))
        case .capabilities: self = .capabilityWithdrawn(Key(key))
        case .awards: self = .awardWithdrawn(Key(key))
        case .rates:
            guard let code = key.split(separator: "/").last, let currency = try? Currency(code: String(code)) else {
                return nil
            }
            self.init(currency, inForce: withdrawn.rateInForce)
        case .profiles, .products, .quotes, .subscriptions, .verifications, nil: self = .none
        }
    }
}

extension Requirement {
    fileprivate init?(key: String, _ accepted: WireRequirementAccepted) {
        guard let hsCode = HSCode(accepted.published.hsCode) else { return nil }
        self.init(
            key: Key(key), hsCode: hsCode, unitCode: accepted.unitCode, quantity: accepted.quantity,
            delivery: DayRange(accepted.delivery), closingDay: Day(accepted.closingDay))
        let published = accepted.published
        point = accepted.hasPoint ? Point(accepted.point) : nil
        maximumUnitPrice = accepted.hasMaximumUnitPrice ? Price(accepted.maximumUnitPrice) : nil
        currentUnitPrice = accepted.hasCurrentUnitPrice ? Price(accepted.currentUnitPrice) : nil
        leadTimeDaysMax = published.hasMaximumLeadTimeDays ? published.maximumLeadTimeDays : nil
        requiredCertifications = accepted.requiredCertifications
        lvcMin = accepted.minimumLvc
        ownershipMin = accepted.minimumVietnameseOwnership
        distanceMetresMax = published.hasMaximumDistanceMetres ? published.maximumDistanceMetres : nil
        attributeBounds = accepted.attributeBounds.map { bound in
            AttributeBound(
                name: bound.name, minimum: bound.hasMinimum ? bound.minimum : nil,
                maximum: bound.hasMaximum ? bound.maximum : nil, allowedValues: bound.allowedValues)
        }
        allowsPartialSupply = published.hasPartialSupplyAllowed ? published.partialSupplyAllowed : true
    }
}

extension Capability {
    fileprivate init?(key: String, _ accepted: WireCapabilityAccepted) {
        guard let hsCode = HSCode(accepted.published.hsCode), let currency = try? Currency(code: accepted.currencyCode)
        else { return nil }
        self.init(
            key: Key(key), hsCode: hsCode, unitCode: accepted.unitCode,
            capacityPerMonth: accepted.capacityPerMonth, currency: currency,
            tiers: accepted.tiers.map { PriceTier(from: $0.minimumQuantity, unitPrice: $0.unitPrice) })
        minimumOrder = accepted.minimumOrder
        leadTimeDays = accepted.published.leadTimeDays
        certificates = accepted.certifications.map {
            Certificate(scheme: $0.scheme, number: $0.number, expiresOn: Day($0.expiresOn))
        }
        ownership = accepted.vietnameseOwnership
        point = accepted.hasPoint ? Point(accepted.point) : nil
        localContent =
            accepted.hasLocalContent
            ? LocalContent(accepted.localContent.numerator, over: accepted.localContent.denominator) : nil
        validFirst = accepted.hasValidFirst ? Day(accepted.validFirst) : nil
        validLast = accepted.hasValidLast ? Day(accepted.validLast) : nil
        attributes = accepted.attributes.map {
            AttributeValue(name: $0.name, number: $0.hasNumber ? $0.number : nil, text: $0.text)
        }
    }
}

extension Award {
    fileprivate init?(key: String, _ accepted: WireAwardAccepted) {
        guard let hsCode = HSCode(accepted.hsCode) else { return nil }
        self.init(
            key: Key(key), requirement: Key(accepted.published.requirement),
            capability: Key(accepted.published.capability), hsCode: hsCode, quantity: accepted.quantity,
            window: DayRange(accepted.window), isActive: accepted.published.status != .cancelled)
    }
}

extension DayRange {
    fileprivate init(_ wire: WireDayRange) { self.init(Day(wire.first), Day(wire.last)) }
}

extension Point {
    fileprivate init(_ wire: WirePoint) {
        self.init(x: Int32(clamping: wire.x), y: Int32(clamping: wire.y), z: Int32(clamping: wire.z))
    }
}

extension Price {
    fileprivate init?(_ wire: WirePrice) {
        guard let currency = try? Currency(code: wire.currencyCode) else { return nil }
        self.init(wire.millionths, currency)
    }
}
