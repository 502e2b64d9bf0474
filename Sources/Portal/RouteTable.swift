internal import HTTPTypes
internal import Hummingbird

/// Adds routes to a router and remembers them, so that another method on a known path is answered with 405 and `Allow`
/// instead of 404.
final class RouteTable: RouterMethods {
    typealias Context = PortalRequestContext

    private let router: Router<PortalRequestContext>
    private var methods: [String: (path: RouterPath, methods: Set<HTTPRequest.Method>)] = [:]

    init(_ router: Router<PortalRequestContext>) { self.router = router }

    @discardableResult func on<Responder: HTTPResponder>(
        _ path: RouterPath, method: HTTPRequest.Method, responder: Responder
    ) -> Self where Responder.Context == PortalRequestContext {
        methods[path.description, default: (path, [])].methods.insert(method)
        router.on(path, method: method, responder: responder)
        return self
    }

    @discardableResult func add(
        middleware: any MiddlewareProtocol<Request, Response, PortalRequestContext>
    ) -> Self {
        router.add(middleware: middleware)
        return self
    }

    /// Answers the methods that no route has; the last that is done with the table.
    func refuseOtherMethods() {
        for (path, known) in methods.values {
            var allowed = known
            if known.contains(.get) { allowed.insert(.head) }
            let problem = ProblemDetails.methodNotAllowed(allowed.map(\.rawValue).sorted())
            for method in Self.allMethods where !allowed.contains(method) {
                router.on(path, method: method) { _, _ -> Response in throw problem }
            }
        }
    }

    private static let allMethods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
}
