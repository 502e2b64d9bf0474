internal import Hummingbird

/// Remembers the language that a reader asked for.
struct LanguageMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if let language = Language.asked(request) {
            response.setCookie(
                Cookie(
                    name: Language.cookieName, value: language.rawValue, maxAge: PortalLimits.languageSeconds,
                    path: "/",
                    httpOnly: true, sameSite: .lax))
        }
        return response
    }
}
