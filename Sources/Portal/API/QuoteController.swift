internal import Contracts
internal import History
internal import Hummingbird
internal import Localization

/// Tells how many quotes a requirement has, and at which prices.
struct QuoteController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("requirements/:owner/:id/quotes", use: show)
    }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        _ = try Query(request)
        let key = try context.pathKey.description
        guard let suppliersMin = try context.member.seesPricesOfQuotes(for: key),
            let summary = try await cache.read({ try QuoteSummary($0, of: key, suppliersMin: suppliersMin) })
        else { throw ProblemDetails.unknown(key) }
        return JSON.object([
            ("requirement", .text(key)), ("quotes", .number(summary.quotes)),
            ("suppliers", .number(summary.suppliers)), ("sealedUntil", .text(summary.sealedUntil?.description)),
            ("unitCode", .text(summary.unitCode)), ("prices", .list(summary.prices.map(\.json))),
        ]).response()
    }
}

extension QuoteSummary.Prices {
    fileprivate var json: JSON {
        func price(_ millionths: Int64?) -> JSON { .text(millionths.map { Millionths(count: $0).description }) }
        return .object([
            ("currencyCode", .text(currencyCode)), ("suppliers", .number(suppliers)),
            ("lowest", price(range?.lowest)), ("median", price(range?.median)), ("highest", price(range?.highest)),
        ])
    }
}
