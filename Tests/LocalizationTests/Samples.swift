import LinkageTesting
import Localization

/// A number from its text.
func decimal(_ text: String) throws -> Millionths {
    try Millionths(text)
}

/// A currency from its code.
func currencyNamed(_ code: String) throws -> Currency {
    try Currency(code: code)
}

/// The largest number there is.
let largest = Millionths(count: .max)

/// The smallest number there is.
let smallest = Millionths(count: .min)

extension CostStatement {
    /// The biscuit of the Singapore Customs handbook, example B (DOMAIN.md §1).
    static func biscuit(_ method: DeclaredMethod = .direct) throws -> CostStatement {
        CostStatement(
            currency: try currencyNamed("USD"), fiscalYear: 2026, declaredMethod: method,
            originatingMaterials: try decimal("1"), nonOriginatingMaterials: try decimal("9.50"),
            directLabour: try decimal("1.25"), directOverhead: try decimal("0.75"), profit: try decimal("2.50"),
            fob: try decimal("15"))
    }

    /// A statement whose parts add up to FOB exactly, some of them zero.
    static func closed(using random: inout SplitMix64) throws -> CostStatement {
        func part() -> Int64 { Int64.random(in: 0...4, using: &random) * Int64.random(in: 0...999_999, using: &random) }
        let parts = (0..<6).map { _ in part() } + [Int64.random(in: 1...999, using: &random)]
        let fob = parts.reduce(0, +)
        return CostStatement(
            currency: try currencyNamed("USD"), fiscalYear: 2026,
            declaredMethod: Bool.random(using: &random) ? .direct : .indirect,
            originatingMaterials: Millionths(count: parts[0]), nonOriginatingMaterials: Millionths(count: parts[1]),
            directLabour: Millionths(count: parts[2]), directOverhead: Millionths(count: parts[3]),
            otherCost: Millionths(count: parts[4] + parts[6]), profit: Millionths(count: parts[5]),
            fob: Millionths(count: fob), exw: Millionths(count: fob),
            netCostExclusions: NetCostExclusions())
    }

    /// The same statement with every value put through one function.
    func mapValues(_ change: (Millionths) -> Millionths) -> CostStatement {
        var copy = self
        copy.originatingMaterials = change(originatingMaterials)
        copy.nonOriginatingMaterials = change(nonOriginatingMaterials)
        copy.directLabour = change(directLabour)
        copy.directOverhead = change(directOverhead)
        copy.otherCost = change(otherCost)
        copy.profit = change(profit)
        copy.fob = fob.map(change)
        copy.exw = exw.map(change)
        return copy
    }
}
