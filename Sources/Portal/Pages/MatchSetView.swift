internal import Contracts
internal import History
internal import Localization

/// A match set in full: ranking with every term, plan, ratio with its arithmetic, near misses.
struct MatchSetView: Sendable {
    /// Whether the reader is the buyer, who sees scores and may award.
    let isOwn: Bool
    let status: String
    let asOf: String
    let cause: String
    let engine: String
    let open: String
    /// The unit in which quantities are counted; empty where the requirement is not known.
    let unit: String
    let currency: String
    let qualifying: String
    let examined: String
    let ranked: [Ranked]
    let hasRanking: Bool
    let allocations: [Planned]
    let hasPlan: Bool
    /// Nil where there is no ratio.
    let sum: Arithmetic?
    /// Why there is none.
    let absence: String?
    let missCounts: [MissCount]
    let hasMissCounts: Bool
    let misses: [Miss]
    let hasMisses: Bool
    let flags: [Flag]
    let hasFlags: Bool

    /// A supplier with its best capability.
    struct Ranked: Sendable {
        let rank, name, capabilityKey, points, priceTerm, coverageTerm, localizationTerm, unitPrice, available,
            lvc: String
        let remarks: String
        let explainHref: String
        /// The award form, filled in with what is known.
        let awardHref: String
    }

    /// What the plan takes from a supplier.
    struct Planned: Sendable {
        let name, capabilityKey, quantity, unitPrice, money, lvc, added: String
    }

    /// The ratio as it is computed.
    struct Arithmetic: Sendable {
        let result, added, planned, uncoveredQuantity, uncoveredMoney: String
    }

    /// How many fail for one reason only.
    struct MissCount: Sendable {
        let why, number: String
    }

    /// A candidate that fails for one reason only.
    struct Miss: Sendable {
        let name, capabilityKey, why, change, points: String
    }

    /// A note on an award.
    struct Flag: Sendable {
        let award, why: String
    }

    init(
        _ set: WireMatchSet, of requirement: WireRequirementAccepted?, _ reader: HistoryReader, _ catalogue: Catalogue,
        _ figures: Figures,
        isOwn: Bool
    ) throws {
        let unit = requirement?.unitCode ?? ""
        self.unit = unit
        self.isOwn = isOwn
        let standings = try reader.standings(of: [set])
        status = catalogue.wording("status", "\(set.status)")
        asOf = figures.instant(set.asOf)
        cause = "\(PlatformTopicName.market)/\(set.marketPartition)/\(set.marketOffset)"
        engine = figures.count(Int(set.engineVersion))
        open = figures.decimal(set.openQuantity)
        currency = set.currencyCode
        qualifying = figures.count(Int(set.qualifyingSuppliers))
        examined = figures.count(Int(set.candidates))
        ranked = try set.matches.enumerated().map { index, match in
            try Ranked(
                match, rank: index + 1, of: set,
                unitFactor: requirement.flatMap(RequirementSummary.init)?.unitFactor ?? 1,
                standings, reader, catalogue, figures)
        }
        hasRanking = !ranked.isEmpty
        allocations = try set.plan.map { try Planned($0, of: set, reader, figures) }
        hasPlan = !allocations.isEmpty
        sum = set.localization.hasRatio ? Arithmetic(set, figures) : nil
        absence =
            set.localization.hasRatio || set.localization.absentReason.isEmpty
            ? nil : catalogue.wording("absent", set.localization.absentReason)
        missCounts = set.nearMisses.counts.map {
            MissCount(why: catalogue.wording("reason", $0.reason), number: figures.count(Int($0.candidates)))
        }
        hasMissCounts = !missCounts.isEmpty
        misses = try set.nearMisses.best.map { miss in
            Miss(
                name: try reader.name(ofEnterprise: enterprise(of: miss.capability)), capabilityKey: miss.capability,
                why: catalogue.wording("reason", miss.reason),
                change: !isOwn && miss.reason == "price"
                    ? catalogue[.sealed]
                    : ChangeWording(miss, currency: set.currencyCode, unit: unit, catalogue, figures).text,
                points: figures.count(Int(miss.score)))
        }
        hasMisses = !misses.isEmpty
        flags = set.awardFlags.map { Flag(award: $0.award, why: catalogue.wording("flag", $0.flag)) }
        hasFlags = !flags.isEmpty
    }
}

extension MatchSetView.Ranked {
    fileprivate init(
        _ match: WireMatch, rank: Int, of set: WireMatchSet, unitFactor: Int64, _ standings: MatchStandings,
        _ reader: HistoryReader, _ catalogue: Catalogue, _ figures: Figures
    ) throws {
        self.rank = figures.count(rank)
        name = try reader.name(ofEnterprise: enterprise(of: match.capability))
        capabilityKey = match.capability
        points = figures.count(Int(match.score))
        priceTerm = figures.count(Int(match.priceTerm))
        coverageTerm = figures.count(Int(match.coverageTerm))
        localizationTerm = figures.count(Int(match.localizationTerm))
        unitPrice = figures.decimal(match.unitPrice)
        available = figures.decimal(match.available)
        lvc = figures.percent(Int64(match.lvc))
        remarks =
            ((match.lvcUnstated ? [catalogue[.noCostStatement]] : Self.statement(match, standings, catalogue))
            + Self.profile(match, standings, catalogue)
            + match.unverifiedCertifications.map { "\($0): \(catalogue[.unverified])" }).joined(separator: "; ")
        explainHref = "/explain?requirement=\(set.requirement)&capability=\(match.capability)"
        awardHref =
            AwardLink(
                requirement: set.requirement, capability: match.capability,
                quantity: min(match.available, set.openQuantity), price: match.unitPrice, unitFactor: unitFactor,
                currency: set.currencyCode
            ).href
    }
}

extension MatchSetView.Ranked {
    /// How the cost statement stands, unless an official has accepted it.
    private static func statement(_ match: WireMatch, _ standings: MatchStandings, _ t: Catalogue) -> [String] {
        guard let standing = standings.statements[match.capability], standing != .verified else { return [] }
        return ["\(t[.statement]): \(t.wording("standing", standing.rawValue))"]
    }

    /// The same of the profile.
    private static func profile(_ match: WireMatch, _ standings: MatchStandings, _ t: Catalogue) -> [String] {
        guard let standing = standings.profile(ofSupplierOf: match.capability), standing != .verified else { return [] }
        return ["\(t[.profile]): \(t.wording("standing", standing.rawValue))"]
    }
}

extension MatchSetView.Planned {
    fileprivate init(
        _ allocation: WireAllocation, of set: WireMatchSet, _ reader: HistoryReader, _ figures: Figures
    ) throws {
        name = try reader.name(ofEnterprise: enterprise(of: allocation.capability))
        capabilityKey = allocation.capability
        quantity = figures.decimal(allocation.quantity)
        unitPrice = figures.decimal(allocation.unitPrice)
        money = figures.amount(allocation.amount, set.currencyCode)
        lvc = figures.percent(Int64(allocation.lvc))
        added = figures.added(Int128(allocation.amount) * Int128(allocation.lvc), set.currencyCode)
    }
}

extension MatchSetView.Arithmetic {
    fileprivate init(_ set: WireMatchSet, _ figures: Figures) {
        let localization = set.localization
        let total = set.plan.reduce(Int128(0)) { $0 + Int128($1.amount) * Int128($1.lvc) }
        result = figures.percent(Int64(localization.ratio))
        added = figures.added(total, set.currencyCode)
        planned = figures.amount(localization.plannedAmount, set.currencyCode)
        uncoveredQuantity = figures.decimal(localization.uncoveredQuantity)
        uncoveredMoney = figures.amount(localization.uncoveredAmount, set.currencyCode)
    }
}
