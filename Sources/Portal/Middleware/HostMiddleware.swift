internal import HTTPTypes
internal import Hummingbird

/// Refuses requests under a name that is not the portal's. A page elsewhere can point a name of its own at this machine
/// (DNS rebinding) and would then read as the portal's own pages do.
struct HostMiddleware: RouterMiddleware {
    let allowed: Set<String>

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        let host = request.head.authority.map(Self.host) ?? ""
        guard Self.loopback.contains(host) || allowed.contains(host) else {
            throw ProblemDetails(
                .misdirectedRequest, "the portal is not called \"\(host.prefix(100))\"; call it by its own name")
        }
        return try await next(request, context)
    }

    /// The name or address of an authority in lower case, without its port.
    static func host(of authority: String) -> String {
        let lowercased = authority.lowercased()
        if lowercased.hasPrefix("["), let end = lowercased.firstIndex(of: "]") { return String(lowercased[...end]) }
        return String(lowercased.prefix { $0 != ":" })
    }
}
