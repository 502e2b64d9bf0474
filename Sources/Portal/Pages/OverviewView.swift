internal import Contracts
internal import History
internal import Localization

/// What the overview shows.
struct OverviewView: PageView {
    let frame: Frame
    let t: Catalogue
    /// Whether nothing was ever accepted.
    let isEmpty: Bool
    let counts: [CountRow]
    /// How many records were refused; nil where none was.
    let refusedCount: String?
    let numbers: ThreeNumbersView
    let rows: [MatchRow]
    let hasRows: Bool
    /// The command that imports the lists that are missing; nil where none is.
    let importCommand: String?
    /// Where the API is, as the reader reached this page.
    let apiAddress: String

    /// How many there are of something.
    struct CountRow: Sendable {
        let label: String
        let number: String
    }

    /// Whether matches and numbers are shown: to officials, not to operators.
    let showsMarket: Bool

    init(_ reader: HistoryReader, _ frame: Frame, _ role: Role, missingLists: [ReferenceList]) throws {
        let catalogue = frame.catalogue
        let figures = Figures(language: catalogue.language)
        let counts = try reader.counts()
        self.frame = frame
        apiAddress = frame.address + PortalLimits.apiPath
        t = catalogue
        isEmpty = counts.subjects.isEmpty
        self.counts = Self.rows(counts, catalogue, figures)
        showsMarket = role == .official
        refusedCount = counts.deadLetters == 0 || showsMarket ? nil : figures.count(counts.deadLetters)
        numbers = try ThreeNumbersView(reader, catalogue, figures)
        rows = try reader.currentMatchSets(.newest, limit: PortalLimits.overviewMatchSets).map {
            try MatchRow($0, reader, catalogue, figures, isSealed: true)
        }
        hasRows = !rows.isEmpty
        importCommand = missingLists.isEmpty ? nil : Self.importCommand(missingLists)
    }

    private static func importCommand(_ lists: [ReferenceList]) -> String {
        lists.reduce("linkage reference import") { command, list in
            switch list {
            case .commodities: command + " --hs FILE"
            case .units: command + " --units FILE"
            case .wards: command + " --wards FILE"
            }
        }
    }

    private static func rows(
        _ counts: HistoryReader.Counts, _ catalogue: Catalogue, _ figures: Figures
    ) -> [CountRow] {
        let numbers: [(Text, Int)] =
            [
                (.requirements, counts.subjects[.requirements] ?? 0), (.openRequirements, counts.openRequirements),
                (.matchedRequirements, counts.matchedRequirements),
                (.capabilities, counts.subjects[.capabilities] ?? 0), (.profiles, counts.subjects[.profiles] ?? 0),
                (.products, counts.subjects[.products] ?? 0), (.quotes, counts.subjects[.quotes] ?? 0),
                (.awards, counts.subjects[.awards] ?? 0), (.subscriptions, counts.subjects[.subscriptions] ?? 0),
                (.verifications, counts.subjects[.verifications] ?? 0), (.rates, counts.subjects[.rates] ?? 0),
                (.matchSetsInHistory, counts.matchSets), (.opportunities, counts.opportunities),
                (.pending, counts.pending),
            ]
        return numbers.map { CountRow(label: catalogue[$0], number: figures.count($1)) }
    }
}
