/// A formula that gives a product's ratio. Raw values are stable.
public enum OriginMethod: String, CaseIterable, Hashable, Sendable {
    /// (VOM + labour + overhead + other + profit) / FOB, Vietnamese materials originating.
    case lvcDirect
    /// (FOB − VNM) / FOB, Vietnamese materials originating.
    case lvcIndirect
    /// The direct formula, materials of the agreement's territory originating.
    case rvcDirect
    /// The indirect formula, materials of the agreement's territory originating.
    case rvcIndirect
    /// VNM / EXW, a maximum.
    case maxNOM
    /// (TV − VNM) / TV; the transaction value without international shipment is the FOB price.
    case transactionValue
    /// (NC − VNM) / NC.
    case netCost

    /// Whether a good passes by staying at or below the threshold rather than reaching it.
    public var isMaximum: Bool { self == .maxNOM }

    /// The article that gives the formula.
    public var source: String {
        switch self {
        case .lvcDirect, .lvcIndirect: "Circular 05/2018/TT-BCT, article 6"
        case .rvcDirect, .rvcIndirect: "ATIGA, articles 28 and 29; RCEP, article 3.5"
        case .maxNOM: "EVFTA, Protocol 1; UKVFTA"
        case .transactionValue: "CPTPP, article 3.5 (build-down); USMCA, article 4.5"
        case .netCost: "CPTPP, articles 3.5 and 3.9; USMCA, article 4.5"
        }
    }

    /// Where the declared whole per cent goes: up for a maximum, down otherwise.
    var declaredRounding: Rounding { isMaximum ? .up : .down }
}
