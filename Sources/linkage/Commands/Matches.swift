import ArgumentParser
import Contracts
import History
import SwiftProtobuf

/// `linkage matches [REQUIREMENT]`: who could supply what.
struct Matches: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the current match sets, or shows one requirement's: ranking, plan, ratio, near misses.")

    @Argument(help: "The requirement's key, <enterprise code>/<id>; all where it is missing.")
    var requirement: String?

    @Flag(help: "With a requirement: its match sets over time.")
    var history = false

    @Option(help: "Only requirements that rank this supplier.")
    var supplier: String?

    @Option(help: "Only requirements of this buyer.")
    var owner: String?

    @Option(help: "At most so many rows; 0 for all.")
    var limit = 50

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            let cache = try data.openCache()
            if let requirement {
                try show(requirement, cache)
            } else {
                try list(cache)
            }
        }
    }

    // MARK: - All requirements

    private func list(_ cache: HistoryCache) throws {
        let rows = limit == 0 ? Int.max : limit
        let sets = try cache.read { [owner, supplier] in
            try $0.currentMatchSets(.newest, owner: owner, supplier: supplier, limit: rows)
        }
        guard !sets.isEmpty || output.format != .table else {
            return standardError(
                "no requirement has been matched yet: publish some with `linkage publish requirements FILE`")
        }
        var listing = Listing(columns: [
            .init(name: "requirement", heading: "REQUIREMENT"), .init(name: "status", heading: "STATUS"),
            .init(name: "qualifyingSuppliers", heading: "QUALIFY", isNumber: true),
            .init(name: "candidates", heading: "EXAMINED", isNumber: true),
            .init(name: "bestCapability", heading: "BEST"), .init(name: "bestScore", heading: "SCORE", isNumber: true),
            .init(name: "ratio", heading: "LOCAL VALUE", isNumber: true), .init(name: "asOf", heading: "AS OF"),
        ])
        listing.rows = sets.map { set in
            [
                .text(set.requirement), .text("\(set.status)"), .number(Int64(set.qualifyingSuppliers)),
                .number(Int64(set.candidates)), Listing.Cell(set.best?.capability),
                set.best.map { .number(Int64($0.score)) } ?? .nothing, ratio(set), .text(Numbers.instant(set.asOf)),
            ]
        }
        print(try listing.formatted(output.format), terminator: "")
    }

    private func ratio(_ set: CurrentMatchSet) -> Listing.Cell {
        switch (set.ratio, output.format) {
        case (let ratio?, .table): .text(Numbers.percent(Int64(ratio)))
        case (let ratio?, _): .number(Int64(ratio))
        case (nil, .table): .text(set.absentReason)
        case (nil, _): .nothing
        }
    }

    // MARK: - One requirement

    private func show(_ requirement: String, _ cache: HistoryCache) throws {
        let sets = try cache.read { try $0.matchSets(of: requirement, limit: history ? HistoryLimits.pageRows : 1) }
        guard !sets.isEmpty else {
            throw Failure(
                "\(requirement) has no match set: it was not published, or was refused (see `linkage dead-letters`)")
        }
        let (standings, unit) = try cache.read {
            (try $0.standings(of: sets), try $0.requirement(requirement)?.unitCode ?? "unit")
        }
        switch output.format {
        case .table:
            print(
                sets.map { MatchSetText($0, unit: unit, standings: standings).description }.joined(separator: "\n"),
                terminator: "")
        case .json: print("[\(try sets.map { try $0.jsonString() }.joined(separator: ",\n"))]")
        case .csv: print(try ranking(sets, unit, standings).formatted(.csv), terminator: "")
        }
    }

    private func ranking(_ sets: [WireMatchSet], _ unit: String, _ standings: MatchStandings) -> Listing {
        var listing = Listing(
            columns: [
                "asOf", "rank", "capability", "score", "priceTerm", "coverageTerm", "localizationTerm", "unitPrice",
                "currency", "available", "unit", "lvc", "statement", "profile", "unverifiedCertifications",
            ].map { .init(name: $0, heading: $0) })
        for set in sets {
            for (index, match) in set.matches.enumerated() {
                listing.rows.append([
                    .text(Numbers.instant(set.asOf)), .number(Int64(index + 1)), .text(match.capability),
                    .number(Int64(match.score)), .number(Int64(match.priceTerm)), .number(Int64(match.coverageTerm)),
                    .number(Int64(match.localizationTerm)), .text(Numbers.decimal(match.unitPrice)),
                    .text(set.currencyCode), .text(Numbers.decimal(match.available)), .text(unit),
                    .text(Numbers.decimal(Int64(match.lvc))),
                    Listing.Cell(standings.statements[match.capability]?.rawValue),
                    Listing.Cell(standings.profile(ofSupplierOf: match.capability)?.rawValue),
                    .text(match.unverifiedCertifications.joined(separator: "; ")),
                ])
            }
        }
        return listing
    }
}
