internal import Contracts
internal import History
internal import Hummingbird
internal import Pipeline

/// Shows the pages. Until there is sign-in they are the operator's: everything is shown, to this machine only.
struct PageController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("", use: overview)
        routes.get("requirements/:owner/:id", use: requirement)
        routes.get("gaps", use: gaps)
        routes.get("refused", use: refused)
    }

    @Sendable private func overview(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let catalogue = Catalogue(language: Language(request))
        var frame = Frame(request, title: catalogue[.overview])
        if request.uri.queryParameters["refresh"] != "off" { frame.refreshSeconds = "\(PortalLimits.refreshSeconds)" }
        let missing = ReferenceList.allCases.filter { !portal.resolver.reference.isImported($0) }
        let view = try await portal.cache.read { [frame] in try OverviewView($0, frame, missingLists: missing) }
        return pages.page(.overview, view).response()
    }

    @Sendable private func requirement(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let key = try context.pathKey.description
        let frame = Frame(request, title: key)
        let view = try await portal.cache.read { try RequirementView($0, frame, key: key) }
        guard let view else { throw ProblemDetails.unknown(key) }
        return pages.page(.requirement, view).response()
    }

    @Sendable private func gaps(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, title: Catalogue(language: Language(request))[.gaps])
        let reference = portal.resolver.reference
        return pages.page(.gaps, try await portal.cache.read { try GapsView($0, frame, reference) }).response()
    }

    @Sendable private func refused(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let frame = Frame(request, title: Catalogue(language: Language(request))[.refused])
        return pages.page(.refused, try await portal.cache.read { try RefusedView($0, frame) }).response()
    }
}
