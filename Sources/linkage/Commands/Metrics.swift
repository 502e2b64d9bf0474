import ArgumentParser
import Contracts
import History
import Localization

/// `linkage metrics`: the three numbers, as bought today, as planned, as far as feasible together, and as awarded.
struct Metrics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows in-country share, domestically owned share and value-added ratio.",
        discussion: """
            Each of the three numbers is shown as bought today (demand), as the plans propose for what is open (potential), as
            far as the plans are feasible together (jointlyFeasible) and as awarded (realised). Coverage is the share of value
            whose cost statement an official has accepted. Amounts have the rate of the day of their event. Percentages are
            rounded down.
            """)

    @Option(help: "heading, chapter, firm, supplier, industry, ward, park or month.")
    var by: MetricGrouping?

    @Option(help: "The currency of the amounts.")
    var currency = "VND"

    @Option(help: "As it stood at the end of this day, YYYY-MM-DD; now where it is missing.")
    var asOf: CalendarDay?

    @Flag(help: "As a table to publish: figures over fewer than three firms, and the next smallest, are suppressed.")
    var published = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            guard let currency = try? Currency(code: currency) else {
                throw Failure("\(currency) is not a currency of ISO 4217")
            }
            let groups = try data.openCache().read { [by, asOf, published] reader in
                published
                    ? try reader.publishedMetrics(by: by, in: currency, asOf: asOf)
                    : try reader.metrics(by: by, in: currency, asOf: asOf).map { PublishedMetrics(showing: $0) }
            }
            guard
                groups.contains(where: { $0.metrics.requirements > 0 || $0.metrics.realised.totalAmount > 0 })
                    || output.format != .table
            else {
                return standardError(
                    asOf.map { "nothing counted at the end of \($0): `linkage metrics` tells what counts now" }
                        ?? "there is nothing to count yet: `linkage publish requirements FILE`")
            }
            print(try listing(groups, currency).formatted(output.format), terminator: "")
            if output.format == .table { tellWhatIsLeftOut(groups.map(\.metrics)) }
        }
    }

    private func listing(_ groups: [PublishedMetrics], _ currency: Currency) -> Listing {
        var listing = Listing(columns: [
            .init(name: "group", heading: by?.rawValue.uppercased() ?? "ALL"),
            .init(name: "requirements", heading: "REQUIREMENTS", isNumber: true),
            .init(name: "stage", heading: "STAGE"),
            .init(name: "amount", heading: "AMOUNT \(currency.code)", isNumber: true),
            .init(name: "inCountryShare", heading: "IN COUNTRY", isNumber: true),
            .init(name: "domesticallyOwnedShare", heading: "DOMESTICALLY OWNED", isNumber: true),
            .init(name: "valueAddedRatio", heading: "VALUE ADDED", isNumber: true),
            .init(name: "coverage", heading: "COVERAGE", isNumber: true),
        ])
        for group in groups {
            for stage in LocalizationStage.allCases {
                let head: [Listing.Cell] = [
                    .text(group.metrics.group), group.requirements.map { .number(Int64($0)) } ?? .nothing,
                    .text(stage.rawValue),
                ]
                listing.rows.append(head + cells(group.shares(of: stage), currency))
            }
        }
        return listing
    }

    /// The figures of a stage; of a suppressed one, that it is.
    private func cells(_ shares: LocalizationShares?, _ currency: Currency) -> [Listing.Cell] {
        guard let shares else { return [.text("suppressed"), .nothing, .nothing, .nothing, .nothing] }
        return [
            output.amount(shares.totalAmount, currency), share(shares.inCountry), share(shares.domesticallyOwned),
            share(shares.valueAdded), share(shares.coverage),
        ]
    }

    private func share(_ ratio: Ratio?) -> Listing.Cell {
        if output.format == .table { return .text(Numbers.percent(ratio)) }
        return ratio.map { .number($0.millionths) } ?? .nothing
    }

    private func tellWhatIsLeftOut(_ groups: [LocalizationMetrics]) {
        func tell(_ count: Int, _ what: String) { if count > 0 { standardError("left out: \(count) \(what)") } }
        tell(groups.reduce(0) { $0 + $1.withoutPrice }, "requirements or plans without a price to value them at")
        tell(
            groups.reduce(0) { $0 + $1.withoutRate }, "amounts in a currency without a rate on their day: publish rates"
        )
        tell(groups.reduce(0) { $0 + $1.outOfRange }, "amounts that do not fit")
    }
}
