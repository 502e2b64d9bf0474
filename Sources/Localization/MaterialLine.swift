/// One bought material in a unit of product, as far as value and origin go.
public struct MaterialLine: Hashable, Sendable {
    /// Value per unit of product, in the statement's currency.
    public var value: Millionths
    /// Where it originates, under the agreement the statement is made for.
    public var origin: Origin
    /// The material's own ratio, where it is known (a capability's LVC, a supplier's RVC). It then decides what counts,
    /// not `origin`.
    public var carriedRatio: Ratio?

    /// Whether a material is of the territory the rule counts: Viet Nam for LVC, ASEAN or RCEP for RVC.
    public enum Origin: String, CaseIterable, Hashable, Sendable {
        /// Proven to originate.
        case originating
        /// Known not to.
        case nonOriginating
        /// Not known, which every rule set counts as non-originating.
        case unknown
    }

    /// A line of a bill of materials.
    public init(value: Millionths, origin: Origin, carriedRatio: Ratio? = nil) {
        self.value = value
        self.origin = origin
        self.carriedRatio = carriedRatio
    }
}
