internal import History
internal import Hummingbird
internal import Localization

/// Shows the three numbers, never mixed: as bought today, as planned, as awarded.
struct MetricController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("metrics/localization", use: show)
    }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "by", "currency")
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
        let groups = try await cache.read { try $0.metrics(by: grouping, in: currency) }
        return JSON.object([
            ("by", .text(grouping?.rawValue)), ("currencyCode", .text(currency.code)),
            ("groups", .list(groups.map { $0.json(in: currency) })),
        ]).response()
    }
}

extension LocalizationMetrics {
    fileprivate func json(in currency: Currency) -> JSON {
        .object([
            ("group", .text(group)), ("requirements", .number(requirements)), ("demand", demand.json(in: currency)),
            ("potential", potential.json(in: currency)), ("realised", realised.json(in: currency)),
            (
                "leftOut",
                .object([
                    ("withoutPrice", .number(withoutPrice)), ("withoutRate", .number(withoutRate)),
                    ("outOfRange", .number(outOfRange)),
                ])
            ),
        ])
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
        ])
    }
}
