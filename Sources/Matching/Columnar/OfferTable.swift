import Localization

/// Every capability in columns: what is asked often by codes in groups, the rest in tables by slot.
///
/// A slot is the number of a capability; one that is withdrawn is given away again.
final class OfferTable {
    let offers: Table<Offer>
    let details: Table<OfferDetail>
    private(set) var keys: [Key] = []
    private var slots: [Key: UInt32] = [:]
    private var freeSlots: [UInt32] = []
    private(set) var groups: [OfferGroup] = []
    private var groupIndices: [GroupName: UInt32] = [:]
    private var shelves: [CodeAndUnit: OfferShelf] = [:]
    let owners: OwnerTable
    /// Of capabilities whose one tier does not say everything.
    private var tiers: [UInt32: [PriceTier]] = [:]
    /// The upper halves of versions that need one.
    private var upperVersions: [UInt32: UInt32] = [:]
    private var awards: [UInt32: [Award]] = [:]

    private(set) var certificates = WordPool()
    private var certificateNumbers = TextPool()
    private(set) var attributes = WordPool()
    /// Schemes, names and words of attributes, unit codes.
    var schemes = Interner<String>()
    var attributeNames = Interner<String>()
    var attributeTexts = Interner<String>()
    var units = Interner<String>()
    private(set) var certificateTerms = Interner<HeldCertificate.Term>()
    /// Schemes that came, and others that they include.
    private var inclusions: [(scheme: UInt32, included: UInt32)] = []
    /// Of capabilities that are not valid for ever.
    private var validity: [UInt32: (first: Day?, last: Day?)] = [:]

    private(set) var examined = ExaminationTable()

    /// Which groups can have candidates.
    struct CodeAndUnit: Hashable {
        let hsCode: HSCode
        let unit: UInt32
    }

    init() {
        offers = Table()
        details = Table()
        owners = OwnerTable()
    }

    private init(copying other: OfferTable) {
        offers = other.offers.copy()
        details = other.details.copy()
        owners = other.owners.copy()
        keys = other.keys
        slots = other.slots
        freeSlots = other.freeSlots
        groups = other.groups.map { $0.copy() }
        groupIndices = other.groupIndices
        tiers = other.tiers
        upperVersions = other.upperVersions
        awards = other.awards
        certificates = other.certificates
        certificateNumbers = other.certificateNumbers
        attributes = other.attributes
        schemes = other.schemes
        attributeNames = other.attributeNames
        attributeTexts = other.attributeTexts
        units = other.units
        certificateTerms = other.certificateTerms
        inclusions = other.inclusions
        validity = other.validity
        examined = other.examined
        for (name, shelf) in other.shelves {
            let copied = OfferShelf()
            for group in shelf.groups {
                if let index = groupIndices[group.name] { copied.groups.append(groups[Int(index)]) }
            }
            shelves[name] = copied
        }
    }

    /// Another table of equal content.
    func copy() -> OfferTable { OfferTable(copying: self) }

    // MARK: - Questions

    /// How many slots there are, given away or not.
    var slotCount: Int { keys.count }

    func slot(of key: Key) -> UInt32? { slots[key] }

    func publishedSlot(of key: Key) -> UInt32? {
        slots[key].flatMap { offers[$0].flags.contains(.isPublished) ? $0 : nil }
    }

    /// The groups of a code and a unit, now and later.
    func shelf(of hsCode: HSCode, unit: UInt32) -> OfferShelf {
        let name = CodeAndUnit(hsCode: hsCode, unit: unit)
        if let shelf = shelves[name] { return shelf }
        let shelf = OfferShelf()
        shelves[name] = shelf
        return shelf
    }

    /// The heading of a published capability; nil where there is none.
    func heading(of key: Key) -> HSCode? { publishedSlot(of: key).map { group(of: $0).name.hsCode.headingCode } }

    func group(of slot: UInt32) -> OfferGroup { groups[Int(details[slot].group)] }

    func awards(of slot: UInt32) -> [Award] { awards[slot] ?? [] }

    func version(of slot: UInt32) -> UInt64 {
        UInt64(details[slot].version) | UInt64(upperVersions.isEmpty ? 0 : upperVersions[slot] ?? 0) << 32
    }

    func tiers(of slot: UInt32) -> [PriceTier] {
        tiers[slot] ?? [PriceTier(from: 0, unitPrice: offers[slot].unitPrice)]
    }

    func isCandidate(_ slot: UInt32, for requirement: Requirement) -> Bool {
        let name = group(of: slot).name
        return name.hsCode.covers(requirement.hsCode) && units[name.unit] == requirement.unitCode
            && keys[Int(slot)].owner != requirement.key.owner
    }

    /// The capability as it was published.
    func capability(_ slot: UInt32) -> Capability {
        let offer = offers[slot]
        let name = group(of: slot).name
        var capability = Capability(
            key: keys[Int(slot)], hsCode: name.hsCode, unitCode: units[name.unit],
            capacityPerMonth: offer.capacityPerMonth, currency: name.currency, tiers: tiers(of: slot))
        capability.minimumOrder = offer.minimumOrder
        capability.leadTimeDays = offer.leadTimeDays
        capability.ownership = UInt32(offer.ownership)
        capability.point = offer.point
        capability.localContent = offer.stated
        (capability.validFirst, capability.validLast) = validity(of: slot)
        capability.certificates = publishedCertificates(of: slot)
        capability.attributes = offeredAttributes(of: slot).map {
            AttributeValue(name: attributeNames[$0.name], number: $0.number, text: attributeTexts[$0.text])
        }
        return capability
    }

    func validity(of slot: UInt32) -> (first: Day?, last: Day?) {
        offers[slot].flags.isDisjoint(with: [.hasValidFirst, .hasValidLast]) ? (nil, nil) : validity[slot] ?? (nil, nil)
    }

    /// The certificates' words, without that of their numbers.
    func heldCertificates(of slot: UInt32) -> ArraySlice<UInt32> {
        certificates[details[slot].certificates].dropFirst()
    }

    private func publishedCertificates(of slot: UInt32) -> [Certificate] {
        let words = certificates[details[slot].certificates]
        guard let numbers = words.first else { return [] }
        return words.dropFirst().enumerated().map { index, word in
            let term = certificateTerms[HeldCertificate(word).term]
            return Certificate(
                scheme: schemes[term.scheme], number: certificateNumbers[Int(numbers) + index],
                expiresOn: term.expiresOn)
        }
    }

    /// Whether a certificate answers for a required scheme, by itself or by inclusion.
    func answers(_ held: UInt32, for required: UInt32) -> Bool {
        held == required || inclusions.contains { $0.scheme == held && $0.included == required }
    }

    func offeredAttributes(of slot: UInt32) -> [OfferedAttribute] {
        let words = attributes[details[slot].attributes]
        return stride(from: words.startIndex, to: words.endIndex, by: OfferedAttribute.words).map {
            OfferedAttribute(words, at: $0)
        }
    }

    /// The capabilities that are priced in a currency, in no order.
    func keys(pricedIn currency: Currency) -> [Key] {
        groups.filter { $0.name.currency == currency }.flatMap { group in
            group.blocks.flatMap { block in
                var keys: [Key] = []
                RowBits.forEach(block.live) { keys.append(self.keys[Int(block.slots[$0])]) }
                return keys
            }
        }
    }

    /// Bytes of what is held, but for identifiers: keys, owners' codes, certificates' numbers.
    var byteCount: Int {
        offers.byteCount + details.byteCount + owners.byteCount + certificates.byteCount + attributes.byteCount
            + groups.reduce(0) { $0 + $1.byteCount }
    }

    // MARK: - Changes

    /// The slot of a key, published or not.
    private func reserveSlot(for key: Key) -> UInt32 {
        if let slot = slots[key] { return slot }
        let slot: UInt32
        if let free = freeSlots.popLast() {
            slot = free
            keys[Int(slot)] = key
        } else {
            slot = UInt32(keys.count)
            keys.append(key)
            offers.append(Offer())
            details.append(OfferDetail())
        }
        slots[key] = slot
        return slot
    }

    /// Gives a slot away that neither a capability nor an award needs.
    private func releaseSlot(_ slot: UInt32) {
        guard !offers[slot].flags.contains(.isPublished), awards[slot] == nil else { return }
        slots[keys[Int(slot)]] = nil
        keys[Int(slot)] = Key("")
        offers[slot] = Offer()
        details[slot] = OfferDetail()
        freeSlots.append(slot)
    }

    func publish(_ capability: Capability, version: UInt64) {
        let slot = reserveSlot(for: capability.key)
        let isNew = !offers[slot].flags.contains(.isPublished)
        if !isNew {
            if offers[slot].stated != capability.localContent { examined.forgetStatement(of: capability.key) }
            group(of: slot).remove(at: details[slot].location)
            releaseLists(of: slot)
        }
        let owner = isNew ? owners.id(of: capability.key.owner) : offers[slot].owner
        offers[slot] = offer(of: capability, owner: owner, slot: slot)
        details[slot] = detail(of: capability, version: version, slot: slot)
        addCertificates(capability.certificates, of: capability.key, to: slot)
        if isNew { link(slot) }
        insert(slot)
    }

    func withdraw(_ slot: UInt32) {
        group(of: slot).remove(at: details[slot].location)
        releaseLists(of: slot)
        unlink(slot)
        examined.forgetStatement(of: keys[Int(slot)])
        offers[slot] = Offer()
        details[slot] = OfferDetail()
        releaseSlot(slot)
    }

    /// Notes what officials found of a certificate.
    func certificateExamined(_ key: Key, scheme: String, number: String, accepted: Bool) {
        examined.setCertificate(of: key, scheme: scheme, number: number, accepted: accepted)
        guard let slot = publishedSlot(of: key) else { return }
        let held = publishedCertificates(of: slot)
        releaseCertificates(of: slot)
        addCertificates(held, of: key, to: slot)
        replaceCodes(of: slot)
    }

    /// Notes what officials found of a cost statement.
    func statementExamined(_ key: Key, accepted: Bool) {
        examined.setStatement(of: key, accepted: accepted)
        guard let slot = publishedSlot(of: key) else { return }
        if accepted {
            offers[slot].flags.remove(.statementRefused)
        } else {
            offers[slot].flags.insert(.statementRefused)
        }
        replaceCodes(of: slot)
    }

    func addAward(_ award: Award) {
        let slot = reserveSlot(for: award.capability)
        awards[slot, default: []].append(award)
        awardsChanged(of: slot)
    }

    func removeAward(_ award: Award) {
        guard let slot = slots[award.capability] else { return }
        awards[slot]?.removeAll { $0.key == award.key }
        if awards[slot]?.isEmpty ?? true { awards[slot] = nil }
        awardsChanged(of: slot)
        releaseSlot(slot)
    }

    private func awardsChanged(of slot: UInt32) {
        guard offers[slot].flags.contains(.isPublished) else { return }
        let wasIrregular = offers[slot].isIrregular
        setAwardFlag(of: slot)
        if offers[slot].isIrregular != wasIrregular { replaceCodes(of: slot) }
    }

    private func setAwardFlag(of slot: UInt32) {
        if awards[slot]?.contains(where: \.isActive) ?? false {
            offers[slot].flags.insert(.hasAwards)
        } else {
            offers[slot].flags.remove(.hasAwards)
        }
    }

    private func releaseLists(of slot: UInt32) {
        releaseCertificates(of: slot)
        attributes.remove(details[slot].attributes)
        tiers[slot] = nil
        validity[slot] = nil
        if !upperVersions.isEmpty { upperVersions[slot] = nil }
    }

    private func releaseCertificates(of slot: UInt32) {
        let words = certificates[details[slot].certificates]
        if let numbers = words.first { certificateNumbers.remove(from: numbers, count: words.count - 1) }
        certificates.remove(details[slot].certificates)
        details[slot].certificates = 0
    }

    // MARK: - Owners

    private func link(_ slot: UInt32) {
        let owner = offers[slot].owner
        let first = owners.firstSlot(of: owner)
        details[slot].nextOfOwner = first
        owners.setFirstSlot(slot, of: owner)
        guard first != OfferDetail.none else { return }
        group(of: first).setShared(true, at: details[first].location)
    }

    private func unlink(_ slot: UInt32) {
        let owner = offers[slot].owner
        var at = owners.firstSlot(of: owner)
        guard at != slot else { return owners.setFirstSlot(details[slot].nextOfOwner, of: owner) }
        while details[at].nextOfOwner != slot { at = details[at].nextOfOwner }
        details[at].nextOfOwner = details[slot].nextOfOwner
    }

    /// Whether its supplier has others.
    private func isShared(_ slot: UInt32) -> Bool {
        details[slot].nextOfOwner != OfferDetail.none || owners.firstSlot(of: offers[slot].owner) != slot
    }

    /// Whether its supplier has others that can meet what it meets: of the heading and the unit.
    func hasRival(_ slot: UInt32) -> Bool {
        guard isShared(slot) else { return false }
        let name = group(of: slot).name
        return slots(ofOwner: offers[slot].owner).contains { other in
            let otherName = group(of: other).name
            return other != slot && otherName.unit == name.unit
                && otherName.hsCode.headingCode == name.hsCode.headingCode
        }
    }

    /// Every published capability of an owner.
    func slots(ofOwner owner: UInt32) -> [UInt32] {
        var slots: [UInt32] = []
        var at = owners.firstSlot(of: owner)
        while at != OfferDetail.none {
            slots.append(at)
            at = details[at].nextOfOwner
        }
        return slots
    }

    // MARK: - Groups

    private func groupIndex(of name: GroupName) -> UInt32 {
        if let index = groupIndices[name] { return index }
        let index = UInt32(groups.count)
        groups.append(OfferGroup(name: name))
        groupIndices[name] = index
        shelf(of: name.hsCode, unit: name.unit).groups.append(groups[Int(index)])
        return index
    }

    private func insert(_ slot: UInt32) {
        let details = details
        group(of: slot).insert(
            codes(of: slot), slot: slot, isIrregular: offers[slot].isIrregular, isShared: isShared(slot)
        ) { details[$0].location = $1 }
    }

    private func replaceCodes(of slot: UInt32) {
        group(of: slot).remove(at: details[slot].location)
        insert(slot)
    }

    /// Puts a group's offers in order, before they are looked through.
    func arrange(_ group: OfferGroup) {
        let details = details
        group.arrange { details[$0].location = $1 }
    }

    // MARK: - Columns of a capability

    private func offer(of capability: Capability, owner: UInt32, slot: UInt32) -> Offer {
        var offer = Offer()
        offer.unitPrice = capability.tiers[0].unitPrice
        if capability.tiers.count > 1 || capability.tiers[0].quantityMin > 0 {
            tiers[slot] = capability.tiers
            if capability.tiers.count > 1 { offer.flags.insert(.hasTiers) }
        }
        offer.capacityPerMonth = capability.capacityPerMonth
        offer.minimumOrder = capability.minimumOrder
        offer.lvcNumerator = capability.localContent?.numerator ?? 0
        offer.lvcDenominator = capability.localContent?.denominator ?? 0
        if let point = capability.point {
            (offer.x, offer.y, offer.z) = (point.x, point.y, point.z)
            offer.flags.insert(.hasPoint)
            if [point.x, point.y, point.z].contains(where: FieldCode.isBeyond) { offer.flags.insert(.isBeyondSphere) }
        }
        offer.owner = owner
        offer.leadTimeDays = capability.leadTimeDays
        offer.ownership = UInt16(clamping: capability.ownership)
        if capability.validFirst != nil { offer.flags.insert(.hasValidFirst) }
        if capability.validLast != nil { offer.flags.insert(.hasValidLast) }
        if capability.validFirst != nil || capability.validLast != nil {
            validity[slot] = (capability.validFirst, capability.validLast)
        }
        if examined.isStatementRefused(of: capability.key) { offer.flags.insert(.statementRefused) }
        if awards[slot]?.contains(where: \.isActive) ?? false { offer.flags.insert(.hasAwards) }
        offer.flags.insert(.isPublished)
        return offer
    }

    private func detail(of capability: Capability, version: UInt64, slot: UInt32) -> OfferDetail {
        var detail = OfferDetail()
        detail.version = UInt32(truncatingIfNeeded: version)
        if version >> 32 > 0 { upperVersions[slot] = UInt32(truncatingIfNeeded: version >> 32) }
        detail.attributes = attributes.add(
            capability.attributes.flatMap {
                OfferedAttribute(
                    name: attributeNames.id(of: $0.name), number: $0.number, text: attributeTexts.id(of: $0.text)
                ).words
            })
        detail.group = groupIndex(
            of: GroupName(
                hsCode: capability.hsCode, unit: units.id(of: capability.unitCode), currency: capability.currency))
        detail.nextOfOwner = details[slot].nextOfOwner
        return detail
    }

    private func addCertificates(_ held: [Certificate], of key: Key, to slot: UInt32) {
        offers[slot].flags.remove(.hasAcceptedCertificate)
        guard !held.isEmpty else { return }
        var words = [certificateNumbers.add(held.map(\.number))]
        for certificate in held {
            let term = HeldCertificate.Term(
                scheme: schemeId(of: certificate.scheme), expiresOn: certificate.expiresOn)
            let standing = examined.standing(of: certificate, of: key)
            if standing == .accepted { offers[slot].flags.insert(.hasAcceptedCertificate) }
            words.append(HeldCertificate(term: certificateTerms.id(of: term), standing: standing).word)
        }
        details[slot].certificates = certificates.add(words)
    }

    /// The number of a scheme; those that it includes have one as soon as it has.
    private func schemeId(of scheme: String) -> UInt32 {
        let id = schemes.id(of: scheme)
        for included in Certificate.included[scheme] ?? [] {
            let includedId = schemes.id(of: included)
            if !answers(id, for: includedId) { inclusions.append((id, includedId)) }
        }
        return id
    }

    /// The codes by which a capability is examined.
    func codes(of slot: UInt32) -> CodeRow {
        let offer = offers[slot]
        let validity = validity(of: slot)
        var codes = CodeRow(repeating: 0)
        let lowest = offer.flags.contains(.hasTiers) ? tiers(of: slot).map(\.unitPrice).min() : nil
        codes[Column.price] = FieldCode.magnitude(lowest ?? offer.unitPrice)
        codes[Column.capacity] = -FieldCode.magnitude(offer.capacityPerMonth)
        codes[Column.minimumOrder] = FieldCode.magnitude(offer.minimumOrder)
        codes[Column.minimumOrderDays] = FieldCode.count(offer.minimumOrderDays)
        codes[Column.leadTime] = FieldCode.count(Int64(offer.leadTimeDays))
        codes[Column.localContent] = offer.localContent.map { -Int16($0.basisPoints) } ?? 1
        codes[Column.ownership] = -Int16(offer.ownership)
        codes[Column.validFirst] = validity.first.map { FieldCode.day($0) } ?? FieldCode.least
        codes[Column.validLast] = validity.last.map { -FieldCode.day($0) } ?? FieldCode.least
        let certificates = certificateCodes(of: slot)
        codes[Column.expiry] = certificates.expiry
        codes[Column.lackedSchemes] = certificates.lacked
        codes[Column.lackedAttributes] = lackedAttributes(of: slot)
        let point = offer.flags.contains(.hasPoint)
        codes[Column.x] = point ? FieldCode.coordinate(offer.x) : FieldCode.greatest
        codes[Column.y] = point ? FieldCode.coordinate(offer.y) : FieldCode.greatest
        codes[Column.z] = point ? FieldCode.coordinate(offer.z) : FieldCode.greatest
        return codes
    }

    private func certificateCodes(of slot: UInt32) -> (expiry: Int16, lacked: Int16) {
        var held: UInt16 = 0
        var expiry = FieldCode.least
        for certificate in heldCertificates(of: slot).lazy.map(HeldCertificate.init)
        where certificate.standing != .refused {
            let term = certificateTerms[certificate.term]
            held |= Column.bit(of: term.scheme)
            for inclusion in inclusions where inclusion.scheme == term.scheme {
                held |= Column.bit(of: inclusion.included)
            }
            expiry = max(expiry, -FieldCode.day(term.expiresOn))
        }
        return (expiry, Int16(bitPattern: ~held))
    }

    private func lackedAttributes(of slot: UInt32) -> Int16 {
        let has = offeredAttributes(of: slot).reduce(UInt16(0)) { $0 | Column.attributeBit(of: $1.name) }
        return Int16(bitPattern: ~has)
    }
}

/// The groups of one code and unit, in the order in which their currencies came.
final class OfferShelf {
    var groups: [OfferGroup] = []
}

extension Offer {
    /// 30 × minimum order / capacity per month, rounded up.
    fileprivate var minimumOrderDays: Int64 {
        let (product, overflow) = minimumOrder.multipliedReportingOverflow(by: 30)
        guard !overflow else {
            let days = (Int128(minimumOrder) * 30 + Int128(capacityPerMonth) - 1) / Int128(capacityPerMonth)
            return Int64(clamping: days)
        }
        return product / capacityPerMonth + (product % capacityPerMonth == 0 ? 0 : 1)
    }
}
