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
        case (.fdi, .quote(let quote)):
            guard entry.counterpart == organisation else { return nil }
            guard let quoting = try reader.quoting(for: quote.requirement) else { return nil }
            return quoting.sealedUntil == nil ? message : nil
        case (.supplier, .award), (.supplier, .verification):
            return entry.counterpart == organisation ? message : nil
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

    /// As whom the principal is told of a requirement's quotes; nil for nothing.
    func reader(ofQuotesFor requirement: String) -> QuoteSummary.Reader? {
        switch role {
        case .fdi: enterprise(of: requirement) == organisation ? .buyer : nil
        case .official: .official
        case .supplier, .operator: nil
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

extension Explanation.Finding {
    /// What is offered, as a buyer may see it: the quantity up to what it asks in all.
    func offered(upTo quantity: Int64?) -> Explanation.Value? {
        guard reason == .capacity, let quantity, case .quantity(let available) = offered else { return offered }
        return .quantity(min(available, quantity))
    }
}
