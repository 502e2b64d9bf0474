internal import Contracts
internal import History
internal import Hummingbird
internal import Localization

/// Shows the three numbers, never mixed: as bought today, as planned, as far as feasible together, as awarded. Officials see all
/// of it, a firm its own; others the published form, without small cells.
struct MetricController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("metrics/localization", use: show)
    }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "by", "currency", "asOf", "published")
        let grouping = try query.text("by").map { text in
            guard let grouping = MetricGrouping(rawValue: text) else {
                let known = MetricGrouping.allCases.map(\.rawValue).joined(separator: ", ")
                throw ProblemDetails.badParameter("unknownCode", "by", "it is one of \(known)")
            }
            return grouping
        }
        guard let currency = try? Currency(code: query.text("currency") ?? "VND") else {
            throw ProblemDetails.badParameter("unknownCurrency", "currency", "it is a code of ISO 4217, such as VND")
        }
        let member = try context.member
        let ownFirm = member.role == .fdi && grouping == .firm ? member.organisation : nil
        let isPublished = try query.flag("published") || (member.role != .official && ownFirm == nil)
        let day = try query.day("asOf")
        let groups = try await cache.read { reader in
            isPublished
                ? try reader.publishedMetrics(by: grouping, in: currency, asOf: day)
                : try reader.metrics(by: grouping, in: currency, asOf: day)
                    .filter { ownFirm == nil || $0.group == ownFirm }.map { PublishedMetrics(showing: $0) }
        }
        return JSON.object([
            ("by", .text(grouping?.rawValue)), ("currencyCode", .text(currency.code)),
            ("asOf", .text(day?.description)), ("groups", .list(groups.map { $0.json(in: currency) })),
        ]).response()
    }
}

extension PublishedMetrics {
    /// What is suppressed is null.
    fileprivate func json(in currency: Currency) -> JSON {
        let stages = LocalizationStage.allCases.map { stage in
            (stage.rawValue, shares(of: stage).map { $0.json(in: currency) } ?? .nothing)
        }
        let leftOut =
            requirements == nil
            ? JSON.nothing
            : .object([
                ("withoutPrice", .number(metrics.withoutPrice)), ("withoutRate", .number(metrics.withoutRate)),
                ("outOfRange", .number(metrics.outOfRange)),
            ])
        return .object(
            [("group", .text(metrics.group)), ("requirements", .number(requirements.map(Int64.init)))] + stages
                + [("leftOut", leftOut)])
    }
}

extension LocalizationShares {
    /// Amounts as decimal strings in the currency's major unit, shares in millionths rounded down.
    fileprivate func json(in currency: Currency) -> JSON {
        func money(_ minorUnits: Int128) -> JSON { .text(MajorUnits(minorUnits, of: currency).description) }
        func part(_ minorUnits: Int128, _ share: Ratio?) -> JSON {
            .object([("amount", money(minorUnits)), ("share", .number(share?.millionths))])
        }
        return .object([
            ("amount", money(totalAmount)), ("inCountry", part(inCountryAmount, inCountry)),
            ("domesticallyOwned", part(domesticallyOwnedAmount, domesticallyOwned)),
            ("valueAdded", part(valueAddedMillionths / Int128(Millionths.perOne), valueAdded)),
            ("verified", part(verifiedAmount, coverage)),
        ])
    }
}
