internal import Contracts
internal import History
internal import Matching

/// Who sees what of the subjects (DESIGN, section 6). Whatever is not listed here is not seen.
extension Principal {
    /// What of a key's last message the principal may see, with what is sealed taken out; nil for nothing.
    func sight(of entry: SubjectEntry, _ reader: HistoryReader) throws -> PublishedMessage? {
        let message = try entry.published()
        if message.owner == organisation, role != .operator { return try reader.withPublicNames(message) }
        switch (role, message) {
        case (_, .rate), (_, .profile): return message
        case (.official, .requirement(let requirement)): return .requirement(requirement.withoutMaximum)
        case (.official, .quote), (.official, .subscription), (.operator, _): return nil
        case (.official, _): return message
        case (.supplier, .requirement(let requirement)):
            guard !requirement.anonymous, try reader.isCandidate(organisation, of: entry) else { return nil }
            return .requirement(requirement.withoutMaximum)
        case (.fdi, .quote(let quote)): return enterprise(of: quote.requirement) == organisation ? message : nil
        case (.supplier, .award(let award)): return enterprise(of: award.capability) == organisation ? message : nil
        case (.supplier, .verification(let verification)): return verification.examined == organisation ? message : nil
        default: return nil
        }
    }

    /// What a listing of a subject is narrowed to before each entry is looked at; nil where the role sees none of it.
    func narrowed(_ filter: HistoryReader.SubjectFilter, of subject: Subject) -> HistoryReader.SubjectFilter? {
        var filter = filter
        switch (role, subject) {
        case (_, .rates), (_, .profiles), (.official, .requirements), (.official, .products), (.official, .awards),
            (.official, .capabilities), (.official, .verifications):
            return filter
        case (.fdi, .quotes), (.supplier, .awards), (.supplier, .verifications):
            filter.counterpart = organisation
        case (.fdi, .requirements), (.fdi, .products), (.fdi, .awards), (.supplier, .capabilities),
            (.supplier, .quotes), (.supplier, .subscriptions):
            guard filter.owner ?? organisation == organisation else { return nil }
            filter.owner = organisation
        default: return nil
        }
        return filter
    }

    /// Whether the principal sees who could supply a requirement.
    func seesMatches(of requirement: String) -> Bool {
        switch role {
        case .fdi: enterprise(of: requirement) == organisation
        case .official: true
        case .supplier, .operator: false
        }
    }

    /// What of a requirement's match set the principal may see; nil for nothing. Officials see the ranking and the plan,
    /// but no number from which a maximum price follows.
    /// - parameter requirement: What the requirement last said.
    func sight(of set: WireMatchSet, of requirement: SubjectEntry?) throws -> WireMatchSet? {
        guard seesMatches(of: set.requirement) else { return nil }
        guard role == .official else { return set.upToAsked }
        guard let requirement, requirement.version == set.requirementVersion else { return set.sealed(for: nil) }
        return set.sealed(for: try requirement.decoded(as: WireRequirementAccepted.self).published)
    }
}

extension WireRequirement {
    /// Whether the ratio values the uncovered quantity at the maximum, as nothing is paid today.
    var ratioTellsMaximum: Bool { hasMaximumUnitPrice && !currentSourcing.hasUnitPrice }

    /// Without the maximum price, which only its owner sees.
    var withoutMaximum: WireRequirement {
        var requirement = self
        requirement.clearMaximumUnitPrice()
        return requirement
    }
}

extension WireVerification {
    /// Enterprise code of whom it examines; nil where it names nobody.
    var examined: String? {
        switch subject {
        case .certificate(let certificate): enterprise(of: certificate.capability)
        case .statement(let capability): enterprise(of: capability)
        case .profile(let code): code
        case nil: nil
        }
    }
}

extension WireMatchSet {
    /// A buyer learns what is available up to what it asked.
    var upToAsked: WireMatchSet {
        var set = self
        for index in set.matches.indices { set.matches[index].available = min(matches[index].available, openQuantity) }
        return set
    }

    /// Without what tells a maximum price: score and price term, which are reckoned from it; by how much a price is too
    /// high; and, where the uncovered quantity may be valued at it, that value and the ratio.
    /// - parameter requirement: As it was when the set was made; nil where that is not known any more.
    func sealed(for requirement: WireRequirement?) -> WireMatchSet {
        var set = self
        for index in set.matches.indices {
            set.matches[index].score = 0
            set.matches[index].priceTerm = 0
        }
        for index in set.nearMisses.best.indices {
            set.nearMisses.best[index].score = 0
            if set.nearMisses.best[index].reason == "price" { set.nearMisses.best[index].change = 0 }
        }
        if requirement?.ratioTellsMaximum ?? true {
            set.localization.uncoveredAmount = 0
            set.localization.clearRatio()
        }
        return set
    }
}

extension HistoryReader {
    /// A quote without the name of a buyer that is anonymous; any other message as it is.
    func withPublicNames(_ message: PublishedMessage) throws -> PublishedMessage {
        guard case .quote(var quote) = message else { return message }
        quote.requirement = try publicName(ofRequirement: quote.requirement)
        return .quote(quote)
    }

    /// Whether a product's values tell a maximum price: one of its lines is valued at it.
    func tellsMaximum(_ report: ProductReport) throws -> Bool {
        try report.lines.contains { try requirement($0.requirement)?.published.ratioTellsMaximum ?? false }
    }
}

extension WireCapabilityAccepted {
    /// Whether it is of a requirement's code, or of its heading, in its unit.
    func isCandidate(of requirement: WireRequirementAccepted) -> Bool {
        let (offered, asked) = (published.hsCode, requirement.published.hsCode)
        return offered == (offered.utf8.count == 4 ? String(asked.prefix(4)) : asked)
            && unitCode == requirement.unitCode
    }
}

extension HistoryReader {
    /// The ratio of a requirement's current match set as officials see it: nil where it would tell a maximum.
    func sealedRatio(of set: CurrentMatchSet) throws -> Int? {
        guard let requirement = try requirement(set.requirement)?.published, !requirement.ratioTellsMaximum else {
            return nil
        }
        return set.ratio
    }

    /// Whether a supplier makes something of a requirement's code, or of its heading, in its unit.
    func isCandidate(_ supplier: String, of requirement: SubjectEntry) throws -> Bool {
        let asked = try requirement.decoded(as: WireRequirementAccepted.self)
        var filter = SubjectFilter()
        filter.owner = supplier
        filter.hsPrefix = String(asked.published.hsCode.prefix(4))
        filter.limit = .max
        return try subjects(.capabilities, filter).contains { entry in
            try entry.decoded(as: WireCapabilityAccepted.self).isCandidate(of: asked)
        }
    }
}

extension Explanation.Finding {
    /// What is offered, as a buyer may see it: the quantity up to what it asks in all.
    func offered(upTo quantity: Int64?) -> Explanation.Value? {
        guard reason == .capacity, let quantity, case .quantity(let available) = offered else { return offered }
        return .quantity(min(available, quantity))
    }
}

extension Explanation {
    /// How much of it somebody sees.
    enum Sight {
        /// Everything.
        case whole
        /// All but the maximum price and what tells it: of the price only whether it passes, no score and no rank.
        case withoutMaximum
    }
}

extension Principal {
    /// How much the principal sees of why a capability fits a requirement; nil for nothing, as of a pair that is no
    /// candidate. Its buyer sees all, its supplier and officials all but the maximum.
    /// - parameter isNamed: Whether an anonymous buyer was named by its key, which a supplier does not know.
    func sight(of explanation: Explanation, isNamed: Bool) -> Explanation.Sight? {
        guard explanation.exclusions.allSatisfy({ $0 == .notOpen }), !(isNamed && role == .supplier) else { return nil }
        return switch role {
        case .fdi: enterprise(of: explanation.requirement.text) == organisation ? .whole : nil
        case .supplier: enterprise(of: explanation.capability.text) == organisation ? .withoutMaximum : nil
        case .official: .withoutMaximum
        case .operator: nil
        }
    }
}
