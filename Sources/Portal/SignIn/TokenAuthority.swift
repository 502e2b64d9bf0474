internal import Contracts
internal import Crypto
public import Foundation
internal import JWTKit
public import Logging

/// Issues and checks the tokens that prove who asks: JWTs (RFC 7519) signed with the office's own secret by HMAC with
/// SHA-256, or those of another issuer whose keys are known (RFC 7517).
///
/// ```swift
/// let authority = try await TokenAuthority(secret: secret)
/// let token = try await authority.issue(.access, role: .fdi, organisation: "2300000001", lasting: .days(90))
/// let principal = try await authority.principal(of: token.text, for: .access)
/// ```
public struct TokenAuthority: Sendable {
    /// What a token is for. One is never taken for another.
    public enum Purpose: String, Sendable {
        /// A bearer of the API.
        case access = "linkage"
        /// A browser that has signed in.
        case session = "linkage-session"
        /// A link by which somebody signs in.
        case link = "linkage-link"
        /// A link by which somebody signs in once.
        case invitation = "linkage-invitation"
    }

    /// A token and what it says.
    public struct Issued: Sendable {
        /// The JWT.
        public let text: String
        /// Its id, by which it is revoked.
        public let id: String
        /// When it ends.
        public let expires: Date
    }

    /// Another issuer whose access tokens are taken.
    public struct OutsideIssuer: Sendable {
        /// The claim `iss` of its tokens.
        public let name: String
        /// What the claim `aud` of its tokens must name.
        public let audience: String
        /// A file with its keys, a JSON Web Key Set. It is read again whenever it changes.
        public let keyFile: String
        /// Where it is told when the file can't be read.
        public let logger: Logger

        /// An issuer and its keys.
        public init(name: String, audience: String, keyFile: String, logger: Logger) {
            self.name = name
            self.audience = audience
            self.keyFile = keyFile
            self.logger = logger
        }
    }

    private static let issuer = "linkage"
    private let secret: SymmetricKey
    private let ours = JWTKeyCollection()
    private let theirs: (keys: OutsideKeys, issuer: OutsideIssuer)?
    private let now: @Sendable () -> Date

    /// An authority over a secret of at least 32 bytes.
    /// - parameter now: Reads the time that tokens are held against.
    /// - throws: Where the other issuer's keys can't be read.
    public init(
        secret: [UInt8], outside: OutsideIssuer? = nil, now: @escaping @Sendable () -> Date = { Date() }
    ) async throws {
        precondition(secret.count >= 32, "a secret has at least 32 bytes")
        self.secret = SymmetricKey(data: secret)
        self.now = now
        await ours.add(hmac: HMACKey(from: secret), digestAlgorithm: .sha256)
        if let outside {
            theirs = (try await OutsideKeys(file: outside.keyFile, logger: outside.logger), outside)
        } else {
            theirs = nil
        }
    }

    /// A new token.
    /// - parameter link: The id of the link by which a session begins.
    public func issue(
        _ purpose: Purpose, role: Role, organisation: String, lasting seconds: Int, link: String? = nil
    ) async throws -> Issued {
        let claims = Claims(
            issuer: Self.issuer, audience: [purpose.rawValue], role: role.rawValue, organisation: organisation,
            id: UUID().uuidString.lowercased(), expires: now().addingTimeInterval(TimeInterval(seconds)), link: link)
        return Issued(text: try await ours.sign(claims), id: claims.jti.value, expires: claims.exp.value)
    }

    /// Who a token proves; nil where it is not ours, is for something else, or has ended.
    public func principal(of token: String, for purpose: Purpose) async -> Principal? {
        if let claims = try? await ours.verify(token, as: Claims.self) {
            return claims.iss.value == Self.issuer && claims.aud.value == [purpose.rawValue]
                ? claims.principal(at: now()) : nil
        }
        guard purpose == .access, let theirs,
            let claims = try? await theirs.keys.current().verify(token, as: Claims.self),
            claims.iss.value == theirs.issuer.name, claims.aud.value.contains(theirs.issuer.audience)
        else { return nil }
        return claims.principal(at: now())
    }

    /// The id that a token states, or that of a link, without looking whether it is genuine; nil where it is neither.
    public static func id(of text: String) -> String? {
        let token = URLComponents(string: text)?.queryItems?.first { $0.name == "token" }?.value ?? text
        return (try? DefaultJWTParser().parse(Array(token.utf8), as: Claims.self))?.payload.jti.value
    }

    /// Whether a principal's token has ended.
    func hasEnded(_ principal: Principal) -> Bool { principal.expires <= now() }

    /// What the forms of a session carry, so that another site can't send them: an HMAC of the session's id.
    func formKey(of session: Principal) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("form \(session.tokenId)".utf8), using: secret)
        return code.hexadecimal
    }
}

/// The claims of a token (RFC 7519, section 4.1), and three of ours: `role`, `org`, and `linkageLink` where a session
/// has one.
private struct Claims: JWTPayload {
    let iss: IssuerClaim
    let aud: AudienceClaim
    let exp: ExpirationClaim
    let jti: IDClaim
    let role: String
    let org: String
    let linkageLink: String?

    init(
        issuer: String, audience: [String], role: String, organisation: String, id: String, expires: Date, link: String?
    ) {
        iss = IssuerClaim(value: issuer)
        aud = AudienceClaim(value: audience)
        exp = ExpirationClaim(value: expires)
        jti = IDClaim(value: id)
        self.role = role
        org = organisation
        linkageLink = link
    }

    /// Only the signature is checked here: what time it is, the authority knows.
    func verify(using algorithm: some JWTAlgorithm) throws {}

    func principal(at now: Date) -> Principal? {
        guard exp.value > now, let role = Role(rawValue: role), BusinessKey.isEnterpriseCode(org), !jti.value.isEmpty
        else { return nil }
        return Principal(role: role, organisation: org, tokenId: jti.value, linkId: linkageLink, expires: exp.value)
    }
}
