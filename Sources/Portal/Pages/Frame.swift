internal import Foundation
internal import Hummingbird

/// What every page has around its content.
struct Frame: Sendable {
    let title: String
    /// `vi` or `en`.
    let language: String
    let otherLanguage: String
    /// The same page in the other language.
    let otherHref: String
    /// Where the reader found the portal, such as `http://localhost:8080`.
    let address: String
    /// After how many seconds the page loads itself again; nil for never.
    var refreshSeconds: String?

    /// What forms carry, so that only pages of ours can send them; empty where nobody has signed in.
    let formKey: String
    /// Who has signed in: code and role; nil for nobody.
    let who: String?
    /// Which pages are for them.
    let isBuyer, isSupplier, isOfficial, isOperator: Bool
    /// What became of what was just sent; nil where nothing was.
    let sent: String?

    init(_ request: Request, _ context: PortalRequestContext, title: String) {
        let language = Language(request)
        self.title = title
        self.language = language.rawValue
        otherLanguage = language.other.rawValue
        address = "http://\(request.head.authority ?? "localhost")"
        let query = request.uri.queryParameters.filter { $0.key != "lang" && $0.key != "sent" }
            .map { "\($0.key)=\($0.value.queryEncoded)&" }
        // Two slashes at the beginning would name another host.
        otherHref = "/\(request.uri.path.drop { $0 == "/" })?\(query.joined())lang=\(language.other.rawValue)"
        formKey = context.formKey ?? ""
        let (role, catalogue) = (context.principal?.role, Catalogue(language: language))
        who = context.principal.map { "\($0.organisation), \(catalogue.wording("role", $0.role.rawValue))" }
        isBuyer = role == .fdi
        isSupplier = role == .supplier
        isOfficial = role == .official
        isOperator = role == .operator
        sent = request.uri.queryParameters["sent"].flatMap { sent in
            ["accepted", "repeat", "pending", "waiting", "withdrawn", "refused"].contains(sent)
                ? catalogue.wording("sent", String(sent)) : nil
        }
    }

    /// The texts of the page's language.
    var catalogue: Catalogue { Catalogue(language: Language(rawValue: language) ?? .vietnamese) }
}
