internal import HTTPTypes
internal import Hummingbird

/// Why a request was not done, as `application/problem+json` (RFC 9457).
struct ProblemDetails: HTTPResponseError {
    /// A URI that names the kind; `about:blank` where the status says all.
    var type = "about:blank"
    /// The HTTP status.
    let status: HTTPResponse.Status
    /// What the kind is called, the same every time.
    let title: String
    /// What is wrong this time and what to do.
    let detail: String
    /// What is wrong with each field.
    var errors: [Fault] = []
    /// Headers besides the content type, such as `Retry-After`.
    var headers: HTTPFields = [:]

    /// What is wrong with one field of a record, or one parameter of a query.
    struct Fault: Hashable, Sendable {
        /// A stable code for programs.
        let reason: String
        /// A JSON path, or the name of a parameter or header; empty for the whole.
        let field: String
        /// What is wrong and what to do.
        let message: String
    }

    /// A problem of which the status says the kind.
    init(_ status: HTTPResponse.Status, _ detail: String, errors: [Fault] = [], headers: HTTPFields = [:]) {
        self.init(kind: nil, status, title: status.reasonPhrase, detail, errors: errors, headers: headers)
    }

    /// A problem of a kind of our own.
    init(
        kind: String?, _ status: HTTPResponse.Status, title: String, _ detail: String, errors: [Fault] = [],
        headers: HTTPFields = [:]
    ) {
        if let kind { type = "urn:linkage:problem:\(kind)" }
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = errors
        self.headers = headers
    }

    func response(from request: Request, context: some RequestContext) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return json.response(status: status, headers: headers)
    }

    private var json: JSON {
        var members: [(String, JSON)] = [
            ("type", .text(type)), ("title", .text(title)), ("status", .number(Int64(status.code))),
            ("detail", .text(detail)),
        ]
        if !errors.isEmpty { members.append(("errors", .list(errors.map(\.json)))) }
        return .object(members)
    }
}

extension ProblemDetails.Fault {
    /// The fault as an object.
    var json: JSON { .object([("reason", .text(reason)), ("field", .text(field)), ("message", .text(message))]) }
}

// MARK: - Of the request

extension ProblemDetails {
    /// No such path.
    static let unknownRoute = ProblemDetails(
        .notFound, "there is nothing at this address; the API begins with \(PortalLimits.apiPath)")

    /// Nothing under a key.
    static func unknown(_ what: String) -> ProblemDetails { ProblemDetails(.notFound, "\(what) is not known") }

    /// The path is known, the method is not.
    static func methodNotAllowed(_ allowed: [String]) -> ProblemDetails {
        let list = allowed.joined(separator: ", ")
        return ProblemDetails(.methodNotAllowed, "this address takes \(list)", headers: [.allow: list])
    }

    /// A record in another's name.
    static func otherOwner(_ member: Principal) -> ProblemDetails {
        let message = "your token speaks for \(member.organisation): the key must begin with it"
        return ProblemDetails(
            .forbidden, message, errors: [Fault(reason: "notTheOwner", field: "owner", message: message)])
    }

    /// A parameter or header that can't be used.
    static func badParameter(_ reason: String, _ field: String, _ message: String) -> ProblemDetails {
        ProblemDetails(
            .badRequest, "\(field): \(message)", errors: [Fault(reason: reason, field: field, message: message)])
    }

    /// The cache did not come to a position in time.
    static func notRecordedInTime(_ position: String) -> ProblemDetails {
        ProblemDetails(
            kind: "not-recorded-in-time", .gatewayTimeout, title: "Not recorded in time",
            "\(position) is not in the cache yet; ask again, or without after",
            headers: [.retryAfter: "\(PortalLimits.retryOutcomeSeconds)"])
    }

    /// Something failed that is no fault of the caller's; the log of the service says what.
    static let unexpected = ProblemDetails(.internalServerError, "something failed here; the service's log says what")
}
