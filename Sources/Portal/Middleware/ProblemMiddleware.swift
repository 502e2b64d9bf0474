internal import EventLog
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Turns whatever was thrown into a problem: as JSON (RFC 9457), or as a page for a browser outside the API.
struct ProblemMiddleware: RouterMiddleware {
    let pages: PageLibrary

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let problem = problem(of: error)
            if problem.status.kind == .serverError { context.logger.error("failed", metadata: ["why": "\(error)"]) }
            guard wantsPage(request) else { return problem.response(from: request, context: context) }
            let frame = Frame(request, context, title: problem.title)
            let page =
                problem.status == .unauthorized
                ? pages.page(.signIn, SignInView(frame, guest: nil)) : pages.page(.problem, ProblemView(problem, frame))
            return page.response(status: problem.status, headers: problem.headers)
        }
    }

    private func problem(of error: any Error) -> ProblemDetails {
        switch error {
        case let problem as ProblemDetails: problem
        case let error as EventLogError: ProblemDetails(error)
        case let error as any HTTPResponseError where error.status == .notFound: .unknownRoute
        case let error as any HTTPResponseError: ProblemDetails(error.status, "the request can't be answered")
        default: .unexpected
        }
    }

    private func wantsPage(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix(PortalLimits.apiPath)
            && request.headers[.accept]?.contains("text/html") == true
    }
}
