import Localization

/// What a plan takes from whom. Many domestic suppliers are too small for one order: several are joined.
public struct SupplyPlan: Hashable, Sendable {
    /// At most five, in the order of the ranking.
    public let allocations: [Allocation]
    /// What no one in the plan supplies, in millionths of the unit.
    public let uncoveredQuantity: Int64

    /// What is taken from one supplier.
    public struct Allocation: Hashable, Sendable {
        /// The capability.
        public let capability: Key
        /// Millionths of the unit.
        public let quantity: Int64
        /// Millionths of the comparison currency, at the tier of that quantity.
        public let unitPrice: Int64
        /// Quantity × price in the currency's minor unit, rounded half-even; nil where it does not fit.
        public let amount: Int64?
        /// Local value content in millionths, rounded down.
        public let lvc: UInt32
    }

    /// Nothing planned.
    static func none(uncovered: Int64) -> SupplyPlan { SupplyPlan(allocations: [], uncoveredQuantity: uncovered) }

    /// Walks the ranking and gives each what it can supply until the quantity is covered.
    ///
    /// An allocation below the supplier's minimum order, or whose price at the allocated tier exceeds the maximum, is
    /// skipped. Without partial supply the first alone is taken.
    static func make(
        for requirement: Requirement, open: Int64, ranking: [Ranked], pricing: Pricing
    ) -> SupplyPlan {
        var allocations: [Allocation] = []
        var uncovered = open
        for ranked in requirement.allowsPartialSupply ? ranking[...] : ranking.prefix(1) {
            guard uncovered > 0, allocations.count < MatchingLimits.planSuppliers else { break }
            let quantity = min(uncovered, ranked.match.available)
            guard quantity > 0, quantity >= ranked.capability.minimumOrder,
                let price = pricing.unitPrice(of: ranked.capability, at: quantity), pricing.isAcceptable(price)
            else { continue }
            let amount = try? Amount(
                quantity: Millionths(count: quantity), unitPrice: Millionths(count: price), currency: pricing.currency)
            allocations.append(
                Allocation(
                    capability: ranked.match.capability, quantity: quantity, unitPrice: price,
                    amount: amount?.minorUnits,
                    lvc: ranked.match.lvc))
            uncovered -= quantity
        }
        return SupplyPlan(allocations: allocations, uncoveredQuantity: uncovered)
    }
}
