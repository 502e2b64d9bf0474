/// Which awards bring a product across a threshold: the fewest, and of equally many those that bring most.
///
/// Each award adds its own amount of originating value whatever else is awarded, so the largest ones together bring the
/// most that so many can: taking them from the largest down until the shortfall is met gives the smallest set, exactly.
/// Equal ones are taken in the order of their keys. It counts awards, not their cost; and as plans do not reserve, two
/// awards may claim the same capacity.
public struct FirstAwards: Hashable, Sendable {
    /// The awards, the one that brings most first. Empty where nothing is short.
    public let awards: [Candidate]

    /// An award that could be given.
    public struct Candidate: Hashable, Sendable {
        /// The requirement, `owner/id`.
        public let requirement: String
        /// The capability, `owner/id`.
        public let capability: String
        /// By how much more of a unit of the product originates, in millionths of its currency.
        public let gain: Int64

        /// An award of a plan's allocation.
        public init(requirement: String, capability: String, gain: Int64) {
            self.requirement = requirement
            self.capability = capability
            self.gain = gain
        }
    }

    /// The smallest set of awards whose gains reach a shortfall; nil where all of them together do not.
    public init?(reaching shortfall: Int128, from candidates: [Candidate]) {
        var awards: [Candidate] = []
        var rest = shortfall
        for candidate in candidates.filter({ $0.gain > 0 }).sorted(by: Self.comesFirst) where rest > 0 {
            awards.append(candidate)
            rest -= Int128(candidate.gain)
        }
        guard rest <= 0 else { return nil }
        self.awards = awards
    }

    private static func comesFirst(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.gain != b.gain { return a.gain > b.gain }
        return (a.requirement, a.capability) < (b.requirement, b.capability)
    }
}
