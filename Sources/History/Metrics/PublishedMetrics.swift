public import Localization

/// The three numbers of a group in a table that may be published.
public struct PublishedMetrics: Sendable, Hashable {
    /// The numbers; those of a suppressed stage are empty.
    public private(set) var metrics: LocalizationMetrics
    private var suppressed: Set<LocalizationStage> = []
    /// How many requirements were counted, which the metrics tell, too, with what of them was left out; nil where they are of
    /// few buyers: one more would tell whose it is.
    public private(set) var requirements: Int?

    /// The fewest firms behind a figure that is shown (DOMAIN.md §2).
    public static let firmsMin = 3

    /// Numbers of which nothing is suppressed.
    public init(showing metrics: LocalizationMetrics) {
        self.metrics = metrics
        requirements = metrics.requirements
    }

    /// The figures of a stage; nil where they are suppressed.
    public func shares(of stage: LocalizationStage) -> LocalizationShares? {
        suppressed.contains(stage) ? nil : metrics[stage]
    }

    mutating func suppress(_ stage: LocalizationStage) {
        metrics[stage] = LocalizationShares()
        suppressed.insert(stage)
    }

    mutating func suppressCount() { requirements = nil }

    /// Which of some groups are suppressed: those over few firms, and the next smallest that is left, the first of equal
    /// ones. A group without amount has nothing to hide.
    static func suppressed(amounts: [Int128], isFew: [Bool]) -> [Int] {
        let first = amounts.indices.filter { isFew[$0] && amounts[$0] > 0 }
        guard !first.isEmpty else { return [] }
        let next = amounts.indices.filter { !isFew[$0] && amounts[$0] > 0 }
            .min { (amounts[$0], $0) < (amounts[$1], $1) }
        return (first + (next.map { [$0] } ?? [])).sorted()
    }
}
