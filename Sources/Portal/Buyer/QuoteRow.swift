internal import Contracts
internal import Foundation
internal import History
internal import Localization

/// A quote for a requirement, as its buyer sees it.
struct QuoteRow: Sendable {
    let supplier, capabilityKey, quantity, price, leadTime, validUntil, note: String
    let awardHref: String
    /// Whether quantity and price are in a unit that the requirement has no longer, so that they say nothing of it now.
    let isInOtherUnit: Bool

    /// - parameter requirement: As it is now.
    init(
        _ entry: SubjectEntry, for requirement: WireRequirementAccepted, _ reader: HistoryReader, _ figures: Figures
    ) throws {
        let accepted = try entry.decoded(as: WireQuoteAccepted.self)
        let quote = accepted.published
        isInOtherUnit = !accepted.isInUnit(of: requirement)
        supplier = try reader.name(ofEnterprise: enterprise(of: quote.capability))
        capabilityKey = quote.capability
        quantity = figures.decimal(quote.quantity)
        price = figures.money(quote.unitPrice)
        leadTime = quote.leadTimeDays == 0 ? Figures.nothing : figures.count(Int(quote.leadTimeDays))
        validUntil = figures.day(quote.validUntil)
        note = quote.note
        awardHref =
            AwardLink(
                requirement: quote.requirement, capability: quote.capability,
                quantity: isInOtherUnit ? "" : quote.quantity, price: isInOtherUnit ? "" : quote.unitPrice.value,
                currency: quote.unitPrice.currencyCode
            ).href
    }
}

extension WireQuoteAccepted {
    /// Whether the published quantity and price are in the unit that a requirement has now: it may have been amended since.
    /// The factor between published and base unit is what intake multiplied by, as in `RequirementSummary`.
    fileprivate func isInUnit(of requirement: WireRequirementAccepted) -> Bool {
        guard let summary = RequirementSummary(requirement),
            let published = try? Millionths(self.published.quantity).count
        else { return false }
        return isInFamily(of: summary.unitCode) && Int128(quantity) == Int128(published) * Int128(summary.unitFactor)
    }

    /// Whether quantity and price are in a base unit. Facts of earlier versions don't say which theirs is: it is taken for the
    /// requirement's.
    func isInFamily(of baseUnit: String) -> Bool { unitCode.isEmpty || unitCode == baseUnit }
}

/// The award form, filled in with what is known.
struct AwardLink: Sendable {
    let requirement, capability, quantity, price, currency: String

    var href: String {
        let values = [
            ("requirement", requirement), ("capability", capability), ("quantity", quantity),
            ("unitPrice.value", price),
            ("unitPrice.currencyCode", currency),
        ]
        return "/publish/awards?"
            + values.map { "\($0)=\($1.queryEncoded)" }
            .joined(separator: "&")
    }
}

extension AwardLink {
    /// From a quantity and a price of the base unit, in millionths, as match sets have them. The form asks for them in the unit
    /// that the requirement was published with: whole ones where parts would not be exact, and nothing where that is none.
    init(requirement: String, capability: String, quantity: Int64, price: Int64, unitFactor: Int64, currency: String) {
        let (units, rest) = quantity.quotientAndRemainder(dividingBy: unitFactor)
        let exact = rest == 0 ? units : units - units % Millionths.perOne
        let (unitPrice, overflows) = price.multipliedReportingOverflow(by: unitFactor)
        self.init(
            requirement: requirement, capability: capability,
            quantity: exact > 0 ? Millionths(count: exact).description : "",
            price: overflows ? "" : Millionths(count: unitPrice).description, currency: currency)
    }
}
