public import Localization

/// How matches are scored and how many are kept. Weights are basis points.
public struct Policy: Hashable, Sendable {
    /// What a low price counts, at most 10,000.
    public let priceWeight: UInt32
    /// What covering the quantity counts, at most 10,000.
    public let coverageWeight: UInt32
    /// What local value counts, at most 10,000.
    public let localizationWeight: UInt32
    /// How many suppliers a match set ranks, from 1 to 100.
    public let matchLimit: Int
    /// In which prices are compared where neither a maximum nor a current price names a currency.
    public let reportingCurrency: Currency

    /// A policy; weights above 10,000 and limits outside 1…100 are brought back to the nearest allowed.
    public init(
        priceWeight: UInt32, coverageWeight: UInt32, localizationWeight: UInt32, matchLimit: Int,
        reportingCurrency: Currency
    ) {
        self.priceWeight = min(priceWeight, 10_000)
        self.coverageWeight = min(coverageWeight, 10_000)
        self.localizationWeight = min(localizationWeight, 10_000)
        self.matchLimit = min(max(matchLimit, 1), MatchingLimits.matches)
        self.reportingCurrency = reportingCurrency
    }

    /// The policy until another is set: 4000, 3000, 3000, the best ten, in dong.
    public static let standard: Policy = {
        guard let dong = try? Currency(code: "VND") else { preconditionFailure("ISO 4217 has VND") }
        return Policy(
            priceWeight: 4_000, coverageWeight: 3_000, localizationWeight: 3_000, matchLimit: 10,
            reportingCurrency: dong)
    }()
}

/// The limits the engine keeps.
public enum MatchingLimits {
    /// The most suppliers a match set may rank.
    public static let matches = 100
    /// The most suppliers a plan may join.
    public static let planSuppliers = 5
    /// The most near misses a match set names.
    public static let nearMisses = 10
    /// The most changes that are tried for a heading's gaps: those that most candidates lack.
    public static let gapChanges = 50
}
