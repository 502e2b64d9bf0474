/// Originating and non-originating value of the materials in a unit of product.
public struct MaterialValues: Hashable, Sendable {
    /// Value of originating materials (VOM), in the lines' currency.
    public let originating: Millionths
    /// Value of non-originating materials (VNM), unknown origin included.
    public let nonOriginating: Millionths

    /// Counts a bill of materials.
    ///
    /// Lines of equal ratio are added before the ratio is taken, and what counts is rounded down to a millionth: the
    /// order of lines and splitting one change nothing, and both values always add up to the lines.
    ///
    /// - Throws: `negative(.material)`, `carriedRatioAboveOne`, or `outOfRange` for a sum beyond 64 bits.
    public init(_ lines: [MaterialLine], counting rule: CarriedRatioRule) throws(StatementRefusal) {
        var total: Int128 = 0
        var valueByShare: [Ratio: Int128] = [:]
        for line in lines {
            guard line.value >= .zero else { throw .negative(.material) }
            let value = Int128(line.value.count)
            total += value
            valueByShare[try line.countedShare(under: rule), default: 0] += value
        }

        var originating: Int128 = 0
        for (share, value) in valueByShare {
            guard let portion = share.portion(of: value) else { throw .outOfRange(.originatingMaterials) }
            originating += portion
        }
        self.originating = try Self.checked(originating, .originatingMaterials)
        self.nonOriginating = try Self.checked(total - originating, .nonOriginatingMaterials)
    }

    private static func checked(_ sum: Int128, _ part: CostPart) throws(StatementRefusal) -> Millionths {
        guard let count = Int64(exactly: sum) else { throw .outOfRange(part) }
        return Millionths(count: count)
    }
}

extension MaterialLine {
    /// The share of the line that is originating, at most one.
    fileprivate func countedShare(under rule: CarriedRatioRule) throws(StatementRefusal) -> Ratio {
        guard let carriedRatio else { return origin == .originating ? .one : .zero }
        guard carriedRatio <= .one else { throw .carriedRatioAboveOne }
        return rule.countedShare(of: carriedRatio)
    }
}
