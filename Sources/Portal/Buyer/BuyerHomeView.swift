internal import Contracts
internal import History

/// What a buyer sees first: its requirements with who could supply them, and what to do next.
struct BuyerHomeView: PageView {
    let frame: Frame
    let t: Catalogue
    let name: String
    /// Whether its profile lacks.
    let lacksProfile: Bool
    let rows: [MatchRow]
    let hasRows: Bool
    let awards: [AwardRow]
    let hasAwards: Bool
    /// How many of its records were refused; nil where none was.
    let refusedCount: String?

    init(_ reader: HistoryReader, _ frame: Frame, _ member: Principal) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        name = try reader.name(ofEnterprise: member.organisation)
        lacksProfile = try reader.profileStanding(of: member.organisation) == .unstated
        var filter = HistoryReader.SubjectFilter()
        filter.owner = member.organisation
        var waiting = filter
        waiting.isUnmatched = true
        rows =
            try reader.subjects(.requirements, waiting).map { try MatchRow(waiting: $0, reader, t, figures) }
            + reader.currentMatchSets(.key(after: nil), owner: member.organisation).map {
                try MatchRow($0, reader, t, figures, isSealed: false)
            }
        hasRows = !rows.isEmpty
        awards = try reader.subjects(.awards, filter).map { try AwardRow($0, reader, t, figures) }
        hasAwards = !awards.isEmpty
        let refused = try reader.deadLetterCount(owner: member.organisation)
        refusedCount = refused == 0 ? nil : figures.count(refused)
    }
}

/// An award, as a line.
struct AwardRow: Sendable {
    let key, requirement, supplier, quantity, price, status, reason, time: String

    init(_ entry: SubjectEntry, _ reader: HistoryReader, _ t: Catalogue, _ figures: Figures) throws {
        let award = try entry.decoded(as: WireAwardAccepted.self).published
        key = entry.key
        requirement = award.requirement
        supplier = try reader.name(ofEnterprise: enterprise(of: award.capability))
        quantity = figures.decimal(award.quantity)
        price = figures.money(award.unitPrice)
        status = t.wording("award", award.status == .unspecified ? "awarded" : "\(award.status)")
        reason = award.reason
        time = figures.instant(entry.acceptedAt)
    }
}
