internal import Localization

/// What awards and quotes need to know of the requirement they name. It follows from the accepted fact alone.
public struct RequirementSummary: Hashable, Sendable {
    /// The requirement's key.
    public let key: BusinessKey
    /// Six digits.
    public let hsCode: String
    /// The base unit of the requirement's family.
    public let unitCode: String
    /// How many base units one of the published unit is: 1,000 where MIL was published.
    public let unitFactor: Int64
    /// When it is to be delivered.
    public let delivery: WireDayRange
    /// The last day on which its quotes are sealed, its closing day; nil where they are not.
    public let sealedUntil: Int32?

    /// The summary of an accepted requirement; nil for a fact that intake did not make.
    ///
    /// The factor is what the quantity was multiplied by.
    public init?(_ fact: WireRequirementAccepted) {
        guard let key = BusinessKey(owner: fact.published.owner, id: fact.published.id),
            let published = try? Millionths(fact.published.quantity).count, published > 0,
            fact.quantity.isMultiple(of: published), fact.quantity >= published
        else { return nil }
        self.key = key
        self.hsCode = fact.published.hsCode
        self.unitCode = fact.unitCode
        self.unitFactor = fact.quantity / published
        self.delivery = fact.delivery
        self.sealedUntil = fact.published.quotesSealed ? fact.closingDay : nil
    }

    /// How the published unit converts.
    var scale: UnitScale { UnitScale(baseCode: unitCode, factor: unitFactor) }
}
