/// A part of the cost model, as results and refusals name it. Raw values are stable.
public enum CostPart: String, CaseIterable, Hashable, Sendable {
    /// Value of originating materials.
    case originatingMaterials
    /// Value of non-originating materials: CIF at importation, or the first price paid where origin is unknown.
    case nonOriginatingMaterials
    /// Direct labour cost.
    case directLabour
    /// Direct overhead cost.
    case directOverhead
    /// Other cost up to the FOB price.
    case otherCost
    /// Profit.
    case profit
    /// The FOB price.
    case fob
    /// The ex-works price.
    case exw
    /// A line of the bill of materials.
    case material
    /// Total cost of the product, before the exclusions of the net cost method.
    case totalCost
    /// Product cost besides materials, in the net cost method.
    case otherProductCost
    /// Period cost, in the net cost method.
    case periodCost
    /// What the net cost method excludes, together.
    case exclusions
    /// Excluded: sales promotion, marketing and after-sales service.
    case salesPromotion
    /// Excluded: royalties.
    case royalties
    /// Excluded: shipping and packing.
    case shippingAndPacking
    /// Excluded: interest that is not allowable.
    case nonAllowableInterest
    /// Total cost less the exclusions.
    case netCost
}
