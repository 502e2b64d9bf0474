internal import Contracts

/// What becomes of a message that intake has read.
enum Resolution {
    /// It is a fact.
    case accepted(WireMarketFact.OneOf_Fact, heading: UInt16?)
    /// It names a key that is not there yet.
    case awaits(BusinessKey)
    /// It breaks rules.
    case refused(Refusals)

    /// Completes what the code lists make of a message with what the market says of its key and of those it names.
    /// - parameter today: The day on which it is accepted.
    init(_ resolved: Publication.Resolved, by resolver: Resolver, in state: IntakeState, on today: Int32) {
        switch resolved {
        case .profile(let result): self.init(result) { .profile($0) }
        case .requirement(let result):
            let published = (try? result.get())?.published
            self.init(
                result.keepingSeal(of: published.flatMap(state.lastRequirement), on: today),
                heading: published.flatMap { HSHeading.heading(of: $0.hsCode) }
            ) { .requirement($0) }
        case .product(let result): self.init(result) { .product($0) }
        case .award(let message): self.init(message, by: resolver, in: state)
        case .capability(let message, let alone):
            let lookup = state.capabilityLookup
            self.init(
                lookup.bears(on: message) ? resolver.resolve(message, capabilities: lookup) : alone,
                heading: HSHeading.heading(of: message.hsCode)
            ) { .capability($0) }
        case .quote(let message): self.init(message, by: resolver, in: state, on: today)
        case .subscription(let result): self.init(result) { .subscription($0) }
        case .verification(let message): self.init(message, by: resolver, in: state)
        case .rate(let result): self.init(result) { .exchangeRate($0) }
        }
    }

    private init<Accepted>(
        _ result: Result<Accepted, Refusals>, heading: UInt16? = nil,
        _ fact: (Accepted) -> WireMarketFact.OneOf_Fact
    ) {
        switch result {
        case .success(let accepted): self = .accepted(fact(accepted), heading: heading)
        case .failure(let refusals): self = .refused(refusals)
        }
    }

    private init(_ award: WireAward, by resolver: Resolver, in state: IntakeState) {
        switch resolver.awaited(by: award) {
        case .failure(let refusals): self = .refused(refusals)
        case .success(let key):
            // What was awarded before the withdrawal can still be confirmed, completed or cancelled.
            let before = BusinessKey(owner: award.owner, id: award.id).flatMap(state.award)
            let withdrawn = before == nil ? nil : state.withdrawnRequirement(key)
            guard let requirement = state.requirement(key) ?? withdrawn else {
                self = Self.missing(key, in: state)
                return
            }
            self.init(
                resolver.resolve(
                    award, after: before, requirement: requirement,
                    capability: BusinessKey(award.capability).flatMap(state.capability),
                    dongPerUnit: { state.rates.inForce($0) }),
                heading: HSHeading.heading(of: requirement.hsCode)
            ) { .award($0) }
        }
    }

    private init(_ quote: WireQuote, by resolver: Resolver, in state: IntakeState, on today: Int32) {
        switch resolver.awaited(by: quote) {
        case .failure(let refusals): self = .refused(refusals)
        case .success(let key):
            guard let requirement = state.requirement(key) else {
                self = Self.missing(key, in: state)
                return
            }
            if let until = requirement.sealedUntil, until < today {
                // Without its key, as below.
                self = .refused(
                    Refusals(
                        Refusal(
                            .quotesOpened, field: "requirement",
                            "its sealed quotes were taken until \(CalendarDay(number: until)), and have been opened")))
                return
            }
            self.init(
                resolver.resolve(quote, requirement: requirement),
                heading: HSHeading.heading(of: requirement.hsCode)
            ) { .quote($0) }
        }
    }

    /// What has not been published may still come; what was withdrawn is refused at once, without its key: a supplier may know
    /// it by its public id only.
    private static func missing(_ requirement: BusinessKey, in state: IntakeState) -> Resolution {
        guard state.withdrawnRequirement(requirement) != nil else { return .awaits(requirement) }
        return .refused(
            Refusals(
                Refusal(
                    .withdrawnReference, field: "requirement",
                    "it was withdrawn: publish it again, or name another")))
    }

    /// A verification of a capability's certificate or statement goes where the capability is. Another decision may come under
    /// the same key, but not on something else: nobody would know any more what the first was on.
    private init(_ verification: WireVerification, by resolver: Resolver, in state: IntakeState) {
        if let key = BusinessKey(owner: verification.owner, id: verification.id), let before = state.decided(key),
            before != verification.subject
        {
            self = .refused(
                Refusals(
                    Refusal(
                        .decisionStands, field: "id",
                        "under \(key) something else was decided: publish this under an id of its own")))
            return
        }
        guard let key = verification.capability.flatMap({ BusinessKey($0) }) else {
            self.init(resolver.resolve(verification)) { .verification($0) }
            return
        }
        if case .failure(let refusals) = resolver.resolve(verification) {
            self = .refused(refusals)
        } else if let capability = state.capability(key) {
            self.init(resolver.resolve(verification), heading: HSHeading.heading(of: capability.hsCode)) {
                .verification($0)
            }
        } else {
            self = .awaits(key)
        }
    }
}

extension WireVerification {
    /// The capability it is about, if it is about one.
    var capability: String? {
        switch subject {
        case .certificate(let certificate): certificate.capability
        case .statement(let capability): capability
        case .profile, nil: nil
        }
    }
}

extension Result<WireRequirementAccepted, Refusals> {
    /// Refuses to open sealed quotes before the day on which suppliers were told that they would be.
    /// - parameter before: What the key said last, be it withdrawn since.
    fileprivate func keepingSeal(of before: RequirementSummary?, on today: Int32) -> Self {
        guard let before, let until = before.sealedUntil, until >= today else { return self }
        return flatMap { accepted in
            let isKept = accepted.published.quotesSealed && accepted.closingDay >= until
            guard !isKept else { return .success(accepted) }
            return .failure(
                Refusals(
                    Refusal(
                        .sealBroken, field: accepted.published.quotesSealed ? "closingDay" : "quotesSealed",
                        "its quotes stay sealed until the end of \(CalendarDay(number: until))")))
        }
    }
}

extension IntakeState {
    /// What a requirement's key said last, be it withdrawn since; nil where it is new.
    fileprivate func lastRequirement(of message: WireRequirement) -> RequirementSummary? {
        BusinessKey(owner: message.owner, id: message.id).flatMap { requirement($0) ?? withdrawnRequirement($0) }
    }
}
