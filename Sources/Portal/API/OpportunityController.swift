internal import History
internal import Hummingbird

/// Shows a supplier what it was told last of each requirement, newest first.
struct OpportunityController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("opportunities", use: list)
    }

    @Sendable private func list(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "supplier", "limit", "cursor")
        guard let supplier = try query.enterprise("supplier") else {
            throw ProblemDetails.badParameter("missing", "supplier", "the enterprise code of the supplier is needed")
        }
        let limit = try query.limit()
        let after = try query.cursor().map { cursor in
            guard let after = OpportunityEntry.Place(cursor) else {
                throw ProblemDetails.badParameter(
                    "malformed", "cursor", "use the cursor that the page before gave as next")
            }
            return after
        }
        let entries = try await cache.read { try $0.opportunities(of: supplier, after: after, limit: limit + 1) }
        return Page(entries, limit: limit, key: \.place.description) { .written($0.json) }.json.response()
    }
}
