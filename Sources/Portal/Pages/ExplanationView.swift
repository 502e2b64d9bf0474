internal import Contracts
internal import Localization
internal import Matching
internal import Pipeline

/// Why a capability fits a requirement or does not: a line a reason, with what was asked and what is offered.
struct ExplanationView: Sendable {
    let capabilityKey: String
    let supplier: String
    let qualifies: Bool
    /// Why it is not examined at all.
    let exclusions: [String]
    let findings: [Finding]
    /// The score as it is added up; nil where it is sealed, or the capability does not qualify.
    let terms: String?
    let rank: String?
    /// The smallest change that would make it fit; nil where it fits, or more than one thing is lacking.
    let change: String?
    /// The reasons that fail, in words.
    let failed: String

    /// One reason.
    struct Finding: Sendable {
        let why, verdict, asked, offered: String
        let holds: Bool
    }

    /// - parameter hidesPlace: Whether distances are told roughly, since the buyer's place follows from three exact ones.
    init(
        _ explanation: Explanation, _ sight: Explanation.Sight, of requirement: WireRequirementAccepted,
        supplier: String, hidesPlace: Bool = false, _ t: Catalogue, _ figures: Figures
    ) {
        func told(_ metres: Int64) -> Int64 { hidesPlace ? Self.roughly(metres) : metres }
        let isWhole = sight == .whole
        let (currency, unit) = (explanation.currency, requirement.unitCode)
        self.supplier = supplier
        capabilityKey = explanation.capability.text
        qualifies = explanation.terms != nil
        exclusions = explanation.exclusions.map { t.wording("exclusion", $0.rawValue) }
        findings = explanation.findings.map { finding in
            let isSealed = !isWhole && finding.reason == .price
            var offered = finding.offered(upTo: isWhole ? requirement.quantity : nil)
            if case .metres(let metres) = offered { offered = .metres(told(metres)) }
            func text(_ value: Explanation.Value?) -> String {
                if isSealed { return t[.sealed] }
                return value.map { figures.value($0, currency, unit, t) } ?? Figures.nothing
            }
            return Finding(
                why: t.wording("reason", finding.reason.rawValue), verdict: t[finding.holds ? .holds : .fails],
                asked: text(finding.asked), offered: text(offered),
                holds: finding.holds)
        }
        terms =
            isWhole
            ? explanation.terms.map {
                "\(figures.count(Int($0.price))) + \(figures.count(Int($0.coverage))) + "
                    + "\(figures.count(Int($0.localization))) = \(figures.count(Int($0.score)))"
            } : nil
        rank = isWhole ? explanation.rank.map { figures.count($0) } : nil
        change = explanation.nearMiss.flatMap { miss in
            guard isWhole || miss.reason != .price else { return nil }
            var miss = WireNearMiss(miss)
            if miss.reason == Reason.distance.rawValue { miss.change = told(miss.change) }
            return ChangeWording(miss, currency: currency, unit: unit, t, figures).text
        }
        failed = (exclusions + findings.filter { !$0.holds }.map(\.why)).joined(separator: ", ")
    }

    /// A distance, rounded up to what a ward measures across.
    private static func roughly(_ metres: Int64) -> Int64 { (metres + 4_999) / 5_000 * 5_000 }
}

extension Figures {
    /// What was asked or is offered, with its unit.
    /// - parameter unit: The base unit, in which quantities are and for which prices are.
    fileprivate func value(
        _ value: Explanation.Value, _ currency: String, _ unit: String, _ t: Catalogue
    ) -> String {
        switch value {
        case .quantity(let quantity): quantity == 1 ? "> 0" : "\(decimal(quantity)) \(unit)"
        case .price(let price): "\(decimal(price)) \(currency) / \(unit)"
        case .noRate(let currency): t.words(.changeRate, currency)
        case .days(let days): "\(count(Int(days))) \(t[.days])"
        case .share(let share): percent(share)
        case .metres(let metres): "\(count(Int(metres))) \(t[.metres])"
        case .names(let names): names.isEmpty ? Self.nothing : names.joined(separator: ", ")
        case .validity(let from, let to):
            [from, to].map { $0.map { day("\(CalendarDay(number: $0.number))") } ?? "…" }.joined(separator: " – ")
        }
    }
}
