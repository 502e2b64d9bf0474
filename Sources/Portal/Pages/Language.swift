internal import Hummingbird

/// The languages of the pages.
enum Language: String, CaseIterable, Sendable {
    case vietnamese = "vi"
    case english = "en"

    /// The language that `?lang=` asks for; Vietnamese where it asks for none, or for another.
    init(_ request: Request) {
        self = request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) } ?? .vietnamese
    }

    /// The one that is not shown.
    var other: Language { self == .vietnamese ? .english : .vietnamese }
}
