internal import HTTPTypes
internal import Hummingbird
internal import Mustache
internal import NIOCore

/// The templates of the pages, parsed once.
///
/// They are Swift strings and not resources of a bundle: `Bundle.module` on Linux looks beside the executable and then
/// at the build folder's path, and ends the process where neither is there, so that a binary that is moved alone would
/// die on its first page. Strings move with it.
struct PageLibrary: Sendable {
    private let library: MustacheLibrary

    /// The pages there are.
    enum Name: String, CaseIterable {
        case overview, requirement, gaps, refused, problem
    }

    init() {
        var library = MustacheLibrary()
        for (name, text) in Self.texts {
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("the template \(name) can't be parsed: \(error)")
            }
        }
        self.library = library
    }

    /// Templates by name: those of pages, and those they include.
    static let texts: [String: String] = [
        Name.overview.rawValue: OverviewTemplate.text, Name.requirement.rawValue: RequirementTemplate.text,
        Name.gaps.rawValue: GapsTemplate.text, Name.refused.rawValue: RefusedTemplate.text,
        Name.problem.rawValue: ProblemTemplate.text,
        "layout": LayoutTemplate.text, "firstSteps": FirstStepsTemplate.text, "threeNumbers": ThreeNumbersTemplate.text,
        "matchSet": MatchSetTemplate.text,
    ]

    /// Fills a template.
    func page(_ name: Name, _ view: some Sendable) -> RenderedPage {
        guard let html = library.render(view, withTemplate: name.rawValue) else {
            preconditionFailure("there is no template \(name)")
        }
        return RenderedPage(html: html)
    }
}

/// A page that is ready to be sent.
struct RenderedPage: Sendable {
    let html: String

    /// The answer that holds the page.
    func response(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
