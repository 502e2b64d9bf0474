internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Finds out who asks. What is for members only refuses strangers, and bearers that prove nothing.
struct SignInMiddleware: RouterMiddleware {
    let signIn: SignIn

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        do {
            if let header = request.headers[.authorization] {
                if let token = Self.bearer(header) {
                    context.principal = try await signIn.principal(of: token, for: .access)
                }
                if context.principal == nil { context.whyNobody = .badToken }
            } else if let cookie = request.cookies[SignIn.cookieName],
                let principal = try await signIn.principal(of: cookie.value, for: .session)
            {
                context.principal = principal
                context.formKey = signIn.authority.formKey(of: principal)
            }
        } catch {
            context.logger.error("signing in failed", metadata: ["why": "\(error)"])
            context.whyNobody = .unexpected
        }
        return try await next(request, context)
    }

    /// The token of `Bearer TOKEN` (RFC 6750); the scheme's case does not matter.
    private static func bearer(_ header: String) -> String? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimmingPrefix(while: { $0 == " " }).isEmpty ? nil : String(parts[1])
    }
}

/// Lets only those in who have signed in; with roles, only those.
struct MembersMiddleware: RouterMiddleware {
    var roles = Set(Role.allCases)

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        let principal = try context.member
        guard roles.contains(principal.role) else { throw ProblemDetails.notForRole(principal.role) }
        let reads: Set<HTTPRequest.Method> = [.get, .head, .options]
        // A browser sends the cookie by itself, so what it changes must come from a form of ours or bear a token.
        if context.formKey != nil, !reads.contains(request.method),
            request.uri.path.hasPrefix(PortalLimits.apiPath)
        {
            throw ProblemDetails.bearerNeeded
        }
        return try await next(request, context)
    }
}

extension ProblemDetails {
    /// Nobody has signed in.
    static let signInNeeded = ProblemDetails(
        .unauthorized,
        "sign in first: a page by its sign-in link, a program with Authorization: Bearer and a token of `linkage token issue`",
        headers: [.wwwAuthenticate: "Bearer realm=\"linkage\""])

    /// The token proves nothing.
    static let badToken = ProblemDetails(
        .unauthorized, "the token is malformed, forged, expired, revoked, or not for this portal; get a new one",
        headers: [.wwwAuthenticate: "Bearer realm=\"linkage\", error=\"invalid_token\""])

    /// A session is for pages.
    static let bearerNeeded = ProblemDetails(
        .forbidden, "a browser's session may read the API only; to publish, use the pages or a bearer token")

    /// The role may not do that.
    static func notForRole(_ role: Role) -> ProblemDetails {
        ProblemDetails(.forbidden, "this is not for the role \(role.rawValue)")
    }
}
