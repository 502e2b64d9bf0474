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
        let view = try await portal.cache.read {
            try DashboardView($0, frame, reference, by: grouping, asOf: day, isPublished: isPublished, within: group)
        }
        guard query.text("format") == "csv" else { return pages.page(.dashboard, view).response() }
        return view.csv.response(named: "localization-\(grouping.rawValue).csv")
    }

    @Sendable private func verify(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.verify])
        return pages.page(.verify, try await portal.cache.read { try VerifyView($0, frame) }).response()
    }

    @Sendable private func suppliers(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.suppliersByReadiness])
        return pages.page(.suppliers, try await portal.cache.read { try SuppliersView($0, frame) }).response()
    }
}
