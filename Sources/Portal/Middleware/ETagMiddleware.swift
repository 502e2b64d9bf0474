internal import HTTPTypes
internal import History
internal import Hummingbird

/// Lets a reader ask whether anything has changed: the tag of an answer is how far the cache had come, and who asked
/// (RFC 9110, sections 8.8.3 and 13.1.2). Whatever is recorded makes every tag another, so a tag never stands too long.
struct ETagMiddleware: RouterMiddleware {
    let cache: HistoryCache

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        let member = try context.member
        guard request.method == .get || request.method == .head else { return try await next(request, context) }
        let recorded = try await cache.read { try $0.recordedCount() }
        let tag = "W/\"\(recorded)-\(member.role.rawValue)-\(member.organisation)\""
        if let known = request.headers[.ifNoneMatch],
            known.split(separator: ",").contains(where: { $0.drop { $0 == " " } == tag })
        {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = try await next(request, context)
        // A stream has no state that could be the same.
        if response.status == .ok, response.headers[.contentType] == "application/json" {
            response.headers[.eTag] = tag
        }
        return response
    }
}
