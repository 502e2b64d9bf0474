internal import Localization

extension FieldReader {
    /// A decimal number in millionths; nil where it is refused.
    func decimal(_ field: String, _ text: String) -> Int64? {
        do {
            return try Millionths(text).count
        } catch {
            switch error {
            case .malformed: refuse(.malformed, field, "write digits with a dot, such as \"12.50\"")
            case .tooManyDecimals: refuse(.tooManyDecimals, field, "at most six decimals are taken")
            case .outOfRange: refuse(.outOfRange, field, "the number is too large")
            }
            return nil
        }
    }

    /// A number above zero and below 10¹²; missing is refused.
    func positive(_ field: String, _ text: String) -> Int64? {
        guard !text.isEmpty else {
            refuse(.missing, field, "it must be given")
            return nil
        }
        guard let number = decimal(field, text) else { return nil }
        guard number > 0 else {
            refuse(.notPositive, field, "it must be above zero")
            return nil
        }
        return below(field, number)
    }

    /// A number of zero or more and below 10¹²; missing reads as zero.
    func natural(_ field: String, _ text: String) -> Int64? {
        guard !text.isEmpty else { return 0 }
        guard let number = decimal(field, text) else { return nil }
        guard number >= 0 else {
            refuse(.outOfRange, field, "it must not be below zero")
            return nil
        }
        return below(field, number)
    }

    private func below(_ field: String, _ number: Int64) -> Int64? {
        guard number < ContractLimits.millionths else {
            refuse(.outOfRange, field, "it must be below 1000000000000")
            return nil
        }
        return number
    }

    /// A share in per cent, as millionths of a per cent; nil where it is missing or refused.
    private func percent(_ field: String, _ text: String) -> Int64? {
        guard !text.isEmpty, let number = decimal(field, text) else { return nil }
        guard (0...100 * Millionths.perOne).contains(number) else {
            refuse(.outOfRange, field, "per cent are from 0 to 100")
            return nil
        }
        return number
    }

    /// A share in per cent with at most two decimals, in basis points.
    func basisPoints(_ field: String, _ text: String) -> UInt32? {
        percentParts(field, text, each: 10_000, decimals: "two")
    }

    /// A share in per cent with at most four decimals, in millionths.
    func share(_ field: String, _ text: String) -> UInt32? {
        percentParts(field, text, each: 100, decimals: "four")
    }

    private func percentParts(_ field: String, _ text: String, each: Int64, decimals: String) -> UInt32? {
        guard let percent = percent(field, text) else { return nil }
        guard percent.isMultiple(of: each) else {
            refuse(.tooManyDecimals, field, "at most \(decimals) decimals of a per cent are taken")
            return nil
        }
        return UInt32(clamping: percent / each)
    }

    /// Refuses a whole number above a limit.
    func atMost(_ field: String, _ number: UInt32, _ limit: UInt32) {
        guard number > limit else { return }
        refuse(.outOfRange, field, "at most \(limit) is taken")
    }
}

extension FieldReader {
    /// A quantity above zero, in millionths of the base unit.
    func quantity(_ field: String, _ text: String, in scale: UnitScale?) -> Int64? {
        inBaseUnit(field, positive(field, text), scale)
    }

    /// A quantity of zero or more, in millionths of the base unit; missing reads as zero.
    func naturalQuantity(_ field: String, _ text: String, in scale: UnitScale?) -> Int64? {
        inBaseUnit(field, natural(field, text), scale)
    }

    private func inBaseUnit(_ field: String, _ quantity: Int64?, _ scale: UnitScale?) -> Int64? {
        guard let quantity, let scale else { return nil }
        guard let converted = scale.quantityInBaseUnits(quantity) else {
            refuse(.outOfRange, field, "in \(scale.baseCode) it must be below 1000000000000")
            return nil
        }
        return converted
    }
}
