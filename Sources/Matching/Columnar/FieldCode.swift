/// Values as codes of 16 bits that keep their order, so that one comparison examines eight rows.
///
/// A code is a value without its last digits: where two codes differ, so do the values, in that order; where they are
/// equal, the values themselves decide. Codes lie from `least` to `greatest`.
enum FieldCode {
    /// Below every value: what always holds.
    static let least: Int16 = -32_767
    /// Above every value: what never holds.
    static let greatest: Int16 = 32_767
    /// The digits of a quantity or price that a code keeps, in bits.
    private static let keptBits = 9
    /// The day in the middle of those with a code of their own; they span 179 years.
    private static let middleDay: Int64 = 20_000

    /// The code of a quantity or price, at least 0: exact below 1,024, within a 512th above.
    static func magnitude(_ value: Int64) -> Int16 {
        let value = max(value, 0)
        guard value >= 1 << keptBits else { return Int16(value) }
        let dropped = 63 - value.leadingZeroBitCount - keptBits
        return Int16((dropped + 1) << keptBits | Int(value >> dropped) & (1 << keptBits - 1))
    }

    /// The least value of the code of a quantity or price.
    static func leastMagnitude(of code: Int16) -> Int64 {
        guard code >= 1 << keptBits else { return Int64(max(code, 0)) }
        let dropped = Int(code) >> keptBits - 1
        return (Int64(1) << keptBits | Int64(code) & (1 << keptBits - 1)) << dropped
    }

    /// The greatest value of the code of a quantity or price.
    static func greatestMagnitude(of code: Int16) -> Int64 {
        let next = leastMagnitude(of: code + 1)
        return next > 0 ? next - 1 : .max
    }

    /// The code of a count, exact below 32,767.
    static func count(_ value: Int64) -> Int16 { Int16(min(max(value, 0), Int64(greatest))) }

    /// The code of a day, exact but at both ends.
    static func day(_ day: Day) -> Int16 {
        let lastOfOwnCode = Int64(greatest) - 1
        return Int16(min(max(Int64(day.number) - middleDay, -lastOfOwnCode), lastOfOwnCode))
    }

    /// Metres in one step of the code of a coordinate.
    static let metresPerStep = 256
    /// The greatest code of a coordinate: places beyond the sphere are brought back to it.
    static let greatestCoordinate: Int16 = 25_000

    /// The code of a coordinate. Two places are no nearer than their codes say, but for one step.
    static func coordinate(_ metres: Int32) -> Int16 {
        Int16(min(max(Int(metres) >> 8, -Int(greatestCoordinate)), Int(greatestCoordinate)))
    }

    /// Whether a coordinate had to be brought back.
    static func isBeyond(_ metres: Int32) -> Bool { abs(Int(metres) >> 8) > Int(greatestCoordinate) }
}

/// The most a code may be: up to `maybe` a value can hold, up to `sure` it does.
struct CodeLimit {
    let maybe: Int16
    let sure: Int16

    init(maybe: Int16, isExact: Bool) {
        self.maybe = maybe
        self.sure = isExact ? maybe : maybe - 1
    }

    /// For codes of quantities and prices.
    static func magnitude(atMost limit: Int64) -> CodeLimit {
        guard limit >= 0 else { return CodeLimit(maybe: -1, isExact: true) }
        let code = FieldCode.magnitude(limit)
        return CodeLimit(maybe: code, isExact: limit == .max || FieldCode.magnitude(limit + 1) != code)
    }

    /// For negated codes of quantities.
    static func magnitude(atLeast limit: Int64) -> CodeLimit {
        guard limit > 0 else { return CodeLimit(maybe: 0, isExact: true) }
        let code = FieldCode.magnitude(limit)
        return CodeLimit(maybe: -code, isExact: FieldCode.magnitude(limit - 1) != code)
    }

    /// For codes of counts.
    static func count(atMost limit: Int64) -> CodeLimit {
        CodeLimit(maybe: FieldCode.count(limit), isExact: limit < Int64(FieldCode.greatest))
    }

    /// For codes of days.
    static func day(atMost limit: Day) -> CodeLimit {
        let code = FieldCode.day(limit)
        return CodeLimit(maybe: code, isExact: abs(code) < FieldCode.greatest - 1)
    }

    /// For negated codes of days.
    static func day(atLeast limit: Day) -> CodeLimit {
        let code = FieldCode.day(limit)
        return CodeLimit(maybe: -code, isExact: abs(code) < FieldCode.greatest - 1)
    }
}
