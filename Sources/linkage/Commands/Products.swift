import ArgumentParser
import Contracts
import History
import Localization

/// `linkage products [PRODUCT]`: what of a product originates, and which awards to give first.
struct Products: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what of a product originates today, with awards and with plans, and each agreement's limit.",
        discussion: """
            Own domestic value and the local content of the bill of materials originate; everything else up to FOB does not.
            FIRST AWARDS is the smallest set of the plans' awards that brings the product across the limit. The limits are
            the agreements' usual ones: a product may have a rule of its own.
            """)

    @Argument(help: "The product's key, <enterprise code>/<id>; all where it is missing.")
    var product: String?

    @Option(help: "Only products of this firm.")
    var owner: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            let cache = try data.openCache()
            let reports = try cache.read { [product, owner] reader in
                guard let product else { return try reader.products(owner: owner) }
                return try reader.product(product).map { [$0] } ?? []
            }
            if let product, reports.isEmpty {
                throw Failure("\(product) is not published, or was refused (see `linkage dead-letters`)")
            }
            guard !reports.isEmpty || output.format != .table else {
                return standardError("no product is published yet: `linkage publish products FILE`")
            }
            print(try agreements(of: reports).formatted(output.format), terminator: "")
            if output.format == .table { reports.forEach(tell) }
        }
    }

    /// A row for each product and agreement.
    private func agreements(of reports: [ProductReport]) -> Listing {
        var listing = Listing(columns: [
            .init(name: "product", heading: "PRODUCT"), .init(name: "agreement", heading: "AGREEMENT"),
            .init(name: "method", heading: "METHOD"), .init(name: "limit", heading: "LIMIT", isNumber: true),
            .init(name: "today", heading: "TODAY", isNumber: true),
            .init(name: "realised", heading: "WITH AWARDS", isNumber: true),
            .init(name: "potential", heading: "WITH PLANS", isNumber: true),
            .init(name: "qualifiesWithAwards", heading: "QUALIFIES WITH AWARDS"),
            .init(name: "qualifiesWithPlans", heading: "QUALIFIES WITH PLANS"),
            .init(name: "firstAwards", heading: "FIRST AWARDS"),
        ])
        for report in reports {
            for agreement in report.agreements {
                listing.rows.append([
                    .text(report.key), .text(agreement.threshold.agreement),
                    .text(agreement.threshold.method.rawValue),
                    .text((agreement.threshold.isMaximum ? "≤ " : "≥ ") + agreement.threshold.percent.description),
                    ratio(agreement.today), ratio(agreement.realised), ratio(agreement.potential),
                    passes(agreement.realised), passes(agreement.potential),
                    .text(firstAwards(agreement.firstAwards)),
                ])
            }
        }
        return listing
    }

    private func ratio(_ standing: ProductReport.Standing) -> Listing.Cell {
        switch (standing, output.format) {
        case (.success(let (ratio, _)), .table): .text(Numbers.percent(ratio))
        case (.success(let (ratio, _)), _): .number(ratio.millionths)
        case (.failure(let refusal), _): .text(refusal.code)
        }
    }

    private func passes(_ standing: ProductReport.Standing) -> Listing.Cell {
        switch standing {
        case .success(let (_, passes)): .text(passes ? "yes" : "no")
        case .failure: .text("–")
        }
    }

    private func firstAwards(_ first: FirstAwards?) -> String {
        guard let first else { return "out of reach of the plans" }
        return first.awards.isEmpty
            ? "none needed" : first.awards.map { "\($0.requirement) to \($0.capability)" }.joined(separator: ", ")
    }

    private func tell(_ report: ProductReport) {
        for line in report.lines {
            if let why = line.leftOut {
                standardError("\(report.key): \(line.requirement) is not counted: \(why.rawValue)")
            }
        }
        guard case .success(let value) = report.today else { return }
        if value.exceedsFOB {
            standardError("\(report.key): own value and purchases exceed the FOB price by more than 0.5 %")
        } else if value.unexplained > 0, let rest = Int64(exactly: value.unexplained) {
            standardError(
                """
                \(report.key): \(Numbers.decimal(rest)) \(report.currency) of FOB is in no line: \
                it counts as of unknown origin
                """)
        }
    }
}
