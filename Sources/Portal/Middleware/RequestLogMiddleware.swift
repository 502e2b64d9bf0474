internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Logs and counts each request by its route, status and duration; never its body, query or keys.
struct RequestLogMiddleware: RouterMiddleware {
    let counters: PortalCounters

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let route = context.endpointPath ?? "NotFound"
        counters.answered(request.method, route: route, status: response.status.code, in: duration)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(PortalCounters.label(of: request.method))", "route": "\(route)",
                "status": "\(response.status.code)",
                "milliseconds": "\((duration / .microseconds(1)).rounded() / 1_000)",
            ])
        return response
    }
}
