/// Where a quotient that is not whole goes.
public enum Rounding: Sendable {
    /// To the nearest whole number; a tie goes to the even one. Used once, where an amount is formed.
    case halfEven
    /// To the next whole number towards negative infinity. A declared ratio is never overstated.
    case down
    /// To the next whole number towards positive infinity. A maximum is never understated.
    case up
}

extension Int128 {
    /// The quotient as a whole number.
    ///
    /// - Returns: `nil` when the divisor is zero, or when the quotient does not fit (`.min / -1`).
    public func divided(by divisor: Int128, rounding: Rounding) -> Int128? {
        guard divisor != 0, !(self == .min && divisor == -1) else { return nil }
        let (truncated, remainder) = quotientAndRemainder(dividingBy: divisor)
        guard remainder != 0 else { return truncated }

        // A remainder means |divisor| ≥ 2, so the steps by one below cannot overflow.
        let isNegative = (remainder < 0) != (divisor < 0)
        let below = isNegative ? truncated - 1 : truncated
        switch rounding {
        case .down: return below
        case .up: return below + 1
        case .halfEven:
            let beyond = remainder.magnitude
            let missing = divisor.magnitude - beyond
            guard beyond != missing else { return below.isMultiple(of: 2) ? below : below + 1 }
            let isNearerBelow = (beyond < missing) != isNegative
            return isNearerBelow ? below : below + 1
        }
    }
}
