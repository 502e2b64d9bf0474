internal import Contracts
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import NIOCore
internal import ServiceLifecycle

/// Shows a supplier what it was told last of each requirement, and tells it as it happens.
struct OpportunityController {
    let portal: Portal

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("opportunities", use: list)
        routes.get("opportunities/stream", use: stream)
    }

    /// Newest first.
    @Sendable private func list(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "supplier", "limit", "cursor")
        let supplier = try supplier(query, context)
        let limit = try query.limit()
        let after = try query.place()
        let entries = try await portal.cache.read { try $0.opportunities(of: supplier, after: after, limit: limit + 1) }
        return try Page(entries, limit: limit, key: \.place.description) { .written(try $0.json) }.json.response()
    }

    /// Server-Sent Events (WHATWG HTML, section 9.2): `event: opportunity`, the message as data, its place as id once the
    /// cache has it and all before it. With `Last-Event-ID` it goes on from there; what was told at that very moment, or a
    /// minute before it by another partition, may come again.
    @Sendable private func stream(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "supplier", "lastEventId")
        let supplier = try supplier(query, context)
        guard portal.cache.news.watcherCount(of: supplier) < PortalLimits.streamsOfOne else {
            throw ProblemDetails(
                .tooManyRequests, "\(PortalLimits.streamsOfOne) streams are open for \(supplier); close some")
        }
        let (signIn, member) = (portal.signIn, try context.member)
        // Watching begins before the listing is read, so that nothing falls between.
        let news = portal.cache.news.stream(of: supplier)
        let first = try await missed(by: supplier, since: request.headers[.lastEventId] ?? query.text("lastEventId"))
        let pause = portal.heartbeat
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: ": watching\n\n"))
            var sent: Set<OpportunityEntry.Place> = []
            var missed = first
            while let last = missed.last {
                for entry in missed { try await writer.write(ByteBuffer(string: try entry.event())) }
                sent = Set(missed.map(\.place))
                missed = try await next(after: last.place, to: supplier)
            }
            for await part in EventParts(news, heartbeat: pause).cancelOnGracefulShutdown() {
                if let part, sent.contains(part.entry.place) { continue }
                if part == nil, try await signIn.hasEnded(member) { break }
                try await writer.write(ByteBuffer(string: part?.text ?? ": still here\n\n"))
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .accelBuffering: "no"], body: body)
    }

    private func missed(by supplier: String, since id: String?) async throws -> [OpportunityEntry] {
        guard let id else { return [] }
        guard let since = OpportunityEntry.Place(id)?.aMinuteBefore else {
            throw ProblemDetails.badParameter("malformed", "Last-Event-ID", "use the id of the last event")
        }
        return try await portal.cache.read {
            try $0.opportunities(of: supplier, since: since, limit: PortalLimits.missedEvents)
        }
    }

    private func next(after place: OpportunityEntry.Place, to supplier: String) async throws -> [OpportunityEntry] {
        try await portal.cache.read {
            try $0.opportunities(of: supplier, since: place, limit: PortalLimits.missedEvents)
        }
    }

    private func supplier(_ query: Query, _ context: PortalRequestContext) throws -> String {
        let member = try context.member
        let supplier = try query.enterprise("supplier") ?? member.organisation
        guard member.role == .supplier, supplier == member.organisation else {
            throw ProblemDetails(.forbidden, "a supplier sees its own opportunities, and nobody else's")
        }
        return supplier
    }
}

extension Query {
    /// After which opportunity the listing goes on.
    func place() throws(ProblemDetails) -> OpportunityEntry.Place? {
        guard let cursor = try cursor() else { return nil }
        guard let place = OpportunityEntry.Place(cursor) else {
            throw .badParameter("malformed", "cursor", "use the cursor that the page before gave as next")
        }
        return place
    }
}

extension OpportunityEntry {
    /// The entry as an event. Its message has no line breaks.
    /// - parameter isRecorded: Whether a listing that goes on after it is complete: only then has the event an id.
    fileprivate func event(isRecorded: Bool = true) throws -> String {
        "event: opportunity\n\(isRecorded ? "id: \(place)\n" : "")data: \(try json)\n\n"
    }
}

extension OpportunityNews.Event {
    /// The event as it is sent. Of what was heard already, the id is, which no reader sees as an event.
    fileprivate var text: String {
        get throws { isNew ? try entry.event(isRecorded: isRecorded) : "id: \(entry.place)\n\n" }
    }
}

extension OpportunityEntry.Place {
    /// The beginning of what was told a minute before; nil where the time is no time.
    fileprivate var aMinuteBefore: Self? {
        CalendarDay.milliseconds(timestamp: asOf).map {
            Self(asOf: CalendarDay.timestamp(milliseconds: $0 - 60_000), requirement: "")
        }
    }
}

extension HTTPField.Name {
    /// `Last-Event-ID` (WHATWG HTML, section 9.2).
    fileprivate static let lastEventId = known("Last-Event-ID")
    /// `X-Accel-Buffering`: asks a proxy in front not to hold events back.
    fileprivate static let accelBuffering = known("X-Accel-Buffering")
}
