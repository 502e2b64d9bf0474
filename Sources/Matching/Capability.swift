public import Localization

/// One thing that a supplier makes, as intake resolved it. Quantities are in millionths of the unit.
public struct Capability: Hashable, Sendable {
    /// Whose it is and which.
    public var key: Key
    /// Four or six digits.
    public var hsCode: HSCode
    /// UN/ECE Recommendation 20, the base unit of its family.
    public var unitCode: String
    /// What can be made in 30 days.
    public var capacityPerMonth: Int64
    /// The least that is made for one order; 0 for any.
    public var minimumOrder: Int64
    /// The currency of the tiers.
    public var currency: Currency
    /// Prices by quantity, lowest quantity first; at least one.
    public var tiers: [PriceTier]
    /// Days from order to delivery.
    public var leadTimeDays: UInt32
    /// Certificates held.
    public var certificates: [Certificate]
    /// Vietnamese ownership in basis points.
    public var ownership: UInt32
    /// Where it is made, if known.
    public var point: Point?
    /// Local value content by the cost statement; nil without one.
    public var localContent: LocalContent?
    /// The first day on which the offer stands; nil for always.
    public var validFirst: Day?
    /// The last day on which the offer stands; nil for ever.
    public var validLast: Day?
    /// Properties of what is made.
    public var attributes: [AttributeValue]

    /// A capability with the fields every capability has; the rest are empty until set.
    public init(
        key: Key, hsCode: HSCode, unitCode: String, capacityPerMonth: Int64, currency: Currency, tiers: [PriceTier]
    ) {
        self.key = key
        self.hsCode = hsCode
        self.unitCode = unitCode
        self.capacityPerMonth = capacityPerMonth
        self.minimumOrder = 0
        self.currency = currency
        self.tiers = tiers
        self.leadTimeDays = 0
        self.certificates = []
        self.ownership = 0
        self.attributes = []
    }

    /// The price of a unit at a quantity: the last tier that begins at or below it, else the first.
    public func unitPrice(at quantity: Int64) -> Price? {
        (tiers.last { $0.quantityMin <= quantity } ?? tiers.first).map { Price($0.unitPrice, currency) }
    }

    /// What can be made over days: capacity per month × days / 30, rounded down.
    public func capacity(over days: DayRange) -> Int64 {
        Int64(clamping: Int128(capacityPerMonth) * Int128(days.count) / 30)
    }

    /// Whether the offer stands on a day.
    public func isValid(on day: Day) -> Bool {
        (validFirst.map { $0 <= day } ?? true) && (validLast.map { day <= $0 } ?? true)
    }

    /// Whether it can be examined for a requirement: its code, its unit, another owner.
    public func isCandidate(for requirement: Requirement) -> Bool {
        hsCode.covers(requirement.hsCode) && unitCode == requirement.unitCode
            && key.owner != requirement.key.owner
    }
}

/// A price from a quantity on.
public struct PriceTier: Hashable, Sendable {
    /// Millionths of the unit.
    public let quantityMin: Int64
    /// Millionths of the currency's major unit, > 0.
    public let unitPrice: Int64

    /// A price from a quantity on.
    public init(from quantityMin: Int64, unitPrice: Int64) {
        self.quantityMin = quantityMin
        self.unitPrice = unitPrice
    }
}

/// A certificate a supplier holds.
public struct Certificate: Hashable, Sendable {
    /// The normalised scheme, such as `ISO 9001`.
    public let scheme: String
    /// The certificate's own number.
    public let number: String
    /// The last day on which it is valid.
    public let expiresOn: Day

    /// A certificate of a scheme.
    public init(scheme: String, number: String, expiresOn: Day) {
        self.scheme = scheme
        self.number = number
        self.expiresOn = expiresOn
    }

    /// Schemes that another scheme includes: who holds the first holds the others (IATF 16949:2016, introduction:
    /// "supplemental to and used in conjunction with ISO 9001").
    public static let included: [String: [String]] = ["IATF 16949": ["ISO 9001"]]

    /// Whether it answers for a required scheme, by itself or by inclusion.
    public func answers(for required: String) -> Bool {
        scheme == required || Self.included[scheme, default: []].contains(required)
    }
}

/// A property of what is made: a number or a word.
public struct AttributeValue: Hashable, Sendable {
    /// The attribute's name, as published.
    public let name: String
    /// Millionths; nil for a word.
    public let number: Int64?
    /// The word; empty for a number.
    public let text: String

    /// A property.
    public init(name: String, number: Int64? = nil, text: String = "") {
        self.name = name
        self.number = number
        self.text = text
    }
}

/// Local value content of one unit: an exact share of its FOB price, from 0 to 1.
public struct LocalContent: Hashable, Sendable {
    /// The local value.
    public let numerator: Int64
    /// The whole value, > 0.
    public let denominator: Int64

    /// A share; nil unless 0 ≤ numerator ≤ denominator and denominator > 0.
    public init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The share in millionths, rounded down.
    public var millionths: UInt32 { UInt32(Int128(numerator) * 1_000_000 / Int128(denominator)) }

    /// The share in basis points, rounded down.
    public var basisPoints: Int64 { Int64(Int128(numerator) * 10_000 / Int128(denominator)) }

    /// Whether the exact share reaches a minimum in millionths.
    public func reaches(_ minimum: UInt32) -> Bool {
        Int128(numerator) * 1_000_000 >= Int128(minimum) * Int128(denominator)
    }
}
