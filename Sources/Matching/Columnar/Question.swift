import Localization

/// What a requirement asks today: the comparisons by which offers are skipped, and the exact check of one offer.
final class Question {
    let published: Published<Requirement>
    let asked: Asked
    /// The requirement's quantity less what is awarded.
    let open: Int64
    let day: Day
    /// Days of the delivery window.
    let windowDays: Int64
    let pricing: Pricing
    let rates: ExchangeRates
    /// The price first, in the comparison currency; then in the order of the reasons.
    let tests: [ColumnTest]
    let place: PlaceTest?
    /// A day up to which certificates must be valid: those that expire later need no second look.
    let expiry: CodeLimit?

    /// Whether codes never suffice, because attributes are asked for.
    let asksAttributes: Bool
    /// Millionths; nil without a maximum.
    let maximum: Int64?
    let lvcMin: UInt32

    var requirement: Requirement { published.value }

    init(
        _ published: Published<Requirement>, _ asked: Asked, open: Int64, day: Day, rates: ExchangeRates,
        policy: Policy
    ) {
        let requirement = published.value
        self.published = published
        self.asked = asked
        self.open = open
        self.day = day
        self.windowDays = requirement.delivery.count
        self.pricing = Pricing(for: requirement, rates: rates, policy: policy)
        self.rates = rates
        self.asksAttributes = !asked.attributes.isEmpty
        self.maximum = requirement.maximumUnitPrice?.millionths
        self.lvcMin = requirement.lvcMin
        self.place = requirement.distanceMetresMax.map { PlaceTest(requirement.point, within: $0) }
        self.expiry =
            asked.schemes.isEmpty
            ? nil
            : asked.hasOwnBits ? .day(atLeast: requirement.delivery.last) : CodeLimit(maybe: .min, isExact: true)
        self.tests = Self.tests(
            requirement, asked, open: open, day: day, windowDays: requirement.delivery.count, place: place,
            price: .magnitude(atMost: pricing.maximum ?? .max))
    }

    private static func tests(
        _ requirement: Requirement, _ asked: Asked, open: Int64, day: Day, windowDays: Int64, place: PlaceTest?,
        price: CodeLimit
    ) -> [ColumnTest] {
        let last = requirement.delivery.last
        let (needed, overflow) = open.multipliedReportingOverflow(by: 30)
        let whole: Int64
        if requirement.allowsPartialSupply {
            whole = (29 + windowDays) / windowDays
        } else if overflow {
            whole = Int64(clamping: (Int128(open) * 30 + Int128(windowDays) - 1) / Int128(windowDays))
        } else {
            whole = needed / windowDays + (needed % windowDays == 0 ? 0 : 1)
        }
        var tests: [ColumnTest] = []
        tests.reserveCapacity(18)
        tests.append(.atMost(Column.price, price, .price))
        tests.append(.atMost(Column.capacity, .magnitude(atLeast: whole), .capacity))
        tests.append(.atMost(Column.minimumOrder, .magnitude(atMost: open), .minimumOrder))
        if requirement.allowsPartialSupply {
            tests.append(.atMost(Column.minimumOrderDays, .count(atMost: windowDays), .minimumOrder))
        }
        if let days = requirement.leadTimeDaysMax {
            tests.append(.atMost(Column.leadTime, .count(atMost: Int64(days)), .leadTime))
        }
        if asked.schemeBits != 0 {
            tests.append(.lacksNone(Column.lackedSchemes, of: asked.schemeBits, .certification))
        }
        if requirement.lvcMin > 0 {
            let limit = CodeLimit(
                maybe: -Int16(requirement.lvcMin / 100), isExact: requirement.lvcMin.isMultiple(of: 100))
            tests.append(.atMost(Column.localContent, limit, .localContent))
        }
        if requirement.ownershipMin > 0 {
            let limit = CodeLimit(maybe: -Int16(requirement.ownershipMin), isExact: true)
            tests.append(.atMost(Column.ownership, limit, .ownership))
        }
        if let place { tests.append(contentsOf: place.tests) }
        if asked.attributeBits != 0 {
            tests.append(.lacksNone(Column.lackedAttributes, of: asked.attributeBits, .attribute))
        }
        tests.append(.atMost(Column.validFirst, .day(atMost: min(day, last)), .validity))
        tests.append(.atMost(Column.validLast, .day(atLeast: max(day, last)), .validity))
        return tests
    }

    /// The comparisons for offers priced in a currency.
    func tests(in currency: Currency) -> [ColumnTest] {
        guard currency != pricing.currency else { return tests }
        var tests = tests
        tests[0] = .atMost(Column.price, .magnitude(atMost: priceLimit(in: currency)), .price)
        return tests
    }

    /// The highest price in a currency that is acceptable when converted; -1 where none is.
    private func priceLimit(in currency: Currency) -> Int64 {
        let maximum = pricing.maximum ?? .max
        guard let from = rates.dongPerUnit(of: currency), let to = rates.dongPerUnit(of: pricing.currency) else {
            return -1
        }
        return Int64(clamping: Int128(maximum) * Int128(to) / Int128(from))
    }

    // MARK: - One offer

    /// What is found of one offer.
    struct Finding {
        /// Empty when it qualifies.
        var failed: ReasonSet = []
        /// Capacity over the window, less what is reserved.
        var available: Int64
        /// min(open, available); the open quantity where capacity fails.
        var supply: Int64
        /// Millionths of the comparison currency at `supply`; nil without a rate, or where it does not fit.
        var unitPrice: Int64?

        var qualifies: Bool { failed.isEmpty }
    }

    /// Capacity over the window, less what active awards of other requirements of its heading reserve.
    func available(_ slot: UInt32, in table: OfferTable) -> Int64 {
        let offer = table.offers[slot]
        let capacity = offer.capacity(over: windowDays)
        guard offer.flags.contains(.hasAwards) else { return capacity }
        return table.available(slot, over: requirement.delivery, besides: requirement.key)
    }

    /// The price at a quantity in the comparison currency.
    func unitPrice(_ slot: UInt32, at quantity: Int64, in table: OfferTable) -> Int64? {
        let offer = table.offers[slot]
        var price = offer.unitPrice
        if offer.flags.contains(.hasTiers) {
            price = table.tiers(of: slot).last { $0.quantityMin <= quantity }?.unitPrice ?? price
        }
        let currency = table.group(of: slot).name.currency
        guard currency != pricing.currency else { return price }
        return rates.convert(Price(price, currency), to: pricing.currency)?.millionths
    }

    /// What a qualifying offer can supply, and at which price.
    func offered(_ slot: UInt32, in table: OfferTable) -> (price: Int64?, available: Int64) {
        let available = available(slot, in: table)
        return (unitPrice(slot, at: min(open, available), in: table), available)
    }

    /// Whether an offer is of the code and the unit.
    func isCandidate(_ slot: UInt32, in table: OfferTable) -> Bool {
        guard table.offers[slot].flags.contains(.isPublished) else { return false }
        let name = table.group(of: slot).name
        return name.unit == asked.unit && name.hsCode.covers(requirement.hsCode)
    }

    /// How an offer of another owner ranks; nil where it does not qualify.
    func entry(_ slot: UInt32, _ scorer: Scorer, in table: OfferTable) -> Shortlist.Entry? {
        let offer = table.offers[slot]
        guard offer.owner != asked.owner else { return nil }
        let found = check(slot, in: table)
        guard found.qualifies else { return nil }
        let price = found.unitPrice ?? 0
        let terms = scorer.terms(
            price: price, supply: found.supply, lvcBasisPoints: offer.localContent?.basisPoints ?? 0)
        return Shortlist.Entry(slot: slot, owner: offer.owner, price: price, available: found.available, terms: terms)
    }

    /// Examines an offer: the same rules as `Assessment`, on columns.
    func check(_ slot: UInt32, in table: OfferTable) -> Finding {
        check(slot, available: available(slot, in: table), in: table)
    }

    /// Examines an offer of which so much is available.
    func check(_ slot: UInt32, available: Int64, in table: OfferTable) -> Finding {
        let offer = table.offers[slot]
        let requirement = published.value
        var failed: ReasonSet = []
        func require(_ holds: Bool, _ reason: Reason) {
            if !holds { failed.insert(ReasonSet(reason)) }
        }

        let hasCapacity = requirement.allowsPartialSupply ? available > 0 : available >= open
        let supply = hasCapacity ? min(open, available) : open
        require(hasCapacity, .capacity)
        require(!hasCapacity || offer.minimumOrder <= supply, .minimumOrder)
        let unitPrice = unitPrice(slot, at: supply, in: table)
        require(unitPrice.map(pricing.isAcceptable) ?? false, .price)
        require(requirement.leadTimeDaysMax.map { offer.leadTimeDays <= $0 } ?? true, .leadTime)
        require(asked.schemes.allSatisfy { standing(of: $0, slot, in: table) != .missing }, .certification)
        require(
            requirement.lvcMin == 0 || offer.localContent?.reaches(requirement.lvcMin) ?? false, .localContent)
        require(offer.ownership >= requirement.ownershipMin, .ownership)
        if let maximum = requirement.distanceMetresMax {
            if let from = offer.point, let to = requirement.point {
                require(from.squaredChord(to: to) <= Int128(maximum) * Int128(maximum), .distance)
            } else {
                require(false, .distance)
            }
        }
        require(asked.attributes.allSatisfy { isKept($0, slot, in: table) }, .attribute)
        require(isValid(slot, in: table), .validity)
        return Finding(failed: failed, available: available, supply: supply, unitPrice: unitPrice)
    }

    private func isValid(_ slot: UInt32, in table: OfferTable) -> Bool {
        let validity = table.validity(of: slot)
        let last = published.value.delivery.last
        return (validity.first.map { $0 <= min(day, last) } ?? true)
            && (validity.last.map { $0 >= max(day, last) } ?? true)
    }

    private func isKept(_ bound: Asked.Attribute, _ slot: UInt32, in table: OfferTable) -> Bool {
        let words = table.attributes[table.details[slot].attributes]
        for index in stride(from: words.startIndex, to: words.endIndex, by: OfferedAttribute.words) {
            let attribute = OfferedAttribute(words, at: index)
            if attribute.name == bound.name { return bound.isKept(by: attribute) }
        }
        return false
    }

    /// The best standing of the certificates that answer for a scheme and are valid to the end of the window.
    private func standing(of scheme: UInt32, _ slot: UInt32, in table: OfferTable) -> Examinations.Standing {
        let last = published.value.delivery.last
        var standing = Examinations.Standing.missing
        for word in table.heldCertificates(of: slot) {
            let held = HeldCertificate(word)
            let term = table.certificateTerms[held.term]
            guard term.expiresOn >= last, held.standing != .refused, table.answers(term.scheme, for: scheme) else {
                continue
            }
            if held.standing == .accepted { return .accepted }
            standing = .unverified
        }
        return standing
    }

    /// Required schemes of a qualifying offer whose certificate no official has accepted.
    func unverifiedSchemes(of slot: UInt32, in table: OfferTable) -> [String] {
        // None is missing, so that all are unverified where none is accepted.
        table.offers[slot].flags.contains(.hasAcceptedCertificate)
            ? schemes(.unverified, of: slot, in: table) : published.value.requiredCertifications
    }

    /// Required schemes that an offer has so.
    func schemes(_ wanted: Examinations.Standing, of slot: UInt32, in table: OfferTable) -> [String] {
        guard !asked.schemes.isEmpty else { return [] }
        let required = published.value.requiredCertifications
        let standings = asked.schemes.map { standing(of: $0, slot, in: table) }
        guard !standings.allSatisfy({ $0 == wanted }) else { return required }
        return zip(required, standings).compactMap { $1 == wanted ? $0 : nil }
    }

    /// Names of attributes that are missing or out of bounds.
    func failedAttributes(of slot: UInt32, in table: OfferTable) -> [String] {
        zip(published.value.attributeBounds, asked.attributes).compactMap { bound, asked in
            isKept(asked, slot, in: table) ? nil : bound.name
        }
    }
}

extension OfferTable {
    /// Capacity over days, less what active awards of other requirements of its heading reserve.
    func available(_ slot: UInt32, over days: DayRange, besides requirement: Key?) -> Int64 {
        let heading = group(of: slot).name.hsCode.heading
        let reserved = awards(of: slot)
            .filter { $0.isActive && $0.requirement != requirement && $0.hsCode.heading == heading }
            .reduce(Int128(0)) { $0 + Int128($1.reserved(over: days)) }
        return Int64(clamping: Int128(offers[slot].capacity(over: days.count)) - reserved)
    }
}
