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
        guard let who = try context.member.reader(ofQuotesFor: key),
            let summary = try await cache.read({ try QuoteSummary($0, of: key, for: who) })
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
        .object([
            ("currencyCode", .text(currencyCode)), ("suppliers", .number(suppliers)),
            ("mean", .text(mean.map { Millionths(count: $0).description })),
        ])
    }
}
