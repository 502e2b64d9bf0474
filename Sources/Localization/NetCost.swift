/// The inputs of the net cost method: (NC − VNM) / NC, NC being total cost less the exclusions
/// (CPTPP art. 3.5 and 3.9, USMCA art. 4.5). One product or a pool of them, in one currency.
public struct NetCost: Hashable, Sendable {
    /// Total cost, materials included.
    public let totalCost: Millionths
    /// Value of non-originating materials.
    public let nonOriginatingMaterials: Millionths
    /// What is taken out.
    public let exclusions: NetCostExclusions

    /// Inputs with the total known.
    public init(totalCost: Millionths, nonOriginatingMaterials: Millionths, exclusions: NetCostExclusions) {
        self.totalCost = totalCost
        self.nonOriginatingMaterials = nonOriginatingMaterials
        self.exclusions = exclusions
    }

    /// Inputs with total cost given by its components.
    ///
    /// - Throws: `negative` for a component, `outOfRange` for their sum.
    public init(
        originatingMaterials: Millionths, nonOriginatingMaterials: Millionths, otherProductCost: Millionths,
        periodCost: Millionths, otherCost: Millionths = .zero, exclusions: NetCostExclusions
    ) throws(StatementRefusal) {
        let components: [(CostPart, Millionths)] = [
            (.originatingMaterials, originatingMaterials), (.nonOriginatingMaterials, nonOriginatingMaterials),
            (.otherProductCost, otherProductCost), (.periodCost, periodCost), (.otherCost, otherCost),
        ]
        for (part, value) in components where value < .zero { throw .negative(part) }
        let total = components.reduce(Int128(0)) { $0 + Int128($1.1.count) }
        guard let count = Int64(exactly: total) else { throw .outOfRange(.totalCost) }
        self.init(
            totalCost: Millionths(count: count), nonOriginatingMaterials: nonOriginatingMaterials,
            exclusions: exclusions)
    }

    /// Total cost less the exclusions.
    ///
    /// - Throws: `negative` for any part, `exceeds` when the exclusions are above total cost.
    public func netCost() throws(StatementRefusal) -> Millionths {
        guard totalCost >= .zero else { throw .negative(.totalCost) }
        for (part, value) in exclusions.parts where value < .zero { throw .negative(part) }
        let excluded = exclusions.parts.reduce(Int128(0)) { $0 + Int128($1.value.count) }
        let remaining = Int128(totalCost.count) - excluded
        guard remaining >= 0, let count = Int64(exactly: remaining) else { throw .exceeds(.exclusions, .totalCost) }
        return Millionths(count: count)
    }

    /// The ratio by the net cost method.
    ///
    /// - Throws: what ``netCost()`` throws; `negative` for non-originating materials; `zero(.netCost)`; `exceeds` when
    ///   non-originating materials are above net cost.
    public func result() throws(StatementRefusal) -> OriginResult {
        try result(flags: [])
    }

    func result(flags: [StatementFlag]) throws(StatementRefusal) -> OriginResult {
        let netCost = try netCost()
        guard nonOriginatingMaterials >= .zero else { throw .negative(.nonOriginatingMaterials) }
        guard netCost > .zero else { throw .zero(.netCost) }
        guard nonOriginatingMaterials <= netCost else { throw .exceeds(.nonOriginatingMaterials, .netCost) }
        let remaining = Int128(netCost.count) - Int128(nonOriginatingMaterials.count)
        guard let ratio = Ratio(remaining, over: Int128(netCost.count)) else { throw .outOfRange(.netCost) }

        let parts: [(part: CostPart, value: Millionths)] =
            [(.totalCost, totalCost)] + exclusions.parts + [
                (.netCost, netCost), (.nonOriginatingMaterials, nonOriginatingMaterials),
            ]
        let inputs = parts.map { OriginResult.Input(part: $0.part, amount: $0.value) }
        return OriginResult(method: .netCost, ratio: ratio, inputs: inputs, flags: flags)
    }
}
