extension CostStatement {
    /// The local value content that counts: by the declared method, or the lower of both in a statement that is not
    /// closed (Circular 05/2018/TT-BCT art. 6; the latter a choice of ours, DOMAIN.md §1). Never above one.
    ///
    /// - Throws: what ``check()`` throws.
    public func lvc() throws(StatementRefusal) -> OriginResult {
        try effective(direct: .lvcDirect, indirect: .lvcIndirect)
    }

    /// The regional value content that counts, by the same rule. The statement's materials must have been counted for
    /// the agreement: see ``replacingMaterials(with:)``.
    ///
    /// - Throws: what ``check()`` throws.
    public func rvc() throws(StatementRefusal) -> OriginResult {
        try effective(direct: .rvcDirect, indirect: .rvcIndirect)
    }

    /// The ratio by one formula, whatever the producer declared.
    ///
    /// - Throws: what ``check()`` throws; `missing` for MaxNOM without EXW and net cost without exclusions; and what
    ///   ``NetCost/result()`` throws.
    public func result(of method: OriginMethod) throws(StatementRefusal) -> OriginResult {
        try check()
        guard let fob else { throw .missing(.fob) }
        switch method {
        case .lvcDirect, .rvcDirect: return try buildUpResult(method, over: fob)
        case .lvcIndirect, .rvcIndirect, .transactionValue: return try buildDownResult(method, from: fob)
        case .maxNOM: return try maxNOMResult()
        case .netCost: return try netCostResult()
        }
    }

    private func effective(
        direct: OriginMethod, indirect: OriginMethod
    ) throws(StatementRefusal) -> OriginResult {
        let declared = try result(of: declaredMethod == .direct ? direct : indirect)
        // Within the tolerance of a closed statement, the parts of a build-up may still exceed FOB.
        guard declared.flags.contains(.statementNotClosed) || declared.ratio > .one else { return declared }
        let other = try result(of: declaredMethod == .direct ? indirect : direct)
        return other.ratio < declared.ratio ? other : declared
    }

    private func buildUpResult(
        _ method: OriginMethod, over fob: Millionths
    ) throws(StatementRefusal) -> OriginResult {
        guard let ratio = Ratio(buildUpTotal, over: Int128(fob.count)) else { throw .outOfRange(.fob) }
        let inputs = (buildUp + [(.fob, fob)]).map { OriginResult.Input(part: $0.part, amount: $0.value) }
        return OriginResult(method: method, ratio: ratio, inputs: inputs, flags: flags)
    }

    private func buildDownResult(
        _ method: OriginMethod, from fob: Millionths
    ) throws(StatementRefusal) -> OriginResult {
        let originating = Int128(fob.count) - Int128(nonOriginatingMaterials.count)
        guard let ratio = Ratio(originating, over: Int128(fob.count)) else { throw .outOfRange(.fob) }
        return OriginResult(method: method, ratio: ratio, inputs: materialInputs(against: .fob, fob), flags: flags)
    }

    private func maxNOMResult() throws(StatementRefusal) -> OriginResult {
        guard let exw else { throw .missing(.exw) }
        guard let ratio = Ratio(Int128(nonOriginatingMaterials.count), over: Int128(exw.count)) else {
            throw .outOfRange(.exw)
        }
        return OriginResult(method: .maxNOM, ratio: ratio, inputs: materialInputs(against: .exw, exw), flags: flags)
    }

    private func netCostResult() throws(StatementRefusal) -> OriginResult {
        guard let netCostExclusions else { throw .missing(.exclusions) }
        let total = buildUpTotal - Int128(profit.count) + Int128(nonOriginatingMaterials.count)
        guard let count = Int64(exactly: total) else { throw .outOfRange(.totalCost) }
        return try NetCost(
            totalCost: Millionths(count: count), nonOriginatingMaterials: nonOriginatingMaterials,
            exclusions: netCostExclusions
        ).result(flags: flags)
    }

    private func materialInputs(against part: CostPart, _ price: Millionths) -> [OriginResult.Input] {
        [
            OriginResult.Input(part: .nonOriginatingMaterials, amount: nonOriginatingMaterials),
            OriginResult.Input(part: part, amount: price),
        ]
    }
}
