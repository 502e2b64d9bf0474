internal import Contracts
internal import EventLog
internal import History
internal import Pipeline
internal import SwiftProtobuf

extension Auditor {
    /// Time does not run backwards in a partition, and a key's versions grow.
    mutating func auditOrder() {
        for partition in facts {
            var last: Int64 = 0
            var versions: [String: UInt64] = [:]
            for (fact, position) in partition {
                if fact.acceptedAt < last { find("time does not run backwards", "\(position)") }
                last = fact.acceptedAt
                guard let subject = fact.acceptedSubject else { continue }
                let key = "\(subject.rawValue) \(fact.key)"
                if fact.version <= versions[key] ?? 0 { find("a key's versions grow", "\(key) at \(position)") }
                versions[key] = fact.version
            }
            if let last = partition.last, !last.fact.endOfBatch {
                find("a transaction ends with the end of a batch", "\(last.position)")
            }
        }
    }

    /// Every public record became one fact, one counted repeat or one dead letter; or it waits, and not for too long.
    /// - returns: What became of each.
    mutating func auditRecords() -> [Position: Submission.Outcome] {
        var outcomes: [Position: [Submission.Outcome]] = [:]
        var waiting: [Position: Int64] = [:]
        for (fact, position) in facts.joined() where position.topicPartition.partition == 0 || !fact.isForAll {
            switch fact.fact {
            case .repeatsCounted(let repeats):
                for origin in repeats.records { outcomes[origin.position, default: []].append(.repeated) }
            case .pending: waiting[fact.origin.position] = fact.acceptedAt
            case .expired: break
            default: if fact.hasOrigin { outcomes[fact.origin.position, default: []].append(.accepted) }
            }
        }
        for record in log.records(of: .deadLetters) {
            guard let letter = try? WireDeadLetter(serializedBytes: record.value ?? []) else { continue }
            outcomes[letter.origin.position, default: []].append(.refused)
        }
        auditBroadcasts()
        return settled(outcomes, waiting)
    }

    private mutating func settled(
        _ outcomes: [Position: [Submission.Outcome]], _ waiting: [Position: Int64]
    ) -> [Position: Submission.Outcome] {
        let now = facts.joined().map(\.fact.acceptedAt).max() ?? 0
        var settled: [Position: Submission.Outcome] = [:]
        for record in Subject.allCases.flatMap({ log.records(of: $0.topic) }) {
            let found = outcomes[record.position] ?? []
            if found.isEmpty, let since = waiting[record.position], now - since <= PipelineLimits.pendingMilliseconds {
                settled[record.position] = .pending
            } else if found.count == 1 {
                settled[record.position] = found[0]
            } else {
                find("a record is accounted for exactly once", "\(record.position): \(found.map(\.rawValue))")
            }
        }
        for position in outcomes.keys.sorted() where settled[position] == nil && outcomes[position]?.count == 1 {
            find("what is accounted for was published", "\(position)")
        }
        return settled
    }

    /// What every partition needs came to each, once and in the same order.
    private mutating func auditBroadcasts() {
        let broadcasts = facts.map { $0.map(\.fact).filter(\.isForAll).map(\.withoutEnd) }
        for (number, partition) in broadcasts.enumerated() where partition != broadcasts[0] {
            find("what all need comes to every partition", "partition \(number) differs from the first")
        }
    }
}

extension WireMarketFact {
    /// What the fact accepted; nil where it is of another kind.
    var acceptedSubject: Subject? {
        switch fact {
        case .profile: .profiles
        case .requirement: .requirements
        case .product: .products
        case .award: .awards
        case .capability: .capabilities
        case .quote: .quotes
        case .subscription: .subscriptions
        case .verification: .verifications
        case .exchangeRate: .rates
        case .withdrawn(let withdrawn): Subject(topicName: withdrawn.topic)
        case .pending, .expired, .clockTicked, .policySet, .repeatsCounted, nil: nil
        }
    }

    /// Whether every partition of the market has the fact.
    fileprivate var isForAll: Bool {
        switch fact {
        case .clockTicked, .policySet: true
        default: acceptedSubject == .rates || acceptedSubject == .subscriptions
        }
    }

    fileprivate var withoutEnd: WireMarketFact {
        var fact = self
        fact.endOfBatch = false
        return fact
    }
}

extension WireOrigin {
    var position: Position { Position(TopicPartition(Topic(topic), partition), offset: offset) }
}
