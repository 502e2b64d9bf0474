import LinkageTesting
import Matching

/// The columnar engine beside the reference.
typealias ColumnarComparison = EngineComparison<ColumnarEngine>

/// An engine and the reference on equal facts: every match set, every refusal, and the state at the end.
struct EngineComparison<Compared: MatchingEngine> {
    private var reference = ReferenceEngine()
    private var compared = Compared()
    private var keys: Set<Key> = []

    /// Where the engines said different things.
    struct Disagreement {
        let facts: [Fact]
        let reference: String
        let compared: String
    }

    /// The first disagreement, on as few facts as lead to one; nil if there is none.
    static func disagreement(on facts: [Fact]) -> Disagreement? {
        guard var found = firstDisagreement(on: facts) else { return nil }
        var size = max(1, found.facts.count / 2)
        while true {
            let smaller = stride(from: 0, to: found.facts.count, by: size).lazy.compactMap { start in
                firstDisagreement(on: Array(found.facts[..<start] + found.facts[start...].dropFirst(size)))
            }.first
            if let smaller {
                found = smaller
                size = min(size, max(1, found.facts.count / 2))
            } else if size == 1 {
                return found
            } else {
                size /= 2
            }
        }
    }

    private static func firstDisagreement(on facts: [Fact]) -> Disagreement? {
        var comparison = EngineComparison()
        for (index, fact) in facts.enumerated() {
            if let (reference, compared) = comparison.take(fact) {
                return Disagreement(facts: Array(facts[...index]), reference: reference, compared: compared)
            }
        }
        let (reference, compared) = (
            comparison.state(of: comparison.reference), comparison.state(of: comparison.compared)
        )
        return reference.hash == compared.hash
            ? nil : Disagreement(facts: facts, reference: reference.text, compared: compared.text)
    }

    private mutating func take(_ fact: Fact) -> (String, String)? {
        if case .requirementPublished(let requirement) = fact.event { keys.insert(requirement.key) }
        let expected = Self.said(by: &reference, of: fact)
        let found = Self.said(by: &compared, of: fact)
        return expected == found ? nil : ("\(expected)", "\(found)")
    }

    private struct Said: Equatable {
        var matchSets: [MatchSet] = []
        var refusal: FactRefusal?
    }

    private static func said(by engine: inout some MatchingEngine, of fact: Fact) -> Said {
        var said = Said()
        do {
            try engine.apply(fact) { said.matchSets.append($0) }
        } catch {
            said.refusal = error
        }
        return said
    }

    /// What an engine answers about every requirement, and its hash (FNV-1a).
    private func state(of engine: some MatchingEngine) -> (text: String, hash: UInt64) {
        let market = engine.market
        let nowhere = MarketPosition(partition: 0, offset: 0)
        let text = keys.sorted().map { key in
            "\(key): \(String(describing: market.matchSet(of: key, cause: nowhere))) \(market.qualifying(for: key))"
        }.joined(separator: "\n")
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return (text, hash)
    }
}

extension EngineComparison.Disagreement: CustomStringConvertible {
    var description: String {
        "\(facts.count) facts:\n"
            + facts.map { "\($0.position.offset) \($0.acceptedAt) \($0.isEndOfBatch) \($0.event)" }.joined(
                separator: "\n")
            + "\nreference: \(reference)\ncompared: \(compared)"
    }
}
