/// How much of a bought material with its own ratio counts as originating.
public enum CarriedRatioRule: Hashable, Sendable {
    /// Exactly its ratio: what LVC uses along a domestic supply chain (DOMAIN.md §1).
    case passThrough
    /// All of it from one per cent on, its ratio from a lower one on, nothing below.
    case partialCumulation(inFullFromPercent: Millionths, proRataFromPercent: Millionths)

    /// ASEAN partial cumulation: in full from 40 %, pro rata from 20 % (ATIGA art. 30 and Annex 6).
    public static let atigaPartialCumulation = CarriedRatioRule.partialCumulation(
        inFullFromPercent: Millionths(count: 40 * Millionths.perOne),
        proRataFromPercent: Millionths(count: 20 * Millionths.perOne))

    /// The share of the material's value that counts.
    func countedShare(of carried: Ratio) -> Ratio {
        switch self {
        case .passThrough:
            return carried
        case .partialCumulation(let inFullFromPercent, let proRataFromPercent):
            if carried.meets(minimumPercent: inFullFromPercent) { return .one }
            return carried.meets(minimumPercent: proRataFromPercent) ? carried : .zero
        }
    }
}
