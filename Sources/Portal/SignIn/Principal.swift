internal import Contracts
public import Foundation

/// Who asks: a role of an organisation, as a token proved.
public struct Principal: Sendable, Hashable {
    /// What it may be.
    public let role: Role
    /// Enterprise code of the organisation it speaks for.
    public let organisation: String
    /// The id of the token, by which it is revoked.
    public let tokenId: String
    /// The id of the link by which a session began: whoever revokes the link ends the session. Nil for other tokens.
    public let linkId: String?
    /// When the token ends.
    public let expires: Date

    /// A principal of a role and an organisation.
    public init(
        role: Role, organisation: String, tokenId: String, linkId: String? = nil, expires: Date
    ) {
        self.role = role
        self.organisation = organisation
        self.tokenId = tokenId
        self.linkId = linkId
        self.expires = expires
    }
}

extension Principal {
    /// Whether it may publish or withdraw what a key's owner says of a subject.
    func publishes(_ subject: Subject, of owner: String) -> Bool {
        role.publishes(subject) && (role == .operator || owner == organisation)
    }
}
