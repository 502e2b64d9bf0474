/// What an entry counts for.
enum MetricStage: Int, CaseIterable {
    /// A requirement as it is bought today.
    case demand
    /// What a plan takes from a supplier, or leaves uncovered.
    case potential
    /// An award.
    case realised
    /// The part of an allocation that its supplier can't make beside those of requirements with lower keys: it is taken
    /// off the potential to give what is jointly feasible.
    case cut
}
