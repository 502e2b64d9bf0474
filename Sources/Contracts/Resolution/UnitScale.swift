internal import Localization

/// How a published unit converts to the base unit of its family.
struct UnitScale: Hashable, Sendable {
    /// The base unit, UN/ECE Recommendation 20.
    let baseCode: String
    /// How many base units one published unit is, at least 1.
    let factor: Int64

    init(baseCode: String, factor: Int64) {
        self.baseCode = baseCode
        self.factor = max(1, factor)
    }

    /// A quantity in millionths of the base unit; nil where it is 10¹² or more.
    func quantityInBaseUnits(_ quantity: Int64) -> Int64? {
        let (product, overflow) = quantity.multipliedReportingOverflow(by: factor)
        return overflow || product >= ContractLimits.millionths ? nil : product
    }

    /// The price of one base unit in millionths; nil where it is not exact.
    func pricePerBaseUnit(_ price: Int64) -> Int64? {
        let (quotient, remainder) = price.quotientAndRemainder(dividingBy: factor)
        return remainder == 0 ? quotient : nil
    }
}
