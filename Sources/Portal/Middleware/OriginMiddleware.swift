internal import HTTPTypes
internal import Hummingbird

/// Refuses to be made to publish by a page of another site: a browser says where such a request comes from.
struct OriginMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        let reads: Set<HTTPRequest.Method> = [.get, .head, .options]
        if !reads.contains(request.method), let origin = request.headers[.origin] {
            let ours = request.head.authority.map { ["http://\($0)", "https://\($0)"] } ?? []
            guard ours.contains(origin) else {
                throw ProblemDetails(.forbidden, "a page of another site may not publish here")
            }
        }
        return try await next(request, context)
    }
}
