import ArgumentParser
import Contracts
import History
import Localization

/// `linkage metrics`: the three numbers, as bought today, as planned and as awarded.
struct Metrics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows in-country share, domestically owned share and value-added ratio.",
        discussion: """
            Each of the three numbers is shown as bought today (demand), as the plans propose for what is open (potential)
            and as awarded (realised). Plans do not reserve: what several requirements claim counts for each. Percentages
            are rounded down.
            """)

    @Option(help: "heading, firm, ward or month.")
    var by: MetricGrouping?

    @Option(help: "The currency of the amounts.")
    var currency = "VND"

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            guard let currency = try? Currency(code: currency) else {
                throw Failure("\(currency) is not a currency of ISO 4217")
            }
            let groups = try data.openCache().read { [by] in try $0.metrics(by: by, in: currency) }
            print(try listing(groups, currency).formatted(output.format), terminator: "")
            if output.format == .table { tellWhatIsLeftOut(groups) }
        }
    }

    private func listing(_ groups: [LocalizationMetrics], _ currency: Currency) -> Listing {
        var listing = Listing(columns: [
            .init(name: "group", heading: by?.rawValue.uppercased() ?? "ALL"),
            .init(name: "requirements", heading: "REQUIREMENTS", isNumber: true),
            .init(name: "stage", heading: "STAGE"),
            .init(name: "amount", heading: "AMOUNT \(currency.code)", isNumber: true),
            .init(name: "inCountryShare", heading: "IN COUNTRY", isNumber: true),
            .init(name: "domesticallyOwnedShare", heading: "DOMESTICALLY OWNED", isNumber: true),
            .init(name: "valueAddedRatio", heading: "VALUE ADDED", isNumber: true),
        ])
        for group in groups {
            let stages = [("demand", group.demand), ("potential", group.potential), ("realised", group.realised)]
            for (stage, shares) in stages {
                listing.rows.append([
                    .text(group.group), .number(Int64(group.requirements)), .text(stage),
                    amount(shares.totalAmount, currency), share(shares.inCountry), share(shares.domesticallyOwned),
                    share(shares.valueAdded),
                ])
            }
        }
        return listing
    }

    private func amount(_ minorUnits: Int128, _ currency: Currency) -> Listing.Cell {
        if output.format == .table { return .text(Numbers.grouped(minorUnits / Int128(currency.minorUnitsPerMajor))) }
        return .text(
            Int64(exactly: minorUnits).map { Amount(minorUnits: $0, currency: currency).majorText } ?? "\(minorUnits)")
    }

    private func share(_ ratio: Ratio?) -> Listing.Cell {
        if output.format == .table { return .text(Numbers.percent(ratio)) }
        return ratio.map { .number($0.millionths) } ?? .nothing
    }

    private func tellWhatIsLeftOut(_ groups: [LocalizationMetrics]) {
        func tell(_ count: Int, _ what: String) { if count > 0 { standardError("left out: \(count) \(what)") } }
        tell(groups.reduce(0) { $0 + $1.withoutPrice }, "requirements without a price to value them at")
        tell(groups.reduce(0) { $0 + $1.withoutRate }, "amounts in a currency without a rate: publish rates")
        tell(groups.reduce(0) { $0 + $1.outOfRange }, "amounts that do not fit")
    }
}
