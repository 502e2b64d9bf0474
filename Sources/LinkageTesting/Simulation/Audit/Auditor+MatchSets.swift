internal import Contracts
internal import EventLog
internal import Matching
internal import Pipeline
internal import SwiftProtobuf

/// The engine that the services' is held against.
typealias AuditingEngine = ReferenceEngine

extension Auditor {
    /// `linkage-matches` holds what the reference engine emits for each partition: no more, no less, in order.
    mutating func auditMatchSets() {
        for (number, partition) in facts.enumerated() {
            var engine = AuditingEngine()
            var expected: [WireMatchSet] = []
            for (fact, position) in partition {
                try? engine.apply(Fact(fact, at: position)) { expected.append(WireMatchSet($0)) }
            }
            let found = matchSets[number]
            guard
                let place = (0..<max(expected.count, found.count)).first(where: { index in
                    guard index < expected.count, index < found.count else { return true }
                    return expected[index] != found[index]
                })
            else { continue }
            find(
                "no match set is lost or repeated",
                "partition \(number) has \(found.count), the engine emits \(expected.count); the \(place)th differs: "
                    + "\(place < found.count ? found[place].brief : "none")"
                    + ", not \(place < expected.count ? expected[place].brief : "none")")
        }
    }
}

extension WireMatchSet {
    fileprivate var brief: String { "\(requirement) v\(requirementVersion) by \(marketPartition)/\(marketOffset)" }
}
