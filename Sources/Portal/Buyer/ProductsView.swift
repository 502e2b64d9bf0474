internal import Contracts
internal import History
internal import Localization

/// Products: what of each originates today, with awards and with plans, and whether that is enough for each agreement.
struct ProductsView: PageView {
    let frame: Frame
    let t: Catalogue
    let products: [Product]
    let hasProducts: Bool

    struct Product: Sendable {
        let key, name, fob, today, realised, potential: String
        let agreements: [Agreement]
        let hasAgreements: Bool
        /// What its numbers are made of.
        let lines: [Line]
        let hasLines: Bool
    }

    /// A requirement of a product: for one unit of it, what is bought and how much of that originates.
    struct Line: Sendable {
        let requirement, quantity, today, realised, potential, leftOut: String
    }

    struct Agreement: Sendable {
        let name, limit, today, realised, potential, firstAwards: String
    }

    /// - parameter owner: Only of this firm.
    init(_ reader: HistoryReader, _ frame: Frame, owner: String?) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        products = try reader.products(owner: owner).map { report in
            let isSealed = try owner == nil && reader.tellsMaximum(report)
            func ratio(_ outcome: ProductReport.Outcome) -> String {
                isSealed ? t[.sealed] : Self.ratio(outcome, figures)
            }
            let agreements = isSealed ? [] : report.agreements
            let lines = isSealed ? [] : report.lines
            return Product(
                key: report.key, name: report.product.name.isEmpty ? report.key : report.product.name,
                fob: report.product.hasFob ? figures.money(report.product.fob) : Figures.nothing,
                today: ratio(report.today), realised: ratio(report.realised), potential: ratio(report.potential),
                agreements: agreements.map { Agreement($0, t, figures) }, hasAgreements: !agreements.isEmpty,
                lines: lines.map { Line($0, t, figures) }, hasLines: !lines.isEmpty)
        }
        hasProducts = !products.isEmpty
    }

    private static func ratio(_ outcome: ProductReport.Outcome, _ figures: Figures) -> String {
        figures.percent((try? outcome.get()).flatMap { try? $0.ratio(of: .lvcDirect) }?.millionths)
    }
}

extension ProductsView.Line {
    fileprivate init(_ line: ProductReport.Line, _ t: Catalogue, _ figures: Figures) {
        func text(_ purchase: ProductValue.Purchase) -> String {
            line.leftOut == nil
                ? "\(figures.decimal(purchase.originating)) / \(figures.decimal(purchase.value))" : Figures.nothing
        }
        requirement = line.requirement
        quantity = figures.decimal(line.quantityPerUnit.count)
        today = text(line.today)
        realised = text(line.realised)
        potential = text(line.potential)
        leftOut = line.leftOut.map { t.wording("line", $0.rawValue) } ?? ""
    }
}

extension ProductsView.Agreement {
    fileprivate init(_ agreement: ProductReport.Agreement, _ t: Catalogue, _ figures: Figures) {
        func text(_ standing: ProductReport.Standing) -> String {
            guard case .success(let (ratio, passes)) = standing else { return Figures.nothing }
            return "\(figures.percent(ratio.millionths)) \(passes ? "✓" : "✗") \(t[passes ? .holds : .fails])"
        }
        name = agreement.threshold.agreement
        limit = "\(agreement.threshold.isMaximum ? "≤" : "≥") \(agreement.threshold.percent)%"
        today = text(agreement.today)
        realised = text(agreement.realised)
        potential = text(agreement.potential)
        firstAwards =
            agreement.firstAwards.map { first in
                first.awards.isEmpty
                    ? Figures.nothing
                    : first.awards.map { "\($0.requirement) → \($0.capability)" }.joined(separator: "; ")
            } ?? t[.notReachable]
    }
}
