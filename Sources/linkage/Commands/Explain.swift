import ArgumentParser
import Contracts
import History
import Matching
import Pipeline

/// `linkage explain REQUIREMENT CAPABILITY`: why a pair fits or does not.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explains why a capability fits a requirement or does not: what was asked and what is offered.")

    @Argument(help: "The requirement's key, <enterprise code>/<id>.")
    var requirement: String

    @Argument(help: "The capability's key, <enterprise code>/<id>.")
    var capability: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            let cache = try data.openCache()
            guard
                let explanation = try await Explainer(cache: cache).explain(
                    requirement: requirement, capability: capability),
                let unit = try await cache.read({ try $0.requirement(requirement)?.unitCode })
            else { throw Failure("\(requirement) or \(capability) is unknown or withdrawn") }
            if output.format == .table { print(headline(explanation)) }
            print(try listing(explanation, unit).formatted(output.format), terminator: "")
            if output.format == .table { print(conclusion(explanation, unit)) }
        }
    }

    private func headline(_ explanation: Explanation) -> String {
        explanation.exclusions.isEmpty
            ? "\(capability) for \(requirement), prices in \(explanation.currency)"
            : "\(capability) is not examined for \(requirement): "
                + explanation.exclusions.map(\.rawValue).joined(separator: ", ")
    }

    /// - parameter unit: The base unit, in which quantities are and for which prices are.
    private func listing(_ explanation: Explanation, _ unit: String) -> Listing {
        var listing = Listing(columns: [
            .init(name: "reason", heading: "REASON"), .init(name: "holds", heading: "HOLDS"),
            .init(name: "asked", heading: "ASKED"), .init(name: "offered", heading: "OFFERED"),
        ])
        listing.rows = explanation.findings.map { finding in
            [
                .text(finding.reason.rawValue), .text(finding.holds ? "yes" : "no"),
                Listing.Cell(finding.asked.map { text($0, explanation.currency, unit) }),
                Listing.Cell(finding.offered.map { text($0, explanation.currency, unit) }),
            ]
        }
        return listing
    }

    private func conclusion(_ explanation: Explanation, _ unit: String) -> String {
        if let terms = explanation.terms {
            let rank = explanation.rank.map { "rank \($0)" } ?? "another capability of the supplier ranks before it"
            return """
                score \(terms.score) = price \(terms.price) + coverage \(terms.coverage) + localization \
                \(terms.localization); \(rank)
                """
        }
        guard let miss = explanation.nearMiss else { return "does not qualify" }
        let change = ChangeText(WireNearMiss(miss), currency: explanation.currency, unit: unit)
        return "does not qualify; would fit with \(change)"
    }

    private func text(_ value: Explanation.Value, _ currency: String, _ unit: String) -> String {
        switch value {
        // The least that counts as something.
        case .quantity(1): "more than 0 \(unit)"
        case .quantity(let quantity): "\(Numbers.decimal(quantity)) \(unit)"
        case .price(let price): "\(Numbers.decimal(price)) \(currency)/\(unit)"
        case .noRate(let currency): "no rate for \(currency)"
        case .days(let days): "\(days) days"
        case .share(let share): Numbers.percent(share)
        case .metres(let metres): "\(metres) m"
        case .names(let names): names.isEmpty ? "none" : names.joined(separator: ", ")
        case .validity(let from, let to):
            "\(from.map(day) ?? "always") to \(to.map(day) ?? "without end")"
        }
    }

    private func day(_ day: Day) -> String { CalendarDay(number: day.number).description }
}
