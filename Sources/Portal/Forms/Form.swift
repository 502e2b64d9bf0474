internal import Contracts

/// A form that publishes records of a subject.
struct Form: Sendable {
    let subject: Subject
    let title: FormText
    let sections: [FormSection]
    /// What ids that the page proposes begin with.
    let idPrefix: String

    var fields: [FormField] { sections.flatMap(\.fields) }

    /// The names of the inputs that hold numbers.
    var numberInputs: Set<String> {
        Set(
            fields.compactMap { field in
                switch field.kind {
                case .number, .money: field.inputs[0]
                default: nil
                }
            })
    }

    /// The form of a subject; nil where there is none.
    static func of(_ subject: Subject) -> Form? {
        switch subject {
        case .profiles: profile
        case .requirements: requirement
        case .products: product
        case .awards: award
        case .capabilities: capability
        case .quotes: quote
        case .subscriptions: subscription
        case .verifications: verification
        case .rates: rate
        }
    }

    /// Where a person begins who fills it in anew: those that are about something begin where that stands.
    var entrance: String {
        switch subject {
        case .quotes: "/opportunities"
        case .awards: "/"
        case .verifications: "/verify"
        default: "/publish/\(subject.rawValue)"
        }
    }

    /// The form of a public topic's records; nil for any other topic.
    static func of(topic name: String) -> Form? { Subject(topicName: name).flatMap { Form.of($0) } }

    private static let place = FormSection(
        title: .sectionPlace,
        fields: [
            FormField("place.wardCode", FormText.ward, .ward, hint: .hintWard),
            FormField("place.industrialPark", FormText.park),
            FormField("place.latitude", FormText.latitude, .number, hint: .hintPoint),
            FormField("place.longitude", FormText.longitude, .number),
        ])

    private static let profile = Form(
        subject: .profiles, title: .formProfile,
        sections: [
            FormSection(
                title: .sectionWho,
                fields: [
                    FormField("id", FormText.recordId, .fixed),
                    FormField("name", FormText.name, required: true),
                    FormField("nameEnglish", FormText.nameEnglish),
                    FormField(
                        "kind", FormText.kind,
                        .choice([
                            .init(value: "FDI", words: FormText.kindFdi),
                            .init(value: "DOMESTIC", words: FormText.kindDomestic),
                            .init(value: "OFFICE", words: FormText.kindOffice),
                        ]), required: true),
                    FormField("vietnameseOwnershipPercent", FormText.vietnameseOwnership, .number),
                    FormField("investorCountryCode", FormText.investorCountry, hint: .hintCountry),
                    FormField("vsicCode", FormText.vsic, hint: .hintVsic),
                ], isOptional: false),
            place,
            FormSection(
                title: .sectionContact,
                fields: [
                    FormField("contactName", FormText.contactName), FormField("contactEmail", FormText.contactEmail),
                    FormField("contactTelephone", FormText.contactTelephone),
                ]),
        ], idPrefix: "profile")

    private static let requirement = Form(
        subject: .requirements, title: .formRequirement,
        sections: [
            FormSection(
                title: .sectionWhat,
                fields: [
                    FormField("id", FormText.recordId, required: true, hint: .hintId),
                    FormField("hsCode", Text.hsCode, .commodity, required: true, hint: .hintCommodity),
                    FormField("description", Text.description, .paragraph),
                    FormField("quantity", Text.quantity, .number, required: true),
                    FormField("unitCode", Text.unit, .unit, required: true, hint: .hintUnit),
                    FormField("delivery.firstDay", FormText.deliveryFirst, .day, required: true),
                    FormField("delivery.lastDay", FormText.deliveryLast, .day, required: true),
                    FormField("maximumUnitPrice", Text.maximumPrice, .money, hint: .hintMaximum),
                ], isOptional: false),
            FormSection(
                title: .sectionToday,
                fields: [
                    FormField(
                        "currentSourcing.kind", Text.currentSourcing,
                        .choice([
                            .init(value: "", words: Text.notStated),
                            .init(value: "IMPORTED", words: Text.sourcingImported),
                            .init(value: "FDI_IN_VIETNAM", words: Text.sourcingFdiInVietnam),
                            .init(value: "DOMESTIC", words: Text.sourcingDomestic),
                        ])),
                    FormField("currentSourcing.unitPrice", Text.currentPrice, .money),
                    FormField("currentSourcing.lvcPercent", FormText.currentLvc, .number),
                ], isOptional: false),
            place,
            FormSection(
                title: .sectionConditions,
                fields: [
                    FormField("requiredCertifications", Text.certifications, .list, hint: .hintCertifications),
                    FormField("maximumLeadTimeDays", FormText.leadTimeDays, .number),
                    FormField("minimumLvcPercent", FormText.minimumLvcPercent, .number),
                    FormField("minimumVietnameseOwnershipPercent", FormText.minimumOwnershipPercent, .number),
                    FormField("maximumDistanceMetres", FormText.maximumDistanceMetres, .number),
                    FormField(
                        "partialSupplyAllowed", Text.partialSupply,
                        .choice([
                            .init(value: "", words: Text.yes), .init(value: "false", words: Text.no),
                        ])),
                    FormField("closingDay", Text.closingDay, .day),
                    FormField(
                        "anonymous", FormText.anonymous,
                        .choice([
                            .init(value: "", words: Text.no), .init(value: "true", words: Text.yes),
                        ]), hint: .hintAnonymous),
                    FormField(
                        "quotesSealed", FormText.quotesSealed,
                        .choice([
                            .init(value: "", words: Text.no), .init(value: "true", words: Text.yes),
                        ]), hint: .hintSealed),
                ]),
            FormSection(title: .sectionAttributes, fields: (0..<3).flatMap(attributeBound)),
            FormSection(
                title: .sectionProduct,
                fields: [
                    FormField("product.id", FormText.productId),
                    FormField("product.quantityPerUnit", FormText.quantityPerUnit, .number),
                ]),
        ], idPrefix: "R")

    private static func attributeBound(_ index: Int) -> [FormField] {
        [
            FormField("attributeBounds.\(index).name", FormText.attributeName),
            FormField("attributeBounds.\(index).minimum", FormText.attributeMinimum, .number),
            FormField("attributeBounds.\(index).maximum", FormText.attributeMaximum, .number),
            FormField("attributeBounds.\(index).allowedValues", FormText.attributeValues, .list),
        ]
    }

    private static let capability = Form(
        subject: .capabilities, title: .formCapability,
        sections: [
            FormSection(
                title: .sectionWhatMade,
                fields: [
                    FormField("id", FormText.recordId, required: true, hint: .hintId),
                    FormField("hsCode", Text.hsCode, .commodity, required: true, hint: .hintCommodity),
                    FormField("description", Text.description, .paragraph),
                    FormField("unitCode", Text.unit, .unit, required: true, hint: .hintUnit),
                    FormField("capacityPerMonth", FormText.capacityPerMonth, .number, required: true),
                    FormField("minimumOrder", FormText.minimumOrder, .number),
                    FormField("leadTimeDays", FormText.leadTimeDays, .number),
                    FormField("vietnameseOwnershipPercent", FormText.vietnameseOwnership, .number),
                    FormField("valid.firstDay", FormText.validFirst, .day),
                    FormField("valid.lastDay", FormText.validLast, .day),
                ], isOptional: false),
            FormSection(
                title: .sectionPrices,
                fields: (0..<3).flatMap { index in
                    [
                        FormField("unitPriceTiers.\(index).minimumQuantity", FormText.fromQuantity, .number),
                        FormField("unitPriceTiers.\(index).unitPrice", Text.unitPrice, .money),
                    ]
                }, isOptional: false),
            FormSection(title: .sectionCertificates, fields: (0..<3).flatMap(certificate)),
            place,
            FormSection(
                title: .sectionAttributes,
                fields: (0..<3).flatMap { index in
                    [
                        FormField("attributes.\(index).name", FormText.attributeName),
                        FormField("attributes.\(index).number", FormText.attributeNumber, .number),
                        FormField("attributes.\(index).text", FormText.attributeText),
                    ]
                }),
            FormSection(title: .sectionStatement, fields: statement),
        ], idPrefix: "C")

    private static func certificate(_ index: Int) -> [FormField] {
        [
            FormField("certifications.\(index).scheme", FormText.scheme, hint: index == 0 ? .hintCertifications : nil),
            FormField("certifications.\(index).number", FormText.certificateNumber),
            FormField("certifications.\(index).body", FormText.certificateBody),
            FormField("certifications.\(index).issuedOn", FormText.issuedOn, .day),
            FormField("certifications.\(index).expiresOn", FormText.expiresOn, .day),
        ]
    }

    private static let statement: [FormField] =
        [
            FormField(
                "costStatement.method", FormText.method,
                .choice([
                    .init(value: "", words: Text.notStated), .init(value: "INDIRECT", words: FormText.methodIndirect),
                    .init(value: "DIRECT", words: FormText.methodDirect),
                ]), hint: .hintMethod),
            FormField("costStatement.fiscalYear", FormText.fiscalYear, .number),
            FormField("costStatement.currencyCode", FormText.currency, hint: .hintCurrency),
            FormField("costStatement.fob", FormText.fob, .number),
        ] + (0..<6).flatMap(material) + [
            FormField("costStatement.labour", FormText.labour, .number),
            FormField("costStatement.overhead", FormText.overhead, .number),
            FormField("costStatement.otherCost", FormText.otherCost, .number),
            FormField("costStatement.profit", FormText.profit, .number),
            FormField("costStatement.exw", FormText.exw, .number),
        ]

    private static func material(_ index: Int) -> [FormField] {
        [
            FormField("costStatement.materials.\(index).name", FormText.materialName),
            FormField("costStatement.materials.\(index).value", FormText.materialValue, .number),
            FormField(
                "costStatement.materials.\(index).origin", FormText.materialOrigin,
                .choice([
                    .init(value: "", words: FormText.originUnknown),
                    .init(value: "ORIGINATING", words: FormText.originating),
                    .init(value: "NON_ORIGINATING", words: FormText.nonOriginating),
                ])),
            FormField("costStatement.materials.\(index).evidenceNumber", FormText.evidenceNumber),
            FormField("costStatement.materials.\(index).capability", FormText.materialCapability),
        ]
    }

    private static let product = Form(
        subject: .products, title: .formProduct,
        sections: [
            FormSection(
                title: .sectionWhatMade,
                fields: [
                    FormField("id", FormText.recordId, required: true, hint: .hintId),
                    FormField("name", FormText.productName, required: true),
                    FormField("hsCode", Text.hsCode, .commodity, required: true, hint: .hintCommodity),
                    FormField("fob", FormText.fob, .money, required: true),
                    FormField("exw", FormText.exw, .money),
                    FormField("ownDomesticValue", FormText.ownDomesticValue, .money),
                ], isOptional: false)
        ], idPrefix: "P")

    private static let quote = Form(
        subject: .quotes, title: .formQuote,
        sections: [
            FormSection(
                title: .sectionOffer,
                fields: [
                    FormField("id", FormText.recordId, .fixed), FormField("requirement", Text.requirement, .fixed),
                    FormField("capability", Text.capability, .fixed),
                    FormField("quantity", Text.quantity, .number, required: true, hint: .hintRequirementUnit),
                    FormField("unitPrice", Text.unitPrice, .money, required: true, hint: .hintRequirementUnit),
                    FormField("leadTimeDays", FormText.leadTimeDays, .number),
                    FormField("validUntil", FormText.validLast, .day, required: true),
                    FormField("note", FormText.note, .paragraph),
                ], isOptional: false)
        ], idPrefix: "Q")

    private static let award = Form(
        subject: .awards, title: .formAward,
        sections: [
            FormSection(
                title: .sectionDecision,
                fields: [
                    FormField("id", FormText.recordId, .fixed), FormField("requirement", Text.requirement, .fixed),
                    FormField("capability", Text.capability, .fixed),
                    FormField("quantity", Text.quantity, .number, required: true, hint: .hintRequirementUnit),
                    FormField("unitPrice", Text.unitPrice, .money, required: true, hint: .hintRequirementUnit),
                    FormField(
                        "status", Text.status,
                        .choice([
                            .init(value: "AWARDED", words: FormText.awardAwarded),
                            .init(value: "CONFIRMED", words: FormText.awardConfirmed),
                            .init(value: "COMPLETED", words: FormText.awardCompleted),
                            .init(value: "CANCELLED", words: FormText.awardCancelled),
                        ])),
                    FormField("reason", FormText.decisionReason, .paragraph),
                ], isOptional: false)
        ], idPrefix: "A")

    private static let subscription = Form(
        subject: .subscriptions, title: .formSubscription,
        sections: [
            FormSection(
                title: .sectionWanted,
                fields: [
                    FormField("id", FormText.recordId, .fixed),
                    FormField("hsPrefixes", FormText.hsPrefixes, .list, required: true, hint: .hintPrefixes),
                    FormField("wardCodes", FormText.wardCodes, .list),
                ], isOptional: false)
        ], idPrefix: "S")

    private static let verification = Form(
        subject: .verifications, title: .formVerification,
        sections: [
            FormSection(
                title: .sectionDecision,
                fields: [
                    FormField("id", FormText.recordId, .fixed), FormField("profile", FormText.profile, .fixed),
                    FormField("statement", FormText.statement, .fixed),
                    FormField("certificate.capability", FormText.certificateOf, .fixed),
                    FormField("certificate.scheme", FormText.scheme, .fixed),
                    FormField("certificate.number", FormText.certificateNumber, .fixed),
                    FormField(
                        "decision", FormText.decision,
                        .choice([
                            .init(value: "ACCEPTED", words: FormText.decisionAccepted),
                            .init(value: "REFUSED", words: FormText.decisionRefused),
                        ]), required: true),
                    FormField("evidence", FormText.evidence, .paragraph, required: true),
                    FormField("official", FormText.officialName, required: true),
                ], isOptional: false)
        ], idPrefix: "V")

    private static let rate = Form(
        subject: .rates, title: .formRate,
        sections: [
            FormSection(
                title: .sectionRate,
                fields: [
                    FormField("id", FormText.recordId, .fixed),
                    FormField("currencyCode", FormText.currency, required: true, hint: .hintCurrency),
                    FormField("dongPerUnit", FormText.dongPerUnit, .number, required: true),
                    FormField("day", FormText.day, .day, required: true),
                ], isOptional: false)
        ], idPrefix: "")
}
