internal import Contracts
internal import History
internal import Hummingbird
internal import Pipeline

/// Shows the pages that several roles share.
struct PageController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("", use: home)
        routes.get("requirements/:owner/:id", use: requirement)
        routes.get("explain", use: explain)
        routes.get("gaps", use: gaps)
        routes.get("refused", use: refused)
    }

    /// What somebody of a role sees first.
    @Sendable private func home(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let member = try context.member
        let t = Catalogue(language: Language(request))
        let frame = Frame(request, context, title: t[.overview])
        switch member.role {
        case .fdi:
            let view = try await portal.cache.read { try BuyerHomeView($0, frame, member) }
            return pages.page(.buyerHome, view).response()
        case .supplier:
            let day = CalendarDay(ofMilliseconds: portal.clock.now)
            let view = try await portal.cache.read { try SupplierHomeView($0, frame, member, today: day) }
            return pages.page(.supplierHome, view).response()
        case .official, .operator: return try await overview(request, frame, member)
        }
    }

    private func overview(_ request: Request, _ frame: Frame, _ member: Principal) async throws -> Response {
        var frame = frame
        if request.uri.queryParameters["refresh"] != "off" { frame.refreshSeconds = "\(PortalLimits.refreshSeconds)" }
        let missing = ReferenceList.allCases.filter { !portal.resolver.reference.isImported($0) }
        return try await pages.keptPage(.overview, frame, request, member.role, portal) { [frame] in
            try OverviewView($0, frame, member.role, missingLists: missing)
        }.response()
    }

    @Sendable private func requirement(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (key, member) = try (context.pathKey.description, context.member)
        guard member.seesMatches(of: key) else { throw ProblemDetails.unknown(key) }
        let frame = Frame(request, context, title: key)
        let view = try await portal.cache.read { try RequirementView($0, frame, member, key: key) }
        guard let view else { throw ProblemDetails.unknown(key) }
        return pages.page(.requirement, view).response()
    }

    @Sendable private func explain(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "requirement", "capability", "lang")
        let (requirement, capability) = try (query.key("requirement").description, query.key("capability").description)
        let member = try context.member
        let t = Catalogue(language: Language(request))
        guard
            let explanation = try await portal.explainer.explain(requirement: requirement, capability: capability),
            let asked = try await portal.cache.read({ try $0.requirement(requirement) }),
            let sight = member.sight(of: explanation, isNamed: asked.published.anonymous)
        else { throw ProblemDetails.unknown("\(requirement), \(capability)") }
        let name = try await portal.cache.read { try $0.name(ofEnterprise: enterprise(of: capability)) }
        let view = ExplanationPageView(
            Frame(request, context, title: t[.explain]), heading: requirement,
            [
                ExplanationView(
                    explanation, sight, of: asked, supplier: name, t, Figures(language: t.language))
            ], of: 1)
        return pages.page(.explanation, view).response()
    }

    @Sendable private func gaps(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.gaps])
        let (reference, role) = (portal.resolver.reference, try context.member.role)
        return try await pages.keptPage(.gaps, frame, request, role, portal) {
            try GapsView($0, frame, reference, isPublished: role != .official)
        }.response()
    }

    @Sendable private func refused(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.refused])
        let member = try context.member
        let owner = member.role == .operator ? nil : member.organisation
        return pages.page(.refused, try await portal.cache.read { try RefusedView($0, frame, owner: owner) }).response()
    }
}
