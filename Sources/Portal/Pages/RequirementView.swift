internal import Contracts
internal import History

/// What a requirement's page shows: what is asked, who could supply it, and how that came about.
struct RequirementView: PageView {
    let frame: Frame
    let t: Catalogue
    let key: String
    let heading: String
    let isWithdrawn: Bool
    let facts: [Fact]
    /// The current match set; nil where there is none yet.
    let current: MatchSetView?
    /// What is told of quotes where none of them is shown.
    let quoteFacts: [Fact]
    let quotes: [QuoteRow]
    let hasQuotes: Bool
    let listsQuotes: Bool
    let awards: [AwardRow]
    let hasAwards: Bool
    /// The form that amends it; nil for others than its buyer, and once it is withdrawn.
    let editHref: String?
    let earlier: [HistoryRow]
    let hasHistory: Bool

    /// A label and what is stated under it.
    struct Fact: Sendable {
        let label: String
        let value: String
    }

    /// An earlier match set, as a line.
    struct HistoryRow: Sendable {
        let time: String
        let status: String
        let qualifying: String
        let best: String
        let ratio: String
    }

    /// Nil where neither the requirement nor a match set of it is known.
    init?(_ reader: HistoryReader, _ frame: Frame, _ member: Principal, key: String) throws {
        let catalogue = frame.catalogue
        let figures = Figures(language: catalogue.language)
        let entry = try reader.subject(.requirements, key)
        var accepted = try entry.map { try $0.decoded(as: WireRequirementAccepted.self) }
        let isOwn = enterprise(of: key) == member.organisation
        let sets = try reader.matchSets(of: key, limit: PortalLimits.historyRows + 1)
            .compactMap { try member.sight(of: $0, of: entry) }
        guard entry != nil || !sets.isEmpty else { return nil }
        if !isOwn { accepted?.published.clearMaximumUnitPrice() }
        let description = accepted?.published.description_p ?? ""
        self.frame = frame
        t = catalogue
        self.key = key
        heading = description.isEmpty ? key : description
        isWithdrawn = entry?.isWithdrawn ?? false
        var facts: [Fact] = []
        if let entry, let accepted {
            facts = RequirementFacts(accepted, catalogue, figures).all
            let buyer = try reader.name(ofEnterprise: enterprise(of: key))
            facts.insert(Fact(label: catalogue[.buyer], value: buyer), at: 0)
            facts.append(Fact(label: catalogue[.version], value: figures.count(Int(clamping: entry.version))))
            facts.append(Fact(label: catalogue[.acceptedAt], value: figures.instant(entry.acceptedAt)))
        }
        self.facts = facts
        current = try sets.first.map {
            try MatchSetView($0, of: accepted, reader, catalogue, figures, isOwn: isOwn)
        }
        var ofRequirement = HistoryReader.SubjectFilter()
        ofRequirement.refersTo = key
        let summary = try member.reader(ofQuotesFor: key).flatMap { try QuoteSummary(reader, of: key, for: $0) }
        listsQuotes = isOwn && summary != nil && summary?.sealedUntil == nil
        quoteFacts = listsQuotes ? [] : summary.map { Self.facts(of: $0, catalogue, figures) } ?? []
        quotes =
            if listsQuotes, let accepted {
                try reader.subjects(.quotes, ofRequirement).map { try QuoteRow($0, for: accepted, reader, figures) }
            } else { [] }
        hasQuotes = !quotes.isEmpty || !quoteFacts.isEmpty
        awards = try reader.subjects(.awards, ofRequirement).map { try AwardRow($0, reader, catalogue, figures) }
        hasAwards = !awards.isEmpty
        editHref = isOwn && entry?.isWithdrawn == false ? "/publish/requirements?key=\(key)" : nil
        earlier = try sets.dropFirst().map { set in
            HistoryRow(
                time: figures.instant(set.asOf), status: catalogue.wording("status", "\(set.status)"),
                qualifying: figures.count(Int(set.qualifyingSuppliers)),
                best: try set.matches.first.map { try reader.name(ofEnterprise: enterprise(of: $0.capability)) }
                    ?? Figures.nothing,
                ratio: figures.percent(set.localization.hasRatio ? Int64(set.localization.ratio) : nil))
        }
        hasHistory = !earlier.isEmpty
    }

    /// Nothing where there is neither a quote nor a seal.
    private static func facts(of summary: QuoteSummary, _ t: Catalogue, _ figures: Figures) -> [Fact] {
        guard summary.quotes > 0 || summary.sealedUntil != nil else { return [] }
        var facts = [
            Fact(label: t[.quotes], value: figures.count(summary.quotes)),
            Fact(label: t[.quotingSuppliers], value: figures.count(summary.suppliers)),
        ]
        if let day = summary.sealedUntil {
            facts.append(Fact(label: t[.quotesSealedUntil], value: figures.day(day.description)))
        }
        for prices in summary.prices {
            let value = prices.mean.map { "\(figures.decimal($0)) \(prices.currencyCode) / \(summary.unitCode)" }
            facts.append(Fact(label: t[.quotedPrice], value: value ?? "\(prices.currencyCode): \(t[.fewSuppliers])"))
        }
        return facts
    }
}
