/// What the net cost method takes out of total cost (CPTPP art. 3.9, USMCA art. 4.5), in one currency.
public struct NetCostExclusions: Hashable, Sendable {
    /// Sales promotion, marketing and after-sales service.
    public var salesPromotion: Millionths
    /// Royalties.
    public var royalties: Millionths
    /// Shipping and packing.
    public var shippingAndPacking: Millionths
    /// Interest that is not allowable.
    public var nonAllowableInterest: Millionths

    /// The four exclusions; those not named are known to be zero.
    public init(
        salesPromotion: Millionths = .zero, royalties: Millionths = .zero, shippingAndPacking: Millionths = .zero,
        nonAllowableInterest: Millionths = .zero
    ) {
        self.salesPromotion = salesPromotion
        self.royalties = royalties
        self.shippingAndPacking = shippingAndPacking
        self.nonAllowableInterest = nonAllowableInterest
    }

    /// The exclusions by name, in the order of the article.
    var parts: [(part: CostPart, value: Millionths)] {
        [
            (.salesPromotion, salesPromotion), (.royalties, royalties),
            (.shippingAndPacking, shippingAndPacking), (.nonAllowableInterest, nonAllowableInterest),
        ]
    }
}
