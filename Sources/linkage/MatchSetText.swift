import Contracts
import History

/// A match set as text: status, ranking with every term, plan, ratio with its arithmetic, near misses.
struct MatchSetText: CustomStringConvertible {
    private let matchSet: WireMatchSet
    private let standings: MatchStandings
    private let unit: String

    /// - parameter unit: The base unit, in which quantities are and for which prices are.
    /// - parameter standings: How what its suppliers say of themselves stands now.
    init(_ set: WireMatchSet, unit: String, standings: MatchStandings) {
        matchSet = set
        self.unit = unit
        self.standings = standings
    }

    var description: String {
        ([headline] + [ranking, plan, ratio, nearMisses, flags].filter { !$0.isEmpty }).joined(separator: "\n")
    }

    private var headline: String {
        """
        \(matchSet.requirement) version \(matchSet.requirementVersion): \(matchSet.status), \(Numbers.decimal(matchSet.openQuantity)) \(unit) open
        \(matchSet.qualifyingSuppliers) suppliers qualify of \(matchSet.candidates) capabilities examined; as of \
        \(Numbers.instant(matchSet.asOf)), market \(matchSet.marketPartition)/\(matchSet.marketOffset), engine \(matchSet.engineVersion)

        """
    }

    private var ranking: String {
        guard !matchSet.matches.isEmpty else { return "" }
        var listing = Listing(columns: [
            .init(name: "rank", heading: "#", isNumber: true), .init(name: "capability", heading: "CAPABILITY"),
            .init(name: "score", heading: "SCORE", isNumber: true),
            .init(name: "price", heading: "PRICE", isNumber: true),
            .init(name: "coverage", heading: "COVERAGE", isNumber: true),
            .init(name: "localization", heading: "LOCALIZATION", isNumber: true),
            .init(name: "unitPrice", heading: "\(matchSet.currencyCode)/\(unit)", isNumber: true),
            .init(name: "available", heading: "AVAILABLE \(unit)", isNumber: true),
            .init(name: "lvc", heading: "LVC", isNumber: true), .init(name: "notes", heading: "NOTES"),
        ])
        listing.rows = matchSet.matches.enumerated().map { index, match in
            let notes =
                note(standings.statements[match.capability], of: "statement", missing: "cost statement")
                + note(standings.profile(ofSupplierOf: match.capability), of: "profile", missing: "profile")
                + match.unverifiedCertifications.map { "\($0) unverified" }
            return [
                .number(Int64(index + 1)), .text(match.capability), .number(Int64(match.score)),
                .number(Int64(match.priceTerm)), .number(Int64(match.coverageTerm)),
                .number(Int64(match.localizationTerm)), .text(Numbers.decimal(match.unitPrice)),
                .text(Numbers.decimal(match.available)), .text(Numbers.percent(Int64(match.lvc))),
                .text(notes.joined(separator: ", ")),
            ]
        }
        return (try? listing.formatted(.table)) ?? ""
    }

    private func note(_ standing: VerificationStanding?, of what: String, missing: String) -> [String] {
        switch standing {
        case nil: []
        case .unstated: ["no \(missing)"]
        case let standing?: ["\(what) \(standing.rawValue)"]
        }
    }

    private var plan: String {
        guard !matchSet.plan.isEmpty else { return "" }
        var listing = Listing(columns: [
            .init(name: "capability", heading: "PLAN"),
            .init(name: "quantity", heading: "QUANTITY \(unit)", isNumber: true),
            .init(name: "unitPrice", heading: "\(matchSet.currencyCode)/\(unit)", isNumber: true),
            .init(name: "amount", heading: "AMOUNT", isNumber: true),
            .init(name: "lvc", heading: "LVC", isNumber: true),
        ])
        listing.rows = matchSet.plan.map { allocation in
            [
                .text(allocation.capability), .text(Numbers.decimal(allocation.quantity)),
                .text(Numbers.decimal(allocation.unitPrice)),
                .text(Numbers.amount(allocation.amount, matchSet.currencyCode)),
                .text(Numbers.percent(Int64(allocation.lvc))),
            ]
        }
        return (try? listing.formatted(.table)) ?? ""
    }

    private var ratio: String {
        guard matchSet.status == .open else { return "" }
        let localization = matchSet.localization
        guard localization.hasRatio else { return "localization value ratio: none (\(localization.absentReason))\n" }
        return """
            localization value ratio: \(Numbers.percent(Int64(localization.ratio))) = value added in the plan over \
            \(Numbers.amount(localization.plannedAmount, matchSet.currencyCode)) planned + \
            \(Numbers.amount(localization.uncoveredAmount, matchSet.currencyCode)) for \
            \(Numbers.decimal(localization.uncoveredQuantity)) \(unit) uncovered

            """
    }

    private var nearMisses: String {
        guard !matchSet.nearMisses.counts.isEmpty else { return "" }
        let counts = matchSet.nearMisses.counts.map { "\($0.reason) \($0.candidates)" }.joined(separator: ", ")
        var listing = Listing(columns: [
            .init(name: "capability", heading: "NEAR MISS"), .init(name: "reason", heading: "FAILS"),
            .init(name: "change", heading: "WOULD FIT WITH"), .init(name: "score", heading: "SCORE", isNumber: true),
        ])
        listing.rows = matchSet.nearMisses.best.map { miss in
            [
                .text(miss.capability), .text(miss.reason),
                .text(ChangeText(miss, currency: matchSet.currencyCode, unit: unit).description),
                .number(Int64(miss.score)),
            ]
        }
        return "fail for one reason only: \(counts)\n" + ((try? listing.formatted(.table)) ?? "")
    }

    private var flags: String {
        matchSet.awardFlags.map { "award \($0.award): \($0.flag)\n" }.joined()
    }
}

/// The smallest change that would make a near miss fit, as text.
struct ChangeText: CustomStringConvertible {
    let description: String

    init(_ miss: WireNearMiss, currency: String, unit: String) {
        let subjects = miss.subjects
        description =
            switch miss.reason {
            case "price":
                subjects.isEmpty
                    ? "\(Numbers.decimal(miss.change)) \(currency)/\(unit) less" : "a rate for \(subjects[0])"
            case "certification": subjects.joined(separator: ", ")
            case "distance" where miss.change <= 0: "a known place"
            case "attribute": "other \(subjects.joined(separator: ", "))"
            case "validity": "an offer from \(subjects.joined(separator: " to "))"
            default: Self.measured(miss.reason, miss.change, unit: " " + unit) ?? miss.reason
            }
    }

    /// By how much something would have to change; nil of a reason without a measure.
    /// - parameter unit: Follows a quantity.
    static func measured(_ reason: String, _ change: Int64, unit: String = "") -> String? {
        switch reason {
        case "capacity": "\(Numbers.decimal(change))\(unit) more capacity over the window"
        case "minimumOrder": "\(Numbers.decimal(change))\(unit) less as minimum order"
        case "leadTime": "\(change) days less lead time"
        case "localContent": "\(Numbers.percent(change)) more local value"
        case "ownership": "\(Numbers.percent(change * 100)) more Vietnamese ownership"
        case "distance": "\(change) m nearer"
        default: nil
        }
    }
}
