import Localization
public import Matching

/// What a fact is about: the order of facts about one thing matters, that of others does not.
public enum FactSubject: Hashable, Sendable {
    /// A requirement.
    case requirement(Key)
    /// A capability and what officials found of it.
    case capability(Key)
    /// An award.
    case award(Key)
    /// The rate of a currency, by its code.
    case rate(String)
    /// The policy.
    case policy
    /// The time alone.
    case time
}

extension Fact.Event {
    /// What it is about.
    public var subject: FactSubject {
        switch self {
        case .requirementPublished(let requirement): .requirement(requirement.key)
        case .requirementWithdrawn(let key): .requirement(key)
        case .capabilityPublished(let capability): .capability(capability.key)
        case .capabilityWithdrawn(let key), .certificateExamined(let key, _, _, _), .statementExamined(let key, _):
            .capability(key)
        case .awardPublished(let award): .award(award.key)
        case .awardWithdrawn(let key): .award(key)
        case .ratePublished(let currency, _), .rateWithdrawn(let currency): .rate(currency.code)
        case .policySet: .policy
        case .none: .time
        }
    }
}

extension Fact {
    /// The same event elsewhere in the market.
    fileprivate func moved(to place: Fact, isEndOfBatch: Bool? = nil) -> Fact {
        Fact(
            position: place.position, acceptedAt: place.acceptedAt, version: version,
            isEndOfBatch: isEndOfBatch ?? place.isEndOfBatch, event: event)
    }
}

extension [Fact] {
    /// The events in another order, those about one subject in theirs; positions, times and batches stay where they are.
    public func shuffledAcrossSubjects(using random: inout SplitMix64) -> [Fact] {
        let order = map(\.event.subject).shuffled(using: &random)
        var queues = Dictionary(grouping: self, by: \.event.subject).mapValues { $0[...] }
        return zip(self, order).compactMap { place, subject in
            queues[subject]?.popFirst()?.moved(to: place)
        }
    }

    /// The same facts in other batches; the last still ends one.
    public func rebatched(endPercent: Int, using random: inout SplitMix64) -> [Fact] {
        enumerated().map { index, fact in
            fact.moved(to: fact, isEndOfBatch: index == count - 1 || random.chance(endPercent))
        }
    }

    /// The facts as a partition of one heading has them: its own, and those that every partition has.
    public func partition(ofHeading heading: UInt32) -> [Fact] {
        var headings: [FactSubject: UInt32] = [:]
        for fact in self {
            switch fact.event {
            case .requirementPublished(let requirement): headings[fact.event.subject] = requirement.hsCode.heading
            case .capabilityPublished(let capability): headings[fact.event.subject] = capability.hsCode.heading
            case .awardPublished(let award): headings[fact.event.subject] = award.hsCode.heading
            default: break
            }
        }
        return filter { fact in
            switch fact.event.subject {
            case .requirement, .capability, .award: headings[fact.event.subject] == heading
            case .rate, .policy, .time: true
            }
        }
    }
}
