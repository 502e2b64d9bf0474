internal import Contracts
internal import Foundation
internal import History

/// A quote for a requirement, as its buyer sees it.
struct QuoteRow: Sendable {
    let supplier, capabilityKey, quantity, price, leadTime, validUntil, note: String
    let awardHref: String

    init(_ entry: SubjectEntry, _ reader: HistoryReader, _ figures: Figures) throws {
        let quote = try entry.decoded(as: WireQuoteAccepted.self).published
        supplier = try reader.name(ofEnterprise: enterprise(of: quote.capability))
        capabilityKey = quote.capability
        quantity = figures.decimal(quote.quantity)
        price = figures.money(quote.unitPrice)
        leadTime = quote.leadTimeDays == 0 ? Figures.nothing : figures.count(Int(quote.leadTimeDays))
        validUntil = figures.day(quote.validUntil)
        note = quote.note
        awardHref =
            AwardLink(
                requirement: quote.requirement, capability: quote.capability, quantity: quote.quantity,
                price: quote.unitPrice.value, currency: quote.unitPrice.currencyCode
            ).href
    }
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
