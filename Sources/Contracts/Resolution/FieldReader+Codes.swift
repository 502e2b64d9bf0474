/// Fields that are looked up in the code lists.
extension FieldReader {
    /// What a code of the Harmonized System means.
    ///
    /// - Parameter digits: how many digits the code may have.
    func commodity(_ field: String, _ code: String, digits: [Int], in lists: ReferenceLists) -> WireCodeLabel? {
        var counts: String { digits.map(String.init).joined(separator: " or ") }
        guard !code.isEmpty else {
            refuse(.missing, field, "a code of the Harmonized System must be given, \(counts) digits")
            return nil
        }
        guard Commodity.isWellFormed(code), digits.contains(code.utf8.count) else {
            refuse(.malformed, field, "the code must have \(counts) digits, without dots or spaces")
            return nil
        }
        switch lists.commodity(code) {
        case .known(let commodity):
            return WireCodeLabel(commodity.vietnamese, commodity.english, isUnchecked: commodity.isUnchecked)
        case .unchecked: return .unchecked
        case .malformed, .unknown:
            refuse(.unknownCode, field, "the Harmonized System 2022 has no code \(code)")
        case .withdrawn:
            refuse(.withdrawnCode, field, "the Harmonized System 2022 has withdrawn the code \(code)")
        }
        return nil
    }

    /// What a unit of measure means, and how it converts to its base.
    func unit(_ field: String, _ code: String, in lists: ReferenceLists) -> (label: WireCodeLabel, scale: UnitScale)? {
        guard !code.isEmpty else {
            refuse(.missing, field, "a unit must be given, such as \"H87\" (piece) or \"KGM\"")
            return nil
        }
        switch lists.unit(code) {
        case .known(let unit):
            return (
                WireCodeLabel(unit.vietnamese, unit.english, isUnchecked: false),
                UnitScale(baseCode: unit.baseCode, factor: unit.baseFactor)
            )
        case .unchecked: return (.unchecked, UnitScale(baseCode: code, factor: 1))
        case .malformed:
            refuse(.malformed, field, "a unit is two or three capital letters or digits, such as \"H87\"")
        case .unknown:
            refuse(.unknownCode, field, "UN/ECE Recommendation 20 has no unit \"\(code)\"")
        case .withdrawn(let status):
            refuse(
                .withdrawnCode, field,
                "UN/ECE Recommendation 20 has the unit \"\(code)\" as status \(status), no longer to be used")
        }
        return nil
    }

    /// What a ward is; the point in it, where it is known.
    func ward(_ field: String, _ code: String, in lists: ReferenceLists) -> (label: WireCodeLabel, ward: Ward?)? {
        guard !code.isEmpty else { return nil }
        switch lists.ward(code) {
        case .known(let ward): return (WireCodeLabel(ward.vietnamese, ward.english, isUnchecked: false), ward)
        case .unchecked: return (.unchecked, nil)
        case .malformed: refuse(.malformed, field, "a ward's code is five digits, such as \"07210\"")
        case .unknown: refuse(.unknownCode, field, "there is no ward or commune \(code)")
        case .withdrawn: refuse(.withdrawnCode, field, "the ward \(code) is no longer")
        }
        return nil
    }
}

extension WireCodeLabel {
    /// No list could tell what the code means.
    static var unchecked: WireCodeLabel { WireCodeLabel("", "", isUnchecked: true) }

    /// The words of a code.
    init(_ vietnamese: String, _ english: String, isUnchecked: Bool) {
        self.init()
        self.vietnamese = vietnamese
        self.english = english
        self.unchecked = isUnchecked
    }
}
