internal import Contracts
public import Hummingbird
public import Logging
internal import NIOCore

/// Builds the portal as an application: its router, behind a server that listens where the portal says.
public func buildApplication(_ portal: Portal, logger: Logger) -> some ApplicationProtocol {
    Application(
        router: buildRouter(portal, logger: logger),
        configuration: ApplicationConfiguration(
            address: .hostname(portal.host, port: portal.port), serverName: nil),
        onServerRunning: { channel in
            if let port = channel.localAddress?.port { await portal.onListening(port) }
        },
        logger: logger)
}

/// Builds the routes of the portal: the API, the pages, and what operators look at.
public func buildRouter(_ portal: Portal, logger: Logger) -> Router<PortalRequestContext> {
    let router = Router(context: PortalRequestContext.self, options: .autoGenerateHeadEndpoints)
    let counters = PortalCounters()
    let pages = PageLibrary()
    router.addMiddleware {
        RequestLogMiddleware(counters: counters)
        SecurityHeadersMiddleware()
        LanguageMiddleware()
        SignInMiddleware(signIn: portal.signIn)
        ProblemMiddleware(pages: pages)
        HostMiddleware(allowed: portal.allowedHosts)
        OriginMiddleware()
        RateMiddleware(
            allowance: Allowance(clock: portal.clock), isBehindProxy: portal.signIn.isSecure)
    }
    let routes = RouteTable(router)
    HealthController(portal: portal, counters: counters).addRoutes(to: routes)
    AssetController().addRoutes(to: routes)
    SignInController(portal: portal, pages: pages).addRoutes(to: routes)
    let members = routes.group("").add(middleware: MembersMiddleware())
    PageController(portal: portal, pages: pages).addRoutes(to: members)
    FormController(portal: portal, pages: pages).addRoutes(to: members)
    UploadController(portal: portal, pages: pages).addRoutes(to: members)
    BuyerController(portal: portal, pages: pages).addRoutes(to: members)
    SupplierController(portal: portal, pages: pages).addRoutes(to: members)
    OfficialController(portal: portal, pages: pages).addRoutes(to: members)

    let api = routes.group(RouterPath(PortalLimits.apiPath)).add(middleware: MembersMiddleware())
        .add(middleware: PositionMiddleware(portal: portal)).add(middleware: ETagMiddleware(cache: portal.cache))
    for subject in Subject.allCases {
        SubjectController(subject: subject, portal: portal, counters: counters).addRoutes(to: api)
    }
    MatchController(cache: portal.cache).addRoutes(to: api)
    QuoteController(cache: portal.cache).addRoutes(to: api)
    SubmissionController(cache: portal.cache).addRoutes(to: api)
    OpportunityController(portal: portal).addRoutes(to: api)
    MetricController(cache: portal.cache).addRoutes(to: api)
    GapController(cache: portal.cache).addRoutes(to: api)
    ProductController(cache: portal.cache).addRoutes(to: api)
    ExplanationController(explainer: portal.explainer, cache: portal.cache).addRoutes(to: api)
    routes.refuseOtherMethods()
    return router
}
