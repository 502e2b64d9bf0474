/// What one unit of a product is worth and how much of that originates, in one currency.
///
/// Own domestic value and the originating part of each purchase count as originating. Everything else up to the FOB price
/// does not: what the bill of materials leaves out is of unknown origin (DOMAIN.md §1). Direct and indirect then agree.
///
///     let value = ProductValue(fob: 200, ownDomesticValue: 30, purchases: [.init(value: 100, originating: 40)])
///     value.ratio(of: .lvcDirect)   // 70/200
public struct ProductValue: Hashable, Sendable {
    /// The FOB price.
    public let fob: Millionths
    /// The ex-works price, needed for MaxNOM only.
    public let exw: Millionths?
    /// What the firm itself adds in Viet Nam.
    public let ownDomesticValue: Millionths
    /// Σ value of the purchases in the bill of materials.
    public let purchases: Int128
    /// Σ originating part of the purchases.
    public let originatingPurchases: Int128

    /// What is bought for one unit of the product.
    public struct Purchase: Hashable, Sendable {
        /// Its value, in millionths of the currency.
        public var value: Int64
        /// The part that originates; at most the value.
        public var originating: Int64

        /// A purchase, or a sum of purchases.
        public init(value: Int64, originating: Int64) {
            self.value = value
            self.originating = originating
        }
    }

    /// A product as it is bought for.
    ///
    /// - Throws: `missing`, `zero` or `negative` for FOB; `zero` or `negative` for a stated EXW; `negative` for a
    ///   purchase or own value below zero; `exceeds` when own value, or an originating part, is above what contains it.
    public init(
        fob: Millionths?, exw: Millionths? = nil, ownDomesticValue: Millionths = .zero, purchases: [Purchase]
    ) throws(StatementRefusal) {
        guard let fob else { throw .missing(.fob) }
        for (price, part) in [(fob, CostPart.fob), (exw ?? fob, exw == nil ? .fob : .exw)] {
            guard price >= .zero else { throw .negative(part) }
            guard price > .zero else { throw .zero(part) }
        }
        guard ownDomesticValue >= .zero else { throw .negative(.otherCost) }
        guard ownDomesticValue <= fob else { throw .exceeds(.otherCost, .fob) }
        for purchase in purchases {
            guard purchase.value >= 0, purchase.originating >= 0 else { throw .negative(.material) }
            guard purchase.originating <= purchase.value else { throw .exceeds(.originatingMaterials, .material) }
        }
        self.fob = fob
        self.exw = exw
        self.ownDomesticValue = ownDomesticValue
        self.purchases = purchases.reduce(0) { $0 + Int128($1.value) }
        self.originatingPurchases = purchases.reduce(0) { $0 + Int128($1.originating) }
    }

    /// What originates, in millionths.
    public var originating: Int128 { Int128(ownDomesticValue.count) + originatingPurchases }

    /// What does not, or is of unknown origin. Where the parts exceed FOB, it is at least what of them does not originate:
    /// the lower of direct and indirect then counts (DOMAIN.md §1).
    public var nonOriginating: Int128 {
        max(Int128(fob.count) - originating, purchases - originatingPurchases)
    }

    /// FOB less own value and purchases: what the bill of materials leaves out. Below zero where the parts exceed FOB.
    public var unexplained: Int128 { Int128(fob.count) - Int128(ownDomesticValue.count) - purchases }

    /// Whether the parts exceed FOB by more than 0.5 %, so that one of them must be wrong.
    public var exceedsFOB: Bool {
        -unexplained * Int128(CostStatement.closingToleranceDivisor) > Int128(fob.count)
    }

    /// The ratio by a formula.
    ///
    /// - Throws: `missing(.exw)` for MaxNOM without EXW; `missing(.exclusions)` for net cost, of which a product does not
    ///   state the parts; `exceeds` when what does not originate is above FOB or EXW.
    public func ratio(of method: OriginMethod) throws(StatementRefusal) -> Ratio {
        switch method {
        case .netCost: throw .missing(.exclusions)
        case .maxNOM:
            guard let exw else { throw .missing(.exw) }
            return try ratio(nonOriginating, over: exw, .exw)
        case .lvcDirect, .lvcIndirect, .rvcDirect, .rvcIndirect, .transactionValue:
            guard nonOriginating <= Int128(fob.count) else { throw .exceeds(.nonOriginatingMaterials, .fob) }
            return try ratio(Int128(fob.count) - nonOriginating, over: fob, .fob)
        }
    }

    private func ratio(_ part: Int128, over price: Millionths, _ name: CostPart) throws(StatementRefusal) -> Ratio {
        guard part <= Int128(price.count) else { throw .exceeds(.nonOriginatingMaterials, name) }
        guard let ratio = Ratio(part, over: Int128(price.count)) else { throw .outOfRange(name) }
        return ratio
    }

    /// Whether the product keeps a threshold, equality included.
    ///
    /// - Throws: what ``ratio(of:)`` throws.
    public func passes(_ threshold: Threshold) throws(StatementRefusal) -> Bool {
        let ratio = try ratio(of: threshold.method)
        return threshold.isMaximum
            ? ratio.keeps(maximumPercent: threshold.percent) : ratio.meets(minimumPercent: threshold.percent)
    }
}

extension ProductValue {
    /// How much more must originate for the product to keep a threshold, in millionths, rounded up; 0 where it does.
    ///
    /// - Throws: what ``ratio(of:)`` throws for want of a price.
    public func shortfall(to threshold: Threshold) throws(StatementRefusal) -> Int128 {
        let price: Millionths
        switch threshold.method {
        case .netCost: throw .missing(.exclusions)
        case .maxNOM:
            guard let exw else { throw .missing(.exw) }
            price = exw
        case .lvcDirect, .lvcIndirect, .rvcDirect, .rvcIndirect, .transactionValue: price = fob
        }
        // A percentage of a price: both are millionths, and a per cent is a hundredth.
        let perWhole = 100 * Int128(Millionths.perOne)
        let limit = Int128(threshold.percent.count) * Int128(price.count)
        let allowed =
            threshold.isMaximum
            ? limit.divided(by: perWhole, rounding: .down)
            : (perWhole * Int128(fob.count) - limit)
                .divided(by: perWhole, rounding: .down)
        return max(0, nonOriginating - (allowed ?? 0))
    }
}
