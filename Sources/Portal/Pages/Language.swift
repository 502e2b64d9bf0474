internal import Hummingbird

/// The languages of the pages.
enum Language: String, CaseIterable, Sendable {
    case vietnamese = "vi"
    case english = "en"

    /// The language that `?lang=` asks for, else the one asked for last, else Vietnamese.
    init(_ request: Request) {
        self =
            Self.asked(request) ?? request.cookies[Self.cookieName].flatMap { Language(rawValue: $0.value) }
            ?? .vietnamese
    }

    /// The language that `?lang=` asks for; nil where it asks for none that there is.
    static func asked(_ request: Request) -> Language? {
        request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
    }

    /// Remembers the language in a browser.
    static let cookieName = "linkage_language"

    /// The one that is not shown.
    var other: Language { self == .vietnamese ? .english : .vietnamese }
}
