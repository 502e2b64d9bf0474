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

    init(_ request: Request, title: String) {
        let language = Language(request)
        self.title = title
        self.language = language.rawValue
        otherLanguage = language.other.rawValue
        address = "http://\(request.head.authority ?? "localhost")"
        otherHref = "\(request.uri.path)?lang=\(language.other.rawValue)"
    }

    /// The texts of the page's language.
    var catalogue: Catalogue { Catalogue(language: Language(rawValue: language) ?? .vietnamese) }
}
