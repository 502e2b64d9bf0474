internal import Foundation
internal import Localization

/// A release of an award, with the members that OCDS 1.1.5 gives it.
struct AwardRelease: Encodable {
    let ocid: String
    let id: String
    let date: String
    let tag: [String]
    let initiationType: String
    let language: String
    let parties: [Party]
    let buyer: Reference
    let tender: Tender
    let awards: [Award]

    struct Party: Encodable {
        let id: String
        let name: String
        let identifier: Identifier
        let roles: [String]

        /// A tax code.
        struct Identifier: Encodable {
            let id: String
            let legalName: String?
        }
    }

    struct Reference: Encodable {
        let id: String
        let name: String
    }

    struct Tender: Encodable {
        let id: String
        let title: String?
        let items: [Item]
    }

    struct Award: Encodable {
        let id: String
        let description: String?
        let status: String
        let date: String
        let value: Money?
        let suppliers: [Reference]
        let items: [Item]
        let contractPeriod: Period?
    }

    struct Item: Encodable {
        let id: String
        let description: String?
        let classification: Classification
        let quantity: Decimal?
        let unit: Unit?
    }

    struct Classification: Encodable {
        let scheme: String
        let id: String
        let description: String?
    }

    struct Unit: Encodable {
        let scheme: String
        let id: String
        let name: String?
        let value: Money?
    }

    struct Money: Encodable {
        let amount: Decimal
        let currency: String
    }

    struct Period: Encodable {
        let startDate: String
        let endDate: String
    }
}

extension AwardRelease.Money {
    /// What is awarded in all: quantity × unit price; nil where it does not fit.
    init?(_ award: WireAwardAccepted) {
        guard let currency = try? Currency(code: award.unitPrice.currencyCode),
            let amount = try? Amount(
                quantity: Millionths(count: award.quantity), unitPrice: Millionths(count: award.unitPrice.millionths),
                currency: currency),
            let decimal = Decimal(string: amount.majorText)
        else { return nil }
        self.init(amount: decimal, currency: currency.code)
    }

    init?(_ price: WirePrice) {
        guard let decimal = Decimal(string: Millionths(count: price.millionths).description) else { return nil }
        self.init(amount: decimal, currency: price.currencyCode)
    }
}

extension AwardRelease.Item {
    /// What a requirement asks for; what may be paid for it is not told.
    init(tendered requirement: WireRequirementAccepted, id: String) {
        self.init(
            id: id, description: requirement.published.description_p,
            classification: AwardRelease.Classification(requirement.published.hsCode, requirement),
            quantity: Decimal(string: Millionths(count: requirement.quantity).description),
            unit: AwardRelease.Unit(requirement, price: nil))
    }

    /// What is awarded of a requirement.
    init(_ award: WireAwardAccepted, of requirement: WireRequirementAccepted?, id: String) {
        self.init(
            id: id, description: requirement?.published.description_p,
            classification: AwardRelease.Classification(award.hsCode, requirement),
            quantity: Decimal(string: Millionths(count: award.quantity).description),
            unit: requirement.map { AwardRelease.Unit($0, price: award.unitPrice) })
    }
}

extension AwardRelease.Classification {
    fileprivate init(_ hsCode: String, _ requirement: WireRequirementAccepted?) {
        let english = requirement?.commodity.english ?? ""
        self.init(scheme: "HS", id: hsCode, description: english.isEmpty ? nil : english)
    }
}

extension AwardRelease.Unit {
    fileprivate init(_ requirement: WireRequirementAccepted, price: WirePrice?) {
        let english = requirement.unit.english
        self.init(
            scheme: "UNCEFACT", id: requirement.unitCode, name: english.isEmpty ? nil : english,
            value: price.flatMap { AwardRelease.Money($0) })
    }
}

extension AwardRelease.Party {
    /// An enterprise by its code, and by its registered name where that is known.
    init(id: String, name: String?, role: String) {
        self.init(id: id, name: name ?? id, identifier: Identifier(id: id, legalName: name), roles: [role])
    }
}

extension AwardRelease.Reference {
    init(_ party: AwardRelease.Party) { self.init(id: party.id, name: party.name) }
}

extension AwardRelease.Period {
    /// From the beginning of the first day to the end of the last, in Asia/Ho_Chi_Minh.
    init?(_ days: WireDayRange) {
        guard days.first <= days.last else { return nil }
        startDate = CalendarDay(number: days.first).description + "T00:00:00+07:00"
        endDate = CalendarDay(number: days.last).description + "T23:59:59+07:00"
    }
}
