internal import Contracts
internal import History

/// The current match set of a requirement, as a line of the overview, or that there is none yet.
struct MatchRow: Sendable {
    let key: String
    let description: String
    /// The buyer's name, or the public id that stands for it.
    let buyer: String
    let qualifying: String
    let best: String
    let score: String
    let ratio: String
    /// Why there is no ratio; nil where there is one.
    let ratioAbsence: String?
    let status: String
    let time: String

    /// - parameter isSealed: Without the score, from which a maximum price follows.
    init(
        _ set: CurrentMatchSet, _ reader: HistoryReader, _ catalogue: Catalogue, _ figures: Figures,
        isSealed: Bool
    ) throws {
        let requirement = try reader.requirement(set.requirement)
        let description = requirement?.published.description_p ?? ""
        key = set.requirement
        self.description = description.isEmpty ? set.requirement : description
        buyer =
            if let requirement, requirement.published.anonymous { requirement.publicID } else {
                try reader.name(ofEnterprise: enterprise(of: set.requirement))
            }
        qualifying = figures.count(set.qualifyingSuppliers)
        best = try set.best.map { try reader.name(ofEnterprise: enterprise(of: $0.capability)) } ?? Figures.nothing
        score = isSealed ? Figures.nothing : set.best.map { figures.count($0.score) } ?? Figures.nothing
        ratio = figures.percent((isSealed ? try reader.sealedRatio(of: set) : set.ratio).map(Int64.init))
        ratioAbsence =
            set.ratio == nil && !set.absentReason.isEmpty ? catalogue.wording("absent", set.absentReason) : nil
        status = catalogue.wording("status", "\(set.status)")
        time = figures.instant(set.asOf)
    }

    /// A requirement that was accepted and is not matched yet.
    init(waiting entry: SubjectEntry, _ reader: HistoryReader, _ catalogue: Catalogue, _ figures: Figures) throws {
        let published = try entry.decoded(as: WireRequirementAccepted.self).published
        key = entry.key
        description = published.description_p.isEmpty ? entry.key : published.description_p
        buyer = try reader.name(ofEnterprise: enterprise(of: entry.key))
        (qualifying, best, score, ratio) = (Figures.nothing, Figures.nothing, Figures.nothing, Figures.nothing)
        ratioAbsence = nil
        status = catalogue[.notMatched]
        time = figures.instant(entry.acceptedAt)
    }
}
