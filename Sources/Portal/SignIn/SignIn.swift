internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// How people and programs prove who they are: a bearer token at the API, a cookie in a browser.
public struct SignIn: Sendable {
    /// Issues and checks tokens.
    public let authority: TokenAuthority
    /// Remembers what was revoked, and who registered.
    public let store: SignInStore
    /// Whether the portal is called by TLS, so that cookies are never sent without.
    public var isSecure = false

    /// Sign-in by an authority and a store.
    public init(authority: TokenAuthority, store: SignInStore) {
        self.authority = authority
        self.store = store
    }

    /// Who a token proves that has not been revoked.
    public func principal(of token: String, for purpose: TokenAuthority.Purpose) async throws -> Principal? {
        guard token.utf8.count <= PortalLimits.tokenBytes,
            let principal = await authority.principal(of: token, for: purpose), try await !isRevoked(principal)
        else { return nil }
        return principal
    }

    /// Whether a principal's token was revoked, or the link by which its session began.
    func isRevoked(_ principal: Principal) async throws -> Bool {
        try await store.isRevoked(principal.tokenId, link: principal.linkId)
    }

    /// Whether a principal proves nothing any more: its token has ended, or was revoked.
    func hasEnded(_ principal: Principal) async throws -> Bool {
        if authority.hasEnded(principal) { return true }
        return try await isRevoked(principal)
    }

    // MARK: - Links and sessions

    /// The address by which somebody signs in, below an address of the portal such as `http://127.0.0.1:8080`.
    public func link(
        to address: String, _ purpose: TokenAuthority.Purpose = .link, role: Role, organisation: String,
        lasting seconds: Int
    ) async throws -> String {
        let token = try await authority.issue(purpose, role: role, organisation: organisation, lasting: seconds)
        return "\(address)/sign-in?token=\(token.text)"
    }

    /// Who a link is for; nil where it has ended or was used.
    func guest(of token: String) async throws -> Principal? {
        if let guest = try await principal(of: token, for: .link) { return guest }
        guard let guest = try await principal(of: token, for: .invitation), try await !store.isUsed(guest.tokenId)
        else {
            return nil
        }
        return guest
    }

    /// The cookie of a new session for whoever has a link; nil where the link has ended or was used.
    func session(byLink token: String) async throws -> Cookie? {
        let link = try await principal(of: token, for: .link)
        let invitation = link == nil ? try await principal(of: token, for: .invitation) : nil
        if let invitation, try await !store.use(invitation.tokenId) { return nil }
        guard let guest = link ?? invitation else { return nil }
        return try await session(role: guest.role, organisation: guest.organisation, link: guest.tokenId)
    }

    /// The cookie of a new session.
    /// - parameter link: The id of the link by which it begins, if it begins by one.
    func session(role: Role, organisation: String, link: String? = nil) async throws -> Cookie {
        let token = try await authority.issue(
            .session, role: role, organisation: organisation, lasting: PortalLimits.sessionSeconds, link: link)
        return cookie(token.text, seconds: PortalLimits.sessionSeconds)
    }

    /// The cookie that ends a session in the browser.
    var noSession: Cookie { cookie("", seconds: 0) }

    private func cookie(_ value: String, seconds: Int) -> Cookie {
        Cookie(
            name: Self.cookieName, value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    static let cookieName = "linkage_session"
}
