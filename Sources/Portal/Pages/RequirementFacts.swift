internal import Contracts

/// What a requirement states, line by line; what it does not state is left out.
struct RequirementFacts {
    private(set) var all: [RequirementView.Fact] = []
    private let catalogue: Catalogue

    init(_ accepted: WireRequirementAccepted, _ catalogue: Catalogue, _ figures: Figures) {
        self.catalogue = catalogue
        let published = accepted.published
        add(.hsCode, published.hsCode, label: accepted.commodity)
        add(.quantity, figures.decimal(published.quantity))
        add(.unit, published.unitCode, label: accepted.unit)
        add(
            .delivery,
            [published.delivery.firstDay, published.delivery.lastDay].map(figures.day).joined(separator: " – "))
        addPlace(published.place, ward: accepted.ward, figures)
        if published.hasMaximumUnitPrice { add(.maximumPrice, figures.money(published.maximumUnitPrice)) }
        if published.hasMaximumLeadTimeDays {
            add(.leadTime, "\(figures.count(Int(published.maximumLeadTimeDays))) \(catalogue[.days])")
        }
        add(.certifications, published.requiredCertifications.joined(separator: ", "))
        addShare(.minimumLvc, published.minimumLvcPercent, figures)
        addShare(.minimumOwnership, published.minimumVietnameseOwnershipPercent, figures)
        if published.hasMaximumDistanceMetres {
            add(.maximumDistance, "\(figures.count(Int(published.maximumDistanceMetres))) \(catalogue[.metres])")
        }
        add(.attributes, published.attributeBounds.map { Self.text($0, figures) }.joined(separator: "; "))
        let isPartial = !published.hasPartialSupplyAllowed || published.partialSupplyAllowed
        add(.partialSupply, catalogue[isPartial ? .yes : .no])
        add(.closingDay, figures.day(published.closingDay))
        if published.quotesSealed {
            add(.quotesSealedUntil, figures.day(CalendarDay(number: accepted.closingDay).description))
        }
        addSourcing(published.currentSourcing, figures)
        add(.product, published.product.id)
        if published.anonymous { add(.anonymousAs, accepted.publicID) }
    }

    private mutating func add(_ text: Text, _ value: String) {
        guard !value.isEmpty else { return }
        all.append(RequirementView.Fact(label: catalogue[text], value: value))
    }

    private mutating func add(_ text: Text, _ code: String, label: WireCodeLabel) {
        let words = catalogue.language == .vietnamese ? label.vietnamese : label.english
        add(text, words.isEmpty ? code : "\(code) – \(words)")
    }

    private mutating func addShare(_ text: Text, _ percent: String, _ figures: Figures) {
        guard !percent.isEmpty else { return }
        add(text, figures.decimal(percent) + "%")
    }

    private mutating func addPlace(_ place: WirePlace, ward: WireCodeLabel, _ figures: Figures) {
        let words = catalogue.language == .vietnamese ? ward.vietnamese : ward.english
        let point =
            place.hasLatitude && place.hasLongitude
            ? "\(figures.degrees(place.latitude)); \(figures.degrees(place.longitude))" : ""
        add(
            .place,
            [words.isEmpty ? place.wardCode : words, place.industrialPark, point].filter { !$0.isEmpty }
                .joined(separator: ", "))
    }

    private mutating func addSourcing(_ sourcing: WireSourcing, _ figures: Figures) {
        guard sourcing.kind != .unspecified else { return add(.currentSourcing, catalogue[.notStated]) }
        add(.currentSourcing, catalogue.wording("sourcing", "\(sourcing.kind)"))
        if sourcing.hasUnitPrice { add(.currentPrice, figures.money(sourcing.unitPrice)) }
    }

    private static func text(_ bound: WireAttributeBound, _ figures: Figures) -> String {
        var parts: [String] = []
        if !bound.minimum.isEmpty { parts.append("≥ \(figures.decimal(bound.minimum))") }
        if !bound.maximum.isEmpty { parts.append("≤ \(figures.decimal(bound.maximum))") }
        parts.append(contentsOf: bound.allowedValues)
        return "\(bound.name): \(parts.joined(separator: ", "))"
    }
}
