extension RecordShape {
    static let profile = object([
        "owner": .text, "id": .text, "name": .text, "nameEnglish": .text, "kind": .text,
        "investorCountryCode": .text, "vietnameseOwnershipPercent": .decimal, "place": place, "vsicCode": .text,
        "contactName": .text, "contactEmail": .text, "contactTelephone": .text,
    ])

    static let requirement = object([
        "owner": .text, "id": .text, "hsCode": .text, "description": .text, "quantity": .decimal, "unitCode": .text,
        "delivery": days, "place": place, "maximumUnitPrice": money, "maximumLeadTimeDays": .whole,
        "requiredCertifications": .list(.text), "minimumLvcPercent": .decimal,
        "minimumVietnameseOwnershipPercent": .decimal, "maximumDistanceMetres": .whole,
        "attributeBounds": .list(attributeBound), "partialSupplyAllowed": .truth, "closingDay": .text,
        "currentSourcing": object(["kind": .text, "unitPrice": money, "lvcPercent": .decimal]),
        "product": object(["id": .text, "quantityPerUnit": .decimal]), "anonymous": .truth,
        "quotesSealed": .truth,
    ])

    static let product = object([
        "owner": .text, "id": .text, "name": .text, "hsCode": .text, "fob": money, "exw": money,
        "ownDomesticValue": money,
    ])

    static let award = object([
        "owner": .text, "id": .text, "requirement": .text, "capability": .text, "quantity": .decimal,
        "unitPrice": money, "window": days, "status": .text, "reason": .text,
    ])

    static let capability = object([
        "owner": .text, "id": .text, "hsCode": .text, "description": .text, "attributes": .list(attribute),
        "unitCode": .text, "capacityPerMonth": .decimal, "minimumOrder": .decimal,
        "unitPriceTiers": .list(object(["minimumQuantity": .decimal, "unitPrice": money])), "leadTimeDays": .whole,
        "certifications": .list(certification), "vietnameseOwnershipPercent": .decimal, "place": place,
        "costStatement": costStatement, "valid": days,
    ])

    static let quote = object([
        "owner": .text, "id": .text, "requirement": .text, "capability": .text, "quantity": .decimal,
        "unitPrice": money, "leadTimeDays": .whole, "validUntil": .text, "note": .text,
    ])

    static let subscription = object([
        "owner": .text, "id": .text, "hsPrefixes": .list(.text), "wardCodes": .list(.text),
    ])

    static let verification = object([
        "owner": .text, "id": .text, "certificate": object(["capability": .text, "scheme": .text, "number": .text]),
        "statement": .text, "profile": .text, "decision": .text, "evidence": .text, "official": .text,
    ])

    static let rate = object([
        "owner": .text, "id": .text, "currencyCode": .text, "dongPerUnit": .decimal, "day": .text,
    ])

    private static let money = object(["currencyCode": .text, "value": .decimal])
    private static let days = object(["firstDay": .text, "lastDay": .text])
    private static let place = object([
        "wardCode": .text, "latitude": .real, "longitude": .real, "industrialPark": .text,
    ])
    private static let attribute = object(["name": .text, "number": .decimal, "text": .text])
    private static let attributeBound = object([
        "name": .text, "minimum": .decimal, "maximum": .decimal, "allowedValues": .list(.text),
    ])
    private static let certification = object([
        "scheme": .text, "number": .text, "body": .text, "scope": .text, "issuedOn": .text, "expiresOn": .text,
    ])
    private static let costStatement = object([
        "method": .text, "fiscalYear": .whole, "currencyCode": .text, "materials": .list(materialLine),
        "labour": .decimal, "overhead": .decimal, "otherCost": .decimal, "profit": .decimal, "fob": .decimal,
        "exw": .decimal,
        "netCostExclusions": object([
            "salesPromotion": .decimal, "royalties": .decimal, "shippingAndPacking": .decimal,
            "nonAllowableInterest": .decimal,
        ]),
    ])
    private static let materialLine = object([
        "name": .text, "hsCode": .text, "value": .decimal, "origin": .text, "countryCode": .text,
        "evidenceNumber": .text, "evidenceDay": .text, "capability": .text,
    ])

    private static func object(_ fields: KeyValuePairs<String, RecordShape>) -> RecordShape {
        .object(fields.map { Field(name: $0.key, shape: $0.value) })
    }

    /// The columns without which no record of a subject can be accepted.
    static func mandatoryColumns(_ subject: Subject) -> [String] {
        switch subject {
        case .profiles: ["owner", "id", "name", "kind"]
        case .requirements: ["owner", "id", "hsCode", "quantity", "unitCode", "delivery.firstDay", "delivery.lastDay"]
        case .products: ["owner", "id", "hsCode"]
        case .awards: ["owner", "id", "requirement", "capability", "quantity"]
        case .capabilities: ["owner", "id", "hsCode", "unitCode", "capacityPerMonth"]
        case .quotes: ["owner", "id", "requirement", "capability", "quantity"]
        case .subscriptions: ["owner", "id"]
        case .verifications: ["owner", "id", "decision"]
        case .rates: ["owner", "id", "currencyCode", "dongPerUnit", "day"]
        }
    }
}
