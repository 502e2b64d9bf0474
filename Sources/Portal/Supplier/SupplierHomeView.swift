internal import Contracts
internal import History
internal import Localization

/// What a supplier sees first: what it offers and how that stands, its opportunities and awards, and what to do next.
struct SupplierHomeView: PageView {
    let frame: Frame
    let t: Catalogue
    let name: String
    let profileStanding: String
    let lacksProfile: Bool
    let capabilities: [CapabilityRow]
    let hasCapabilities: Bool
    let lacksSubscription: Bool
    let warnings: [String]
    let hasWarnings: Bool
    let awards: [AwardRow]
    let hasAwards: Bool
    let refusedCount: String?

    init(_ reader: HistoryReader, _ frame: Frame, _ member: Principal, today: CalendarDay) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        name = try reader.name(ofEnterprise: member.organisation)
        let standing = try reader.profileStanding(of: member.organisation)
        profileStanding = t.wording("standing", standing.rawValue)
        lacksProfile = standing == .unstated
        var own = HistoryReader.SubjectFilter()
        own.owner = member.organisation
        let published = try reader.subjects(.capabilities, own)
        capabilities = try published.map { try CapabilityRow($0, reader, t, figures) }
        hasCapabilities = !capabilities.isEmpty
        lacksSubscription = try reader.subjects(.subscriptions, own).isEmpty
        warnings = try published.flatMap { entry in
            try entry.decoded(as: WireCapabilityAccepted.self).certifications.compactMap { certificate -> String? in
                let left = certificate.expiresOn - today.number
                guard left <= PortalLimits.certificateWarningDays else { return nil }
                let day = figures.day("\(CalendarDay(number: certificate.expiresOn))")
                return "\(certificate.scheme) \(certificate.number) (\(entry.key)): "
                    + (left < 0 ? "\(t[.certificateEnded]) \(day)" : "\(t[.certificateEnds]) \(day)")
            }
        }
        hasWarnings = !warnings.isEmpty
        var toMe = HistoryReader.SubjectFilter()
        toMe.counterpart = member.organisation
        awards = try reader.subjects(.awards, toMe).map { try AwardRow($0, reader, t, figures) }
        hasAwards = !awards.isEmpty
        let refused = try reader.deadLetterCount(owner: member.organisation)
        refusedCount = refused == 0 ? nil : figures.count(refused)
    }
}

/// A capability, as a line.
struct CapabilityRow: Sendable {
    let key, words, hsCode, capacity, price, lvc, statement, certificates: String

    init(_ entry: SubjectEntry, _ reader: HistoryReader, _ t: Catalogue, _ figures: Figures) throws {
        let accepted = try entry.decoded(as: WireCapabilityAccepted.self)
        let published = accepted.published
        key = entry.key
        words = published.description_p.isEmpty ? entry.key : published.description_p
        hsCode = published.hsCode
        capacity = "\(figures.decimal(published.capacityPerMonth)) \(published.unitCode)"
        price = published.unitPriceTiers.first.map { figures.money($0.unitPrice) } ?? Figures.nothing
        lvc = figures.percent(accepted.hasLocalContent ? accepted.localContent.ratio?.millionths : nil)
        statement = t.wording("standing", try reader.statementStanding(of: entry.key).rawValue)
        certificates = try published.certifications.map { certificate in
            let standing = try reader.certificateStanding(
                of: entry.key, scheme: certificate.scheme, number: certificate.number)
            return "\(certificate.scheme): \(t.wording("standing", standing.rawValue))"
        }.joined(separator: "; ")
    }
}
