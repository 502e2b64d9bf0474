internal import Contracts
internal import EventLog
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import NIOCore
internal import Pipeline

/// Publishes, withdraws and shows what firms and officials say of one subject.
struct SubjectController {
    let subject: Subject
    let portal: Portal
    let counters: PortalCounters

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        let group = routes.group(RouterPath(subject.rawValue))
        group.post(use: publish)
        group.get(use: list)
        group.get(":owner/:id", use: show)
        group.delete(":owner/:id", use: withdraw)
    }

    // MARK: - Publishing

    /// Answers once the log has acknowledged the record: acknowledged means durable.
    @Sendable private func publish(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let member = try context.member
        guard member.role.publishes(subject) else { throw ProblemDetails.notForRole(member.role) }
        let eventId = try eventId(of: request)
        let message: PublishedMessage
        let key: BusinessKey
        do {
            message = try check(try await body(of: request), contentType: request.headers[.contentType])
            key = try message.key.get()
        } catch let refusals as Refusals {
            counters.refused(subject)
            throw ProblemDetails(refusals)
        }
        guard member.publishes(subject, of: key.owner) else { throw ProblemDetails.otherOwner(member) }
        return acknowledged(key, try await portal.publisher.publish([message], eventId: eventId))
    }

    @Sendable private func withdraw(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let member = try context.member
        guard member.role.publishes(subject) else { throw ProblemDetails.notForRole(member.role) }
        let key = try context.pathKey
        guard member.publishes(subject, of: key.owner) else { throw ProblemDetails.otherOwner(member) }
        let eventId = try eventId(of: request)
        return acknowledged(key, try await portal.publisher.withdraw([key], of: subject, eventId: eventId))
    }

    private func acknowledged(_ key: BusinessKey, _ positions: [Position]) -> Response {
        counters.published(subject)
        guard let position = positions.first else { preconditionFailure("a log gives each message a position") }
        let submission = "\(PortalLimits.apiPath)/submissions/\(position)"
        return JSON.object([
            ("key", .text(key.description)), ("position", .text(position.description)),
            ("submission", .text(submission)),
        ]).response(status: .accepted, headers: [.location: submission])
    }

    /// Everything that can be told from the record alone is told at once.
    private func check(_ body: [UInt8], contentType: String?) throws(Refusals) -> PublishedMessage {
        guard let contentType else {
            throw Refusals(Refusal(.unknownContentType, "say in Content-Type whether it is JSON or Protobuf"))
        }
        return try RecordCodec.decode(subject: subject, contentType: contentType, value: body)
            .flatMap(portal.resolver.checked).get()
    }

    private func body(of request: Request) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > PortalLimits.bodyBytes {
            throw ProblemDetails.bodyTooLarge
        }
        do {
            return Array(try await request.body.collect(upTo: PortalLimits.bodyBytes).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw ProblemDetails.bodyTooLarge
        } catch {
            throw ProblemDetails(.badRequest, "the body did not arrive in full")
        }
    }

    /// `Idempotency-Key` is the event's id: a record with an id that its key has had lately is a repeat. A structured
    /// string, in quotes, means what is between them.
    private func eventId(of request: Request) throws -> String? {
        let name = HTTPField.Name.idempotencyKey
        guard var id = request.headers[name] else { return nil }
        if id.count >= 2, id.hasPrefix("\""), id.hasSuffix("\"") { id = String(id.dropFirst().dropLast()) }
        guard (1...ContractLimits.eventTextBytes).contains(id.utf8.count) else {
            throw ProblemDetails.badParameter(
                "outOfRange", name.rawName, "the key has from 1 to \(ContractLimits.eventTextBytes) bytes")
        }
        return id
    }

    // MARK: - Showing

    @Sendable private func list(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "owner", "hs", "limit", "cursor")
        var filter = HistoryReader.SubjectFilter()
        filter.owner = try query.enterprise("owner")
        filter.hsPrefix = try query.hsPrefix("hs")
        guard filter.hsPrefix == nil || subject.hasCode else {
            throw ProblemDetails.badParameter("notSupported", "hs", "\(subject.rawValue) have no HS code")
        }
        filter.after = try query.cursor()
        let limit = try query.limit()
        filter.limit = .max
        let member = try context.member
        guard let filter = member.narrowed(filter, of: subject) else { return Page.empty.json.response() }
        // Only what is shown counts: neither the length of a page nor the cursor tells of anything else.
        let shown = try await portal.cache.read { [subject] reader in
            var shown: [(entry: SubjectEntry, seen: PublishedMessage)] = []
            try reader.scan(subject, filter) { entry in
                if let seen = try member.sight(of: entry, reader) { shown.append((entry, seen)) }
                return shown.count <= limit
            }
            return shown
        }
        return Page(shown, limit: limit, key: \.entry.key) { $0.entry.json($0.seen) }.json.response()
    }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        _ = try Query(request)
        let key = try context.pathKey.description
        let member = try context.member
        let (entry, seen, standings) = try await portal.cache.read { [subject] reader in
            let entry = try reader.subject(subject, key)
            return (
                entry, try entry.flatMap { try member.sight(of: $0, reader) },
                try entry.flatMap { try reader.standings(of: $0) }
            )
        }
        guard let entry, let seen else { throw ProblemDetails.unknown(key) }
        guard !entry.isWithdrawn else { throw ProblemDetails(.gone, "\(key) was withdrawn") }
        return entry.json(seen, standings).response()
    }
}

extension Subject {
    /// Whether its keys have an HS code to look for.
    fileprivate var hasCode: Bool {
        switch self {
        case .requirements, .products, .capabilities, .awards: true
        case .profiles, .quotes, .subscriptions, .verifications, .rates: false
        }
    }
}

extension HTTPField.Name {
    /// `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
    static let idempotencyKey = known("Idempotency-Key")
}
