/// A fault that no log may have. The auditor must catch each, else it catches nothing.
public enum Canary: String, Sendable, CaseIterable {
    /// A commit that advances positions and loses the outputs.
    case positionsWithoutOutputs
    /// A commit that writes the outputs and forgets the positions.
    case outputsWithoutPositions
    /// A commit that writes the outputs twice.
    case repeatedOutputs
    /// A read that gives two records of a partition in the wrong order.
    case swappedRecords
    /// A member that was replaced may still commit.
    case unfencedMembers
}

/// A canary fault at work: it strikes at every few chances.
struct CanaryBird: Sendable {
    let kind: Canary
    private var chances = 0

    init(_ kind: Canary) { self.kind = kind }

    mutating func strikes(_ kind: Canary, if isChance: Bool) -> Bool {
        guard kind == self.kind, isChance else { return false }
        chances += 1
        return chances % 5 == 0
    }
}
