/// What one unit of a product is made of, in one currency: the cost model behind LVC, RVC, MaxNOM and the others.
///
/// Every value is in the currency's major unit per unit of product.
///
///     let biscuit = CostStatement(
///         currency: dollar, fiscalYear: 2026, declaredMethod: .direct,
///         originatingMaterials: one, nonOriginatingMaterials: nineAndAHalf,
///         directLabour: two, profit: twoAndAHalf, fob: fifteen)
///     try biscuit.lvc().declaredPercent   // 36
public struct CostStatement: Hashable, Sendable {
    /// The currency of every value.
    public var currency: Currency
    /// The fiscal year, by the year it ends in, for which the method is declared.
    public var fiscalYear: Int
    /// The method the producer declared for the whole fiscal year.
    public var declaredMethod: DeclaredMethod
    /// Value of originating materials (VOM).
    public var originatingMaterials: Millionths
    /// Value of non-originating materials (VNM), unknown origin included.
    public var nonOriginatingMaterials: Millionths
    /// Direct labour cost.
    public var directLabour: Millionths
    /// Direct overhead cost.
    public var directOverhead: Millionths
    /// Other cost up to the FOB price.
    public var otherCost: Millionths
    /// Profit.
    public var profit: Millionths
    /// The FOB price; without it nothing is computed.
    public var fob: Millionths?
    /// The ex-works price, needed for MaxNOM only.
    public var exw: Millionths?
    /// What the net cost method leaves out, needed for that method only. `nil` says it is not known.
    public var netCostExclusions: NetCostExclusions?

    /// A producer's choice between the two formulas (Circular 05/2018/TT-BCT art. 6.3).
    public enum DeclaredMethod: String, CaseIterable, Hashable, Sendable {
        /// Build-up: what is originating, over FOB.
        case direct
        /// Build-down: FOB less what is not originating, over FOB.
        case indirect
    }

    /// A statement as the producer made it; ``check()`` says whether it holds together.
    public init(
        currency: Currency, fiscalYear: Int, declaredMethod: DeclaredMethod,
        originatingMaterials: Millionths = .zero, nonOriginatingMaterials: Millionths = .zero,
        directLabour: Millionths = .zero, directOverhead: Millionths = .zero, otherCost: Millionths = .zero,
        profit: Millionths = .zero, fob: Millionths?, exw: Millionths? = nil,
        netCostExclusions: NetCostExclusions? = nil
    ) {
        self.currency = currency
        self.fiscalYear = fiscalYear
        self.declaredMethod = declaredMethod
        self.originatingMaterials = originatingMaterials
        self.nonOriginatingMaterials = nonOriginatingMaterials
        self.directLabour = directLabour
        self.directOverhead = directOverhead
        self.otherCost = otherCost
        self.profit = profit
        self.fob = fob
        self.exw = exw
        self.netCostExclusions = netCostExclusions
    }

    /// The same statement with materials counted anew, for instance under another agreement's cumulation.
    public func replacingMaterials(with materials: MaterialValues) -> CostStatement {
        var copy = self
        copy.originatingMaterials = materials.originating
        copy.nonOriginatingMaterials = materials.nonOriginating
        return copy
    }
}
