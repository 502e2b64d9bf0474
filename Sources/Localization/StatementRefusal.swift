/// Why a cost statement gives no ratio. Nothing is clamped or guessed instead.
public enum StatementRefusal: Error, Hashable, Sendable {
    /// A part the formula needs is not stated.
    case missing(CostPart)
    /// A part is below zero.
    case negative(CostPart)
    /// A part the formula divides by is zero.
    case zero(CostPart)
    /// The first part exceeds the second, which it should be contained in.
    case exceeds(CostPart, CostPart)
    /// A sum does not fit 64 bits of millionths.
    case outOfRange(CostPart)
    /// A bought material carries a ratio above one.
    case carriedRatioAboveOne
    /// Another method than the one already declared for the fiscal year (Circular 05/2018/TT-BCT art. 6.3).
    case methodSwitched(fiscalYear: Int)

    /// A stable code for APIs and dead letters.
    public var code: String {
        switch self {
        case .missing: "missing"
        case .negative: "negative"
        case .zero: "zero"
        case .exceeds: "inconsistent"
        case .outOfRange: "outOfRange"
        case .carriedRatioAboveOne: "carriedRatioAboveOne"
        case .methodSwitched: "methodSwitched"
        }
    }

    /// The part to point at, where there is one.
    public var part: CostPart? {
        switch self {
        case .missing(let part), .negative(let part), .zero(let part), .exceeds(let part, _), .outOfRange(let part):
            part
        case .carriedRatioAboveOne: .material
        case .methodSwitched: nil
        }
    }
}

extension StatementRefusal: CustomStringConvertible {
    /// One English sentence without a full stop.
    public var description: String {
        switch self {
        case .missing(let part): "\(part.rawValue) is not stated"
        case .negative(let part): "\(part.rawValue) is below zero"
        case .zero(let part): "\(part.rawValue) is zero"
        case .exceeds(let part, let whole): "\(part.rawValue) exceeds \(whole.rawValue)"
        case .outOfRange(let part): "\(part.rawValue) is too large"
        case .carriedRatioAboveOne: "a material carries a ratio above one"
        case .methodSwitched(let fiscalYear): "another method is declared for the fiscal year \(fiscalYear)"
        }
    }
}
