import Localization

/// The localization value ratio of a requirement:
/// Σ (allocated amount × LVC) / (Σ allocated amount + uncovered quantity × reference price).
///
/// The reference price is what is paid today, else the maximum, else the plan's average.
public struct ValueRatio: Hashable, Sendable {
    /// In millionths, rounded down; nil where there is no denominator, or an amount does not fit.
    public let millionths: UInt32?
    /// Why there is no ratio.
    public let absence: Absence?
    /// Σ allocated amounts in the comparison currency's minor unit; 0 where it is absent.
    public let plannedAmount: Int64
    /// The uncovered quantity at the reference price, in the minor unit; 0 where it is absent.
    public let uncoveredAmount: Int64

    /// Why there is no ratio.
    public enum Absence: String, Sendable {
        /// Nothing is open, so nothing is planned.
        case nothingOpen
        /// Neither a current price nor a maximum, and nothing planned; or amounts that all round to nothing.
        case noReferencePrice
        /// The current price can't be converted: its currency or the comparison's has no rate.
        case noRate
        /// An amount does not fit 64 bits of minor units.
        case amountOutOfRange
    }

    static func absent(_ absence: Absence) -> ValueRatio {
        ValueRatio(millionths: nil, absence: absence, plannedAmount: 0, uncoveredAmount: 0)
    }

    /// The ratio of a plan.
    static func make(of plan: SupplyPlan, pricing: Pricing) -> ValueRatio {
        var planned: Int128 = 0
        var localValue: Int128 = 0
        for allocation in plan.allocations {
            guard let amount = allocation.amount else { return .absent(.amountOutOfRange) }
            planned += Int128(amount)
            localValue += Int128(amount) * Int128(allocation.lvc)
        }
        var uncovered: Int128 = 0
        if plan.uncoveredQuantity > 0 {
            switch referencePrice(of: plan, pricing: pricing) {
            case .failure(let absence): return .absent(absence)
            case .success(let price):
                let amount = try? Amount(
                    quantity: Millionths(count: plan.uncoveredQuantity), unitPrice: Millionths(count: price),
                    currency: pricing.currency)
                guard let amount else { return .absent(.amountOutOfRange) }
                uncovered = Int128(amount.minorUnits)
            }
        }
        guard let plannedAmount = Int64(exactly: planned), let uncoveredAmount = Int64(exactly: uncovered) else {
            return .absent(.amountOutOfRange)
        }
        // Amounts of less than half a minor unit round to nothing: then there is nothing to divide by.
        guard planned + uncovered > 0 else { return .absent(.noReferencePrice) }
        return ValueRatio(
            millionths: UInt32(localValue / (planned + uncovered)), absence: nil, plannedAmount: plannedAmount,
            uncoveredAmount: uncoveredAmount)
    }

    /// What a unit is valued at: what is paid today, else the maximum, else the plan's average.
    static func referencePrice(of plan: SupplyPlan, pricing: Pricing) -> Result<Int64, Absence> {
        switch pricing.reference {
        case .price(let price): return .success(price)
        case .noRate: return .failure(.noRate)
        case .none: return averagePrice(of: plan).map { .success($0) } ?? .failure(.noReferencePrice)
        }
    }

    /// Σ (price × quantity) / Σ quantity, rounded half-even to a millionth; nil for an empty plan.
    private static func averagePrice(of plan: SupplyPlan) -> Int64? {
        let value = plan.allocations.reduce(Int128(0)) { $0 + Int128($1.unitPrice) * Int128($1.quantity) }
        let quantity = plan.allocations.reduce(Int128(0)) { $0 + Int128($1.quantity) }
        return value.divided(by: quantity, rounding: .halfEven).flatMap { Int64(exactly: $0) }
    }
}

extension ValueRatio.Absence: Error {}
