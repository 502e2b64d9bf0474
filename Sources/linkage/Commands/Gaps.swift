import ArgumentParser
import Contracts
import History
import Localization

/// `linkage gaps`: what keeps demand from being met, and what one change would unlock.
struct Gaps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the unmet demand of each heading, and what one change would unlock.",
        discussion: """
            Each change is made by every supplier whom nothing else keeps out, and the plans are made anew: AMOUNT is what
            they would then cover. Changes overlap, so their amounts are never added. Quantities are valued at what is paid
            today, else at the maximum, else at the plan's average. The matcher tells the gaps of a heading at most once a
            minute, after something changed.
            """)

    @Option(help: "Only headings whose code begins so: 8534, or 85.")
    var heading = ""

    @Flag(help: "As a table to publish: figures over fewer than three firms are suppressed.")
    var published = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            let reports = try data.openCache().read { [heading, published] reader in
                let reports = try reader.gaps(ofHeadings: heading)
                return published ? reports.map(\.published) : reports
            }
            guard !reports.isEmpty || output.format != .table else {
                return standardError(
                    """
                    no gaps are known\(heading.isEmpty ? "" : " of \(heading)") yet: they are told a minute after \
                    requirements were published (`linkage publish requirements FILE`)
                    """)
            }
            print(try listing(reports).formatted(output.format), terminator: "")
            if output.format == .table { reports.forEach(tellWhatIsLeftOut) }
        }
    }

    /// A row for the demand of each heading, one for what is unmet of it, and one for each change.
    private func listing(_ reports: [WireGapReport]) -> Listing {
        var listing = Listing(columns: [
            .init(name: "heading", heading: "HEADING"), .init(name: "part", heading: "PART"),
            .init(name: "reason", heading: "LACKING"), .init(name: "change", heading: "CHANGE"),
            .init(name: "suppliers", heading: "SUPPLIERS", isNumber: true),
            .init(name: "requirements", heading: "REQUIREMENTS", isNumber: true),
            .init(name: "firms", heading: "FIRMS", isNumber: true),
            .init(name: "amount", heading: "AMOUNT", isNumber: true), .init(name: "currency", heading: ""),
            .init(name: "asOf", heading: "AS OF"),
        ])
        for report in reports {
            func row(_ part: String, _ unlock: WireUnlock?, _ figures: WireDemandPart?) -> [Listing.Cell] {
                [
                    .text(report.heading), .text(part), Listing.Cell(unlock?.reason), Listing.Cell(unlock?.change),
                    figures.flatMap { _ in unlock.map { .number(Int64($0.suppliers)) } } ?? .nothing,
                ] + cells(figures, report.currencyCode) + [.text(Numbers.instant(report.asOf))]
            }
            listing.rows.append(row("demand", nil, report.hasDemand ? report.demand : nil))
            listing.rows.append(row("unmet", nil, report.hasUnmet ? report.unmet : nil))
            for unlock in report.unlocks {
                listing.rows.append(row("unlocked", unlock, unlock.hasPart ? unlock.part : nil))
            }
        }
        return listing
    }

    /// The figures of a part; of a suppressed one, that it is.
    private func cells(_ figures: WireDemandPart?, _ currency: String) -> [Listing.Cell] {
        guard let figures else { return [.nothing, .nothing, .text("suppressed"), .nothing] }
        return [
            .number(Int64(figures.requirements)), .number(Int64(figures.firms)),
            (try? Currency(code: currency)).map { output.amount(Int128(figures.amount), $0) }
                ?? .text("\(figures.amount)"), .text(currency),
        ]
    }

    private func tellWhatIsLeftOut(_ report: WireGapReport) {
        guard report.unmet.unvalued > 0 else { return }
        standardError(
            """
            \(report.heading): \(report.unmet.unvalued) of the unmet requirements are not in the amounts: they have no \
            price to value them at, or no rate
            """)
    }
}

extension WireUnlock {
    /// What every supplier would have to change, as text; by how much at most, where there is a measure.
    fileprivate var change: String? {
        let names = subjects.joined(separator: ", ")
        if let measured = ChangeText.measured(reason, most, unit: " \(names)") {
            return most > 0 ? "up to \(measured)" : nil
        }
        return switch reason {
        case "price": "the buyer's maximum price"
        case "certification": names
        case "attribute": "\(names) within bounds"
        case "validity": "an offer that stands to the end of the window"
        default: reason
        }
    }
}
