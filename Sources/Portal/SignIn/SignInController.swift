internal import Contracts
internal import Foundation
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import Pipeline

/// Signs people in by links, takes registrations, and lets officials decide them.
struct SignInController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("sign-in", use: ask)
        routes.post("sign-in", use: enter)
        routes.post("sign-out", use: leave)
        routes.get("register", use: registrationForm)
        routes.post("register", use: register)
        routes.get("register/:code", use: registration)
        routes.post("register/:code", use: enterRegistered)
        let officials = routes.group("registrations").add(middleware: MembersMiddleware(roles: [.official, .operator]))
        officials.get(use: waiting)
        officials.post(use: invite)
        officials.post(":code", use: decide)
    }

    private func frame(_ request: Request, _ context: PortalRequestContext, _ title: FormText) -> Frame {
        Frame(request, context, title: Catalogue(language: Language(request))[title])
    }

    // MARK: - Links

    /// A link only shows whom it is for; a button signs in. A program that follows links in mail uses none up.
    @Sendable private func ask(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let token = request.uri.queryParameters["token"].map(String.init)
        var guest: SignInView.Guest?
        var isSpent = false
        if let token {
            let principal = try await portal.signIn.guest(of: token)
            guest = try principal.map { SignInView.Guest($0, token, try name(of: $0)) }
            isSpent = guest == nil
        }
        return pages.page(.signIn, SignInView(frame(request, context, .signIn), guest: guest, isSpent: isSpent))
            .response()
    }

    private func name(of principal: Principal) throws -> String {
        try portal.cache.read { try $0.name(ofEnterprise: principal.organisation) }
    }

    @Sendable private func enter(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let body = try await FormBody(stranger: request)
        guard let cookie = try await portal.signIn.session(byLink: body["token"]) else {
            return pages.page(.signIn, SignInView(frame(request, context, .signIn), guest: nil, isSpent: true))
                .response(status: .forbidden)
        }
        return home(with: cookie)
    }

    @Sendable private func leave(_ request: Request, context: PortalRequestContext) async throws -> Response {
        _ = try await FormBody(request, context)
        try await portal.signIn.store.revoke(try context.member.tokenId)
        return home(with: portal.signIn.noSession)
    }

    private func home(with cookie: Cookie) -> Response {
        var response = Response.redirect(to: "/", type: .normal)
        response.setCookie(cookie)
        return response
    }

    // MARK: - Registrations

    @Sendable private func registrationForm(_ request: Request, context: PortalRequestContext) async throws -> Response
    {
        pages.page(.register, RegisterView(frame(request, context, .register), [:], wrong: [])).response()
    }

    @Sendable private func register(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let body = try await FormBody(stranger: request)
        let role = Role(rawValue: body["role"]).flatMap { [.fdi, .supplier].contains($0) ? $0 : nil }
        var wrong: [FormText] = []
        if role == nil { wrong.append(.wrongRole) }
        if !BusinessKey.isEnterpriseCode(body["organisation"]) { wrong.append(.wrongCode) }
        if !(1...ContractLimits.eventTextBytes).contains(body["name"].utf8.count) { wrong.append(.wrongName) }
        if !(1...ContractLimits.eventTextBytes).contains(body["contact"].utf8.count) { wrong.append(.wrongContact) }
        let code = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        if wrong.isEmpty, let role {
            let registration = SignInStore.Registration(
                code: code, at: portal.clock.now, role: role, organisation: body["organisation"], name: body["name"],
                contact: body["contact"])
            if try await portal.signIn.store.add(registration) {
                return .redirect(to: "/register/\(code)", type: .normal)
            }
            wrong.append(.tooManyWaiting)
        }
        return pages.page(.register, RegisterView(frame(request, context, .register), body.fields, wrong: wrong))
            .response(status: .unprocessableContent)
    }

    /// Whoever registered sees here what became of it; the address is known to nobody else.
    @Sendable private func registration(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let registration = try await known(context)
        return pages.page(.registration, RegistrationView(frame(request, context, .register), registration)).response()
    }

    @Sendable private func enterRegistered(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let registration = try await known(context)
        guard registration.state == .confirmed else {
            throw ProblemDetails(.forbidden, "no official has confirmed it yet")
        }
        guard registration.at + PortalLimits.registrationMilliseconds > portal.clock.now else {
            throw ProblemDetails(.forbidden, "this address has ended; ask the office for an invitation")
        }
        return home(
            with: try await portal.signIn.session(role: registration.role, organisation: registration.organisation))
    }

    private func known(_ context: PortalRequestContext) async throws -> SignInStore.Registration {
        let code = context.parameters.get("code") ?? ""
        guard let registration = try await portal.signIn.store.registration(code) else {
            throw ProblemDetails.unknown("this registration")
        }
        return registration
    }

    // MARK: - Of officials

    @Sendable private func waiting(_ request: Request, context: PortalRequestContext) async throws -> Response {
        try await list(request, context)
    }

    private func list(_ request: Request, _ context: PortalRequestContext, invitation: String? = nil) async throws
        -> Response
    {
        let registrations = try await portal.signIn.store.waitingRegistrations()
        return pages.page(
            .registrations,
            RegistrationsView(
                frame(request, context, .registrations), registrations, invitation: invitation,
                mayInviteOffice: try context.member.role == .operator)
        ).response()
    }

    /// Makes a link for somebody of a role and an organisation. Only an operator invites officials and operators.
    @Sendable private func invite(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let body = try await FormBody(request, context)
        guard let role = Role(rawValue: body["role"]), BusinessKey.isEnterpriseCode(body["organisation"]) else {
            throw ProblemDetails(.unprocessableContent, "a role, and an enterprise code of 10 digits or 10-3 digits")
        }
        guard try context.member.role == .operator || [.fdi, .supplier].contains(role) else {
            throw ProblemDetails.notForRole(try context.member.role)
        }
        let scheme = portal.signIn.isSecure ? "https" : "http"
        let link = try await portal.signIn.link(
            to: "\(scheme)://\(request.head.authority ?? "localhost")", .invitation, role: role,
            organisation: body["organisation"], lasting: PortalLimits.invitationSeconds)
        return try await list(request, context, invitation: link)
    }

    @Sendable private func decide(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let body = try await FormBody(request, context)
        guard let state = SignInStore.Registration.State(rawValue: body["decision"]), state != .waiting,
            try await portal.signIn.store.decide(
                context.parameters.get("code") ?? "", state, by: try context.member)
        else { throw ProblemDetails.unknown("this registration") }
        return .redirect(to: "/registrations", type: .normal)
    }
}
