internal import Matching

/// When the gaps of which headings are to be told: when something that bears on them changed, and at most once a minute
/// of log time.
///
/// To find them takes longer than to match, and match sets wait meanwhile. While much is published they are told one after
/// the other, so that they take a small part of the time; where nothing is, all are.
struct GapWatch {
    private var changed: Set<HSCode> = []
    private var told: [HSCode: Int64] = [:]
    /// How many unmet requirements may be looked at, in thousandths; below zero after a heading that has many.
    private var allowance = PipelineLimits.gapRequirements * 1_000
    private var allowedAt: Int64 = 0
    private var lastChangeAt: Int64 = 0

    /// Notes the headings on whose gaps a fact bears.
    /// - parameter acceptedAt: When the fact was accepted, in milliseconds since 1970-01-01T00:00:00Z.
    /// - parameter isTick: Whether it only tells that time has passed.
    mutating func note(_ headings: Set<HSCode>, at acceptedAt: Int64, isTick: Bool) {
        changed.formUnion(headings)
        if !isTick { lastChangeAt = max(lastChangeAt, acceptedAt) }
    }

    /// The headings to be told of at the end of a batch, those first that were told the longest ago.
    /// - parameter unmet: How many requirements of a heading are to be looked at.
    mutating func due(at acceptedAt: Int64, unmet: (HSCode) -> Int) -> [HSCode] {
        let isQuiet = Self.milliseconds(from: lastChangeAt, to: acceptedAt) == PipelineLimits.gapMilliseconds
        let earned = Self.milliseconds(from: allowedAt, to: acceptedAt) * PipelineLimits.gapRequirementsPerSecond
        allowance = min(PipelineLimits.gapRequirements * 1_000, allowance + earned)
        allowedAt = max(allowedAt, acceptedAt)
        guard isQuiet || allowance > 0 else { return [] }
        func lastTold(_ heading: HSCode) -> Int64 { told[heading] ?? .min / 2 }
        var due: [HSCode] = []
        let ready = changed.filter {
            Self.milliseconds(from: lastTold($0), to: acceptedAt) == PipelineLimits.gapMilliseconds
        }
        for heading in ready.sorted(by: { (lastTold($0), $0) < (lastTold($1), $1) }) {
            if !isQuiet {
                guard allowance > 0 else { break }
                allowance -= Int64(unmet(heading)) * 1_000
            }
            due.append(heading)
        }
        // However many one has, the others wait for a minute at most.
        allowance = max(allowance, -PipelineLimits.gapMilliseconds * PipelineLimits.gapRequirementsPerSecond)
        changed.subtract(due)
        for heading in due { told[heading] = acceptedAt }
        return due
    }

    /// The time between two instants, of more than a minute a minute.
    private static func milliseconds(from first: Int64, to last: Int64) -> Int64 {
        let (time, isBeyond) = last.subtractingReportingOverflow(first)
        return isBeyond ? PipelineLimits.gapMilliseconds : min(max(0, time), PipelineLimits.gapMilliseconds)
    }
}
