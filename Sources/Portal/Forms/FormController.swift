internal import Contracts
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import Localization
internal import Pipeline

/// Publishes and withdraws by forms, without a line of JavaScript needed.
struct FormController {
    let portal: Portal
    let pages: PageLibrary
    private let parts: FormParts

    init(portal: Portal, pages: PageLibrary) {
        self.portal = portal
        self.pages = pages
        parts = FormParts(pages, portal.resolver.reference)
    }

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("publish/:subject", use: blank)
        routes.post("publish/:subject", use: send)
        routes.post("withdraw/:subject/:owner/:id", use: withdraw)
        routes.post("statement", use: statement)
        routes.get("commodities", use: commodities)
    }

    // MARK: - Showing

    /// The form: empty, or with what `?key=` last said, or with what other parameters propose.
    @Sendable private func blank(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (member, form) = try (context.member, form(context))
        let language = Language(request)
        var draft = FormDraft(form)
        var withdrawal: String?
        if let key = request.uri.queryParameters["key"].map(String.init) {
            guard let message = try await own(key, of: form.subject, member) else { throw ProblemDetails.unknown(key) }
            draft = FormDraft(form, amending: message, language)
            if form.subject.canBeWithdrawn { withdrawal = "/withdraw/\(form.subject.rawValue)/\(key)" }
        } else if form.subject == .profiles,
            let message = try await own("\(member.organisation)/profile", of: .profiles, member)
        {
            draft = FormDraft(form, amending: message, language)
        } else {
            for (name, value) in request.uri.queryParameters where form.fields.flatMap(\.inputs).contains(String(name))
            {
                draft.propose(String(name), String(value), language)
            }
            propose(&draft, member)
        }
        let frame = Frame(request, context, title: Catalogue(language: language)[form.title])
        return show(draft, frame, statement: statement(of: draft, language, member), withdrawal: withdrawal)
            .response()
    }

    /// What a key of the member's own last said, as the member sees it; nil where it is another's, unknown or withdrawn.
    private func own(_ key: String, of subject: Subject, _ member: Principal) async throws -> PublishedMessage? {
        guard let key = BusinessKey(key), key.owner == member.organisation else { return nil }
        return try await portal.cache.read { reader in
            guard let entry = try reader.subject(subject, key.description), !entry.isWithdrawn else { return nil }
            return try member.sight(of: entry, reader)
        }
    }

    /// What a new record begins with.
    private func propose(_ draft: inout FormDraft, _ member: Principal) {
        let form = draft.form
        if form.subject == .profiles {
            draft.values["id"] = "profile"
            draft.values["kind"] = ["fdi": "FDI", "official": "OFFICE"][member.role.rawValue] ?? "DOMESTIC"
        } else if draft.values["id"] == nil {
            let day = "\(CalendarDay(ofMilliseconds: portal.clock.now))".replacing("-", with: "")
            let chance = UUID().uuidString.replacing("-", with: "").prefix(12)
            draft.values["id"] = "\(form.idPrefix)-\(day)-\(chance)"
        }
    }

    private func show(
        _ draft: FormDraft, _ frame: Frame, eventId: String? = nil, found: [Commodity] = [], statement: String? = nil,
        withdrawal: String? = nil
    ) -> RenderedPage {
        pages.page(
            .form,
            FormView(
                draft, frame, parts, action: "/publish/\(draft.form.subject.rawValue)",
                eventId: eventId ?? UUID().uuidString.lowercased(), found: found, statement: statement,
                withdrawal: withdrawal))
    }

    // MARK: - Sending

    @Sendable private func send(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (member, form) = try (context.member, form(context))
        let body = try await FormBody(request, context)
        var draft = FormDraft(form, body)
        if let amended = try await own(body["amends"], of: form.subject, member), amended.id == draft.values["id"] {
            draft.keep(amended)
        }
        // A rate's key is its currency.
        if form.subject == .rates { draft.values["id"] = draft.values["currencyCode"] }
        if !body["pick"].isEmpty { draft.values["hsCode"] = body["pick"] }
        let language = Language(request)
        let frame = Frame(request, context, title: Catalogue(language: language)[form.title])
        let eventId = body["eventId"]
        func refused(_ refusals: [Refusal]) -> Response {
            draft.refusals = refusals
            let page = show(
                draft, frame, eventId: eventId, found: found(draft), statement: statement(of: draft, language, member))
            return page.response(status: refusals.isEmpty ? .ok : .unprocessableContent)
        }
        guard body["action"] != "look" else { return refused([]) }
        let message: PublishedMessage
        switch try await named(draft, member.organisation).message(of: member.organisation, portal.resolver) {
        case .success(let checked): message = checked
        case .failure(let refusals): return refused(refusals.all)
        }
        // The same form sent twice is a repeat, and so is an earlier one sent again; one that was edited is not.
        let positions = try await portal.publisher.publish(
            [message], eventId: eventId.isEmpty ? nil : "\(eventId)-\(message.contentDigest.prefix(4).hexadecimal)")
        let submission = try await outcome(positions[0])
        if submission?.outcome == .refused { return refused(submission?.refusals.map(Refusal.init) ?? []) }
        return .redirect(
            to: "\(Self.place(of: message))?sent=\(submission?.outcome.rawValue ?? "waiting")", type: .normal)
    }

    @Sendable private func withdraw(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (member, form) = try (context.member, form(context))
        let body = try await FormBody(request, context)
        let key = try context.pathKey
        guard key.owner == member.organisation else { throw ProblemDetails.unknown(key.description) }
        let eventId = body["eventId"]
        let positions = try await portal.publisher.withdraw(
            [key], of: form.subject, eventId: eventId.isEmpty ? nil : eventId)
        let submission = try await outcome(positions[0])
        return .redirect(
            to: "/?sent=\(submission.map { $0.outcome == .accepted ? "withdrawn" : $0.outcome.rawValue } ?? "waiting")",
            type: .normal)
    }

    /// What became of a record; nil where it is not known in time.
    private func outcome(_ position: Position) async throws -> Submission? {
        _ = try await portal.patience.sees { try await portal.cache.hasRecorded(position) }
        return try await portal.cache.submission(at: position)
    }

    /// A quote for an anonymous buyer names the requirement by its public id; the record names it by its key.
    private func named(_ draft: FormDraft, _ member: String) async throws -> FormDraft {
        guard draft.form.subject == .quotes, let asked = draft.values["requirement"], BusinessKey(asked) == nil,
            let key = try await portal.cache.read({ try $0.requirement(ofPublicId: asked, alikeThoseOf: member) })
        else { return draft }
        var named = draft
        named.values["requirement"] = key
        return named
    }

    /// Where a record is seen once it is published.
    private static func place(of message: PublishedMessage) -> String {
        switch message {
        case .requirement, .capability: "/\(message.subject.rawValue)/\(message.owner)/\(message.id)"
        case .award(let award): "/requirements/\(award.requirement)"
        case .product: "/products"
        case .quote, .subscription: "/opportunities"
        case .verification: "/verify"
        case .profile, .rate: "/"
        }
    }

    private func form(_ context: PortalRequestContext) throws -> Form {
        guard let subject = context.parameters.get("subject").flatMap(Subject.init(rawValue:)),
            let form = Form.of(subject)
        else { throw ProblemDetails.unknownRoute }
        let role = try context.member.role
        guard role != .operator, role.publishes(subject) else { throw ProblemDetails.notForRole(role) }
        return form
    }

    // MARK: - Help while typing

    /// The codes that fit the words typed for a commodity; none where they are a code.
    private func found(_ draft: FormDraft) -> [Commodity] {
        guard let words = draft.values["hsCode"], !Commodity.isWellFormed(words) else { return [] }
        return portal.resolver.reference.commodities(matching: words, limit: PortalLimits.foundCodes)
    }

    /// What the cost statement of a draft comes to; nil where it has none, or none that adds up.
    private func statement(of draft: FormDraft, _ language: Language, _ member: Principal) -> String? {
        guard draft.form.subject == .capabilities else { return nil }
        var stated = draft
        // The rest may still be wrong.
        stated.values = draft.values.filter { $0.key.hasPrefix("costStatement.") }
        guard case .success(.capability(let capability)) = stated.decoded(of: member.organisation),
            capability.hasCostStatement
        else { return nil }
        let content = portal.resolver.localContent(of: capability.costStatement)
        return content?.ratio.map { Figures(language: language).percent($0.millionths) }
    }

    /// The same for a page that asks while somebody types: `{"lvc": "50.0%"}`, or null and why.
    @Sendable private func statement(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let member = try context.member
        guard let form = Form.of(.capabilities), member.role == .supplier else {
            throw ProblemDetails.notForRole(member.role)
        }
        let body = try await FormBody(request, context)
        var draft = FormDraft(form, body)
        if let amended = try await own(body["amends"], of: form.subject, member) { draft.keep(amended) }
        return JSON.object([("lvc", .text(statement(of: draft, Language(request), member)))]).response()
    }

    /// Codes that fit words: `{"items": [{"code": …, "vietnamese": …, "english": …}]}`.
    @Sendable private func commodities(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let words = try Query(request, "q", "lang").text("q") ?? ""
        let found = portal.resolver.reference.commodities(matching: words, limit: PortalLimits.foundCodes)
        return JSON.object([
            (
                "items",
                .list(
                    found.map {
                        .object([
                            ("code", .text($0.code)), ("vietnamese", .text($0.vietnamese)),
                            ("english", .text($0.english)),
                        ])
                    })
            )
        ]).response()
    }
}

extension Sequence<UInt8> {
    /// Two digits a byte.
    var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}

extension Refusal {
    fileprivate init(_ refusal: WireRefusal) {
        self.init(
            RefusalReason(rawValue: refusal.reason) ?? .malformed, field: refusal.field, refusal.message)
    }
}
