internal import Contracts
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import Pipeline

/// Tells a publisher what became of its record.
struct SubmissionController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("submissions/**", use: show)
    }

    /// A position has slashes; they may be encoded.
    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        _ = try Query(request)
        let path = context.parameters.getCatchAll().joined(separator: "/")
        guard let position = path.removingPercentEncoding.flatMap({ Position($0) }),
            Subject(topic: position.topicPartition.topic) != nil
        else {
            throw ProblemDetails.badParameter(
                "malformed", "position",
                "a position is topic/partition/offset of a public topic, as the answer to a publication has it")
        }
        let submission = try await cache.submission(at: position)
        let member = try context.member
        // Repeats have no key, and say nothing; a refused record without a readable key could be anyone's.
        let isTheirs =
            submission.map {
                $0.key.isEmpty ? $0.refusals.isEmpty : enterprise(of: $0.key) == member.organisation
            } ?? true
        guard let submission, isTheirs || member.role == .operator else {
            throw ProblemDetails(
                kind: "outcome-unknown", .notFound, title: "The outcome is not known yet",
                "what became of \(position) is not known yet, or there is no such record",
                headers: [.retryAfter: "\(PortalLimits.retryOutcomeSeconds)"])
        }
        return submission.json(at: position).response()
    }
}

extension Submission {
    fileprivate func json(at position: Position) -> JSON {
        .object([
            ("position", .text(position.description)), ("outcome", .text(outcome.rawValue)),
            ("key", .text(key.isEmpty ? nil : key)),
            ("version", .number(version == 0 ? nil : Int64(clamping: version))),
            (
                "errors",
                .list(
                    refusals.map { ProblemDetails.Fault(reason: $0.reason, field: $0.field, message: $0.message).json })
            ),
        ])
    }
}
