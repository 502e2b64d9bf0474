import Localization
import Matching

/// One unit, or one of a currency, in millionths.
let one: Int64 = 1_000_000
let today = Day(20_000)
/// Thirty days, so that a month's capacity is available over it.
let delivery = DayRange(Day(20_030), Day(20_059))
let dong = currency("VND")
let dollar = currency("USD")

func currency(_ code: String) -> Currency {
    guard let currency = try? Currency(code: code) else { preconditionFailure("ISO 4217 has \(code)") }
    return currency
}

func code(_ digits: String) -> HSCode {
    guard let code = HSCode(digits) else { preconditionFailure("\(digits) is no code") }
    return code
}

/// A hundred units of a buyer that asks for nothing else.
func requirement(_ id: String = "R", _ change: (inout Requirement) -> Void = { _ in }) -> Requirement {
    var requirement = Requirement(
        key: Key("buyer/\(id)"), hsCode: code("853400"), unitCode: "H87", quantity: 100 * one, delivery: delivery,
        closingDay: Day(20_010))
    change(&requirement)
    return requirement
}

/// A hundred units a month at ten dong, by a supplier of its own.
func capability(_ id: String = "A", _ change: (inout Capability) -> Void = { _ in }) -> Capability {
    var capability = Capability(
        key: Key("supplier-\(id)/1"), hsCode: code("853400"), unitCode: "H87", capacityPerMonth: 100 * one,
        currency: dong, tiers: [PriceTier(from: 0, unitPrice: 10 * one)])
    change(&capability)
    return capability
}

/// An award of the sample requirement, or another, to a capability.
func award(
    _ id: String = "1", of quantity: Int64, to capability: Capability, for requirement: Requirement = requirement(),
    window: DayRange = delivery, isActive: Bool = true
) -> Award {
    Award(
        key: Key("buyer/award-\(id)"), requirement: requirement.key, capability: capability.key,
        hsCode: requirement.hsCode, quantity: quantity, window: window, isActive: isActive)
}

func localContent(_ part: Int64, over whole: Int64) -> LocalContent {
    guard let content = LocalContent(part, over: whole) else { preconditionFailure("\(part)/\(whole) is no share") }
    return content
}
