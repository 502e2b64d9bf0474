public import Localization

/// A price of one unit, in millionths of the currency's major unit.
public struct Price: Hashable, Sendable {
    /// The currency in which it was published, or converted to.
    public let currency: Currency
    /// Millionths of the major unit, > 0.
    public let millionths: Int64

    /// A price of one unit.
    public init(_ millionths: Int64, _ currency: Currency) {
        self.currency = currency
        self.millionths = millionths
    }
}

/// One item that a firm buys, as intake resolved it. Quantities are in millionths of the unit.
public struct Requirement: Hashable, Sendable {
    /// Whose it is and which.
    public var key: Key
    /// Six digits.
    public var hsCode: HSCode
    /// UN/ECE Recommendation 20, the base unit of its family.
    public var unitCode: String
    /// How much is wanted over the delivery window.
    public var quantity: Int64
    /// When it is to be delivered.
    public var delivery: DayRange
    /// The last day on which it is open.
    public var closingDay: Day
    /// Where it is to be delivered, if known.
    public var point: Point?
    /// The most that is paid for a unit.
    public var maximumUnitPrice: Price?
    /// What is paid today for a unit.
    public var currentUnitPrice: Price?
    /// Days from order to delivery.
    public var leadTimeDaysMax: UInt32?
    /// Schemes, normalised and without repeats.
    public var requiredCertifications: [String]
    /// Share of value in millionths.
    public var lvcMin: UInt32
    /// Vietnamese ownership in basis points.
    public var ownershipMin: UInt32
    /// Metres from the place of delivery.
    public var distanceMetresMax: UInt32?
    /// What the supplier's attributes must be.
    public var attributeBounds: [AttributeBound]
    /// Whether several suppliers may share the quantity.
    public var allowsPartialSupply: Bool

    /// A requirement with the fields every requirement has; the rest are open until set.
    public init(
        key: Key, hsCode: HSCode, unitCode: String, quantity: Int64, delivery: DayRange, closingDay: Day
    ) {
        self.key = key
        self.hsCode = hsCode
        self.unitCode = unitCode
        self.quantity = quantity
        self.delivery = delivery
        self.closingDay = closingDay
        self.requiredCertifications = []
        self.lvcMin = 0
        self.ownershipMin = 0
        self.attributeBounds = []
        self.allowsPartialSupply = true
    }
}

/// What an attribute must be: within the numbers, and one of the values where some are given.
public struct AttributeBound: Hashable, Sendable {
    /// The attribute's name, as published.
    public let name: String
    /// Millionths; nil does not bound.
    public let minimum: Int64?
    /// Millionths; nil does not bound.
    public let maximum: Int64?
    /// Words, any of which will do; empty does not bound.
    public let allowedValues: [String]

    /// A bound on the attribute of a name.
    public init(name: String, minimum: Int64? = nil, maximum: Int64? = nil, allowedValues: [String] = []) {
        self.name = name
        self.minimum = minimum
        self.maximum = maximum
        self.allowedValues = allowedValues
    }

    /// Whether a supplier's attributes keep the bound. A missing attribute does not.
    public func isKept(by attributes: [AttributeValue]) -> Bool {
        guard let attribute = attributes.first(where: { $0.name == name }) else { return false }
        if minimum != nil || maximum != nil {
            guard let number = attribute.number else { return false }
            if let minimum, number < minimum { return false }
            if let maximum, number > maximum { return false }
        }
        return allowedValues.isEmpty || allowedValues.contains(attribute.text)
    }
}
