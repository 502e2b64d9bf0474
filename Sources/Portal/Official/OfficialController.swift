internal import Contracts
internal import History
internal import Hummingbird
internal import Localization

/// Pages of officials: localization over time and by group, what waits for verification, suppliers by readiness.
struct OfficialController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("localization", use: dashboard)
        let officials = routes.group("").add(middleware: MembersMiddleware(roles: [.official]))
        officials.get("verify", use: verify)
        officials.get("suppliers", use: suppliers)
    }

    /// The three numbers in groups: for officials all of them, for others without small cells.
    @Sendable private func dashboard(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "by", "asOf", "group", "lang", "format")
        let grouping = MetricGrouping(rawValue: query.text("by") ?? "") ?? .month
        let day = try query.day("asOf")
        let isPublished = try context.member.role != .official
        let group = query.text("group")
        guard group == nil || !isPublished else { throw ProblemDetails.notForRole(try context.member.role) }
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.localization])
        let reference = portal.resolver.reference
        let view: @Sendable (HistoryReader) throws -> DashboardView = {
            try DashboardView($0, frame, reference, by: grouping, asOf: day, isPublished: isPublished, within: group)
        }
        guard query.text("format") == "csv" else {
            return try await pages.keptPage(.dashboard, frame, request, context.member.role, portal, view).response()
        }
        return try await portal.cache.read(view).csv.response(named: "localization-\(grouping.rawValue).csv")
    }

    @Sendable private func verify(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.verify])
        return try await pages.keptPage(.verify, frame, request, context.member.role, portal) {
            try VerifyView($0, frame)
        }.response()
    }

    @Sendable private func suppliers(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.suppliersByReadiness])
        return try await pages.keptPage(.suppliers, frame, request, context.member.role, portal) {
            try SuppliersView($0, frame)
        }.response()
    }
}
