/// The words of a requirement as the numbers by which offers are compared.
struct Asked {
    let unit: UInt32
    /// The buyer among those who supply.
    let owner: UInt32
    /// The groups of the code, and those of the heading.
    let shelves: [OfferShelf]
    /// In the order of the requirement.
    let schemes: [UInt32]
    let attributes: [Attribute]
    /// The bits of all schemes.
    let schemeBits: UInt16
    /// The bits of all attributes' names.
    let attributeBits: UInt16
    /// Whether every scheme has a bit of its own.
    let hasOwnBits: Bool

    /// A bound on an attribute.
    struct Attribute {
        let name: UInt32
        let minimum: Int64?
        let maximum: Int64?
        let allowed: [UInt32]

        func isKept(by attribute: OfferedAttribute) -> Bool {
            if minimum != nil || maximum != nil {
                guard let number = attribute.number else { return false }
                if let minimum, number < minimum { return false }
                if let maximum, number > maximum { return false }
            }
            return allowed.isEmpty || allowed.contains(attribute.text)
        }
    }

    init(_ requirement: Requirement, in table: OfferTable) {
        unit = table.units.id(of: requirement.unitCode)
        owner = table.owners.id(of: requirement.key.owner)
        shelves = [
            table.shelf(of: requirement.hsCode, unit: unit),
            table.shelf(of: requirement.hsCode.headingCode, unit: unit),
        ]
        schemes = requirement.requiredCertifications.map { table.schemes.id(of: $0) }
        attributes = requirement.attributeBounds.map { bound in
            Attribute(
                name: table.attributeNames.id(of: bound.name), minimum: bound.minimum, maximum: bound.maximum,
                allowed: bound.allowedValues.map { table.attributeTexts.id(of: $0) })
        }
        schemeBits = schemes.reduce(0) { $0 | Column.bit(of: $1) }
        attributeBits = attributes.reduce(0) { $0 | Column.attributeBit(of: $1.name) }
        hasOwnBits = schemes.allSatisfy { $0 < Column.sharedBit }
    }
}
