internal import EventLog
internal import HTTPTypes
internal import Hummingbird
internal import Pipeline

/// Lets a read wait until the cache has come to the position in `?after=`: that of a record published before.
struct PositionMiddleware: RouterMiddleware {
    let portal: Portal

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        if request.method == .get, let text = request.uri.queryParameters["after"], !text.isEmpty {
            guard let position = Position(text), Topic.allOfLinkage.contains(position.topicPartition.topic) else {
                throw ProblemDetails.badParameter(
                    "malformed", "after", "a position is topic/partition/offset, as the answer to a publication has it")
            }
            guard try await portal.patience.sees({ try await portal.cache.hasRecorded(position) }) else {
                throw ProblemDetails.notRecordedInTime("\(position)")
            }
        }
        return try await next(request, context)
    }
}
