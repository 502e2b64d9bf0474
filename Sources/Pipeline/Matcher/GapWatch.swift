internal import Matching

/// When the gaps of which headings are to be told: when something that bears on them changed, and at most once a minute
/// of log time.
struct GapWatch {
    private var changed: Set<HSCode> = []
    private var told: [HSCode: Int64] = [:]

    /// Notes the headings on whose gaps a fact bears.
    mutating func note(_ headings: Set<HSCode>) { changed.formUnion(headings) }

    /// The headings to be told of at the end of a batch, in order.
    /// - parameter acceptedAt: When the batch was accepted, in milliseconds since 1970-01-01T00:00:00Z.
    mutating func due(at acceptedAt: Int64) -> [HSCode] {
        let due = changed.filter { acceptedAt - (told[$0] ?? .min / 2) >= PipelineLimits.gapMilliseconds }.sorted()
        changed.subtract(due)
        for heading in due { told[heading] = acceptedAt }
        return due
    }
}
