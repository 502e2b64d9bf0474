public import Localization

/// Who could supply a requirement, as one evaluation found.
public struct MatchSet: Hashable, Sendable {
    /// The requirement.
    public let requirement: Key
    /// The requirement's version.
    public let requirementVersion: UInt64
    /// The market record that caused the evaluation.
    public let cause: MarketPosition
    /// `acceptedAt` of that record.
    public let asOf: Int64
    /// Suppliers of which a capability qualifies, when this set was computed: later ones beyond the best do not make
    /// a new set.
    public let qualifyingSuppliers: Int
    /// Capabilities that were examined.
    public let candidates: Int
    /// Candidates that fail for one reason; nil where the plan covers the open quantity.
    public let nearMisses: NearMisses?
    /// What is compared to decide whether there is something new to tell.
    public let outcome: Outcome

    /// Status, ranking, plan, ratio and flags.
    public struct Outcome: Hashable, Sendable {
        /// What stage the requirement is at.
        public let status: Status
        /// Quantity less what is awarded, not below 0; millionths of the unit.
        public let openQuantity: Int64
        /// The currency in which prices were compared.
        public let currency: Currency
        /// The best suppliers, best first.
        public let matches: [Match]
        /// What the plan takes from whom, in the order of the matches.
        public let plan: SupplyPlan
        /// The localization value ratio.
        public let ratio: ValueRatio
        /// What an official should know of the requirement's awards, in the order of their keys.
        public let awardFlags: [AwardFlag]
    }

    /// The stages of a requirement.
    public enum Status: String, Sendable, CaseIterable {
        /// Suppliers can be matched.
        case open
        /// Everything is awarded.
        case awarded
        /// The closing day has passed.
        case closed
        /// The buyer withdrew it.
        case withdrawn
    }
}

/// A supplier's best qualifying capability.
public struct Match: Hashable, Sendable {
    /// The capability.
    public let capability: Key
    /// The capability's version, when this match was computed.
    public let capabilityVersion: UInt64
    /// How it was scored.
    public let terms: ScoreTerms
    /// Millionths, at the quantity it could supply, in the comparison currency.
    public let unitPrice: Int64
    /// What it can make over the delivery window, less what is reserved.
    public let available: Int64
    /// Local value content in millionths, rounded down.
    public let lvc: UInt32
    /// Without a cost statement, or with one that an official refused.
    public let isLVCUnstated: Bool
    /// Required schemes whose certificate no official has accepted.
    public let unverifiedCertifications: [String]

    /// Best first: score, then lower price, then the key's bytes. Nothing depends on the order of arrival.
    static func ranksBefore(_ a: Match, _ b: Match) -> Bool {
        if a.terms.score != b.terms.score { return a.terms.score > b.terms.score }
        if a.unitPrice != b.unitPrice { return a.unitPrice < b.unitPrice }
        return a.capability < b.capability
    }
}

/// Something an official should know of an award.
public struct AwardFlag: Hashable, Sendable {
    /// The award.
    public let award: Key
    /// What is unusual.
    public let kind: Kind

    /// What can be unusual about an award.
    public enum Kind: String, Sendable {
        /// More is awarded than is wanted.
        case exceedsQuantity
        /// More is reserved than the supplier can make.
        case exceedsCapacity
        /// The capability is unknown, or of another code, unit or owner than could be matched.
        case notACandidate
    }
}
