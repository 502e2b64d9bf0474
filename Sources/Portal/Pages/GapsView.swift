internal import Contracts
internal import History
internal import SwiftProtobuf

/// What keeps the demand of each heading from being met, most unmet first, and what one change would unlock.
struct GapsView: PageView {
    let frame: Frame
    let t: Catalogue
    let headings: [Heading]
    let hasHeadings: Bool

    /// A heading of which something is unmet.
    struct Heading: Sendable {
        let code: String
        let words: String
        let demand: String
        let unmet: String
        let requirements: String
        let firms: String
        /// How many requirements could not be valued; nil where all were.
        let unvalued: String?
        let time: String
        let unlocks: [Unlock]
        let hasUnlocks: Bool
    }

    /// What one change would cover.
    struct Unlock: Sendable {
        let lacking: String
        let change: String
        let suppliers: String
        let requirements: String
        let money: String
    }

    init(_ reader: HistoryReader, _ frame: Frame, _ reference: ReferenceLists, isPublished: Bool) throws {
        let catalogue = frame.catalogue
        let figures = Figures(language: catalogue.language)
        self.frame = frame
        t = catalogue
        headings = try reader.gaps(limit: PortalLimits.gapHeadings).filter { $0.unmet.requirements > 0 }.map {
            Heading(isPublished ? $0.published : $0, reference, catalogue, figures)
        }
        hasHeadings = !headings.isEmpty
    }
}

extension GapsView.Heading {
    fileprivate init(
        _ report: WireGapReport, _ reference: ReferenceLists, _ catalogue: Catalogue, _ figures: Figures
    ) {
        code = report.heading
        words =
            if case .known(let commodity) = reference.commodity(report.heading) {
                catalogue.language == .vietnamese ? commodity.vietnamese : commodity.english
            } else {
                ""
            }
        func shown(_ isShown: Bool, _ text: String) -> String { isShown ? text : catalogue[.suppressed] }
        demand = shown(report.hasDemand, figures.amount(report.demand.amount, report.currencyCode))
        unmet = shown(report.hasUnmet, figures.amount(report.unmet.amount, report.currencyCode))
        requirements = shown(report.hasUnmet, figures.count(Int(report.unmet.requirements)))
        firms = shown(report.hasUnmet, figures.count(Int(report.unmet.firms)))
        unvalued = report.unmet.unvalued > 0 ? figures.count(Int(report.unmet.unvalued)) : nil
        time = figures.instant(report.asOf)
        unlocks = report.unlocks.map { unlock in
            GapsView.Unlock(
                lacking: catalogue.wording("reason", unlock.reason),
                change: ChangeWording(unlock, catalogue, figures).text,
                suppliers: shown(unlock.hasPart, figures.count(Int(unlock.suppliers))),
                requirements: shown(unlock.hasPart, figures.count(Int(unlock.part.requirements))),
                money: shown(unlock.hasPart, figures.amount(unlock.part.amount, report.currencyCode)))
        }
        hasUnlocks = !unlocks.isEmpty
    }
}

extension ChangeWording {
    /// What every supplier would have to change: up to so much, where there is a measure.
    fileprivate init(_ unlock: WireUnlock, _ catalogue: Catalogue, _ figures: Figures) {
        // By how much a price is too high would tell a maximum.
        guard unlock.reason != "price" else {
            text = catalogue[.changeToMaximum]
            return
        }
        let one = WireNearMiss.with {
            $0.reason = unlock.reason
            $0.subjects = unlock.subjects
            $0.change = unlock.most
        }
        // What a quantity is counted in is what it is told apart by.
        let unit = unlock.subjects.joined(separator: ", ")
        text =
            (unlock.most > 0 ? "\(catalogue[.upTo]) " : "")
            + ChangeWording(one, currency: "", unit: unit, catalogue, figures).text
    }
}
