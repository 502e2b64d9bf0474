extension CostStatement {
    /// The parts may differ from FOB by one part in 200, 0.5 % (DOMAIN.md §1, a choice of ours).
    public static let closingToleranceDivisor: Int64 = 200

    /// Refuses a statement that contradicts itself.
    ///
    /// - Throws: `missing`, `negative` or `zero` for FOB; `negative` for any part; `zero` for a stated EXW; `exceeds`
    ///   when non-originating materials are above FOB or a stated EXW.
    public func check() throws(StatementRefusal) {
        let parts = buildUp + [(.nonOriginatingMaterials, nonOriginatingMaterials)] + (netCostExclusions?.parts ?? [])
        for (part, value) in parts where value < .zero { throw .negative(part) }
        guard let fob else { throw .missing(.fob) }
        try checkPrice(fob, .fob)
        if let exw { try checkPrice(exw, .exw) }
    }

    /// Refuses a silent change of method within the producer's fiscal year (Circular 05/2018/TT-BCT art. 6.3).
    ///
    /// - Parameter earlier: a statement the same producer published before.
    /// - Throws: `methodSwitched`.
    public func checkMethod(keeps earlier: CostStatement) throws(StatementRefusal) {
        guard fiscalYear == earlier.fiscalYear, declaredMethod != earlier.declaredMethod else { return }
        throw .methodSwitched(fiscalYear: fiscalYear)
    }

    /// What deserves a remark in a statement that passed ``check()``; in a fixed order.
    public var flags: [StatementFlag] {
        if declaredMethod == .indirect, buildUp.allSatisfy({ $0.value == .zero }) { return [.buildUpNotStated] }
        return isClosed ? [] : [.statementNotClosed]
    }

    /// Whether all parts, non-originating materials included, add up to FOB within 0.5 %.
    public var isClosed: Bool {
        guard let fob else { return false }
        let parts = buildUpTotal + Int128(nonOriginatingMaterials.count)
        let gap = (parts - Int128(fob.count)).magnitude
        return gap * UInt128(Self.closingToleranceDivisor) <= fob.count.magnitude
    }

    /// The parts the direct method adds up, in the order of the formula.
    var buildUp: [(part: CostPart, value: Millionths)] {
        [
            (.originatingMaterials, originatingMaterials), (.directLabour, directLabour),
            (.directOverhead, directOverhead), (.otherCost, otherCost), (.profit, profit),
        ]
    }

    /// Their sum in millionths; five 64-bit numbers always fit 128 bits.
    var buildUpTotal: Int128 {
        buildUp.reduce(0) { $0 + Int128($1.value.count) }
    }

    private func checkPrice(_ price: Millionths, _ part: CostPart) throws(StatementRefusal) {
        guard price >= .zero else { throw .negative(part) }
        guard price > .zero else { throw .zero(part) }
        guard nonOriginatingMaterials <= price else { throw .exceeds(.nonOriginatingMaterials, part) }
    }
}
