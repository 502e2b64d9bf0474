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
        case signIn, register, registration, registrations, form, upload
        case buyerHome, products, others, explanation
        case supplierHome, opportunities, opportunity, capability
        case dashboard, verify, suppliers
        // Parts of pages.
        case layout, input, codeLists
    }

    /// Content that is the same for everybody of a role.
    let kept = KeptContent()

    init() {
        MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
        var library = MustacheLibrary()
        for (name, text) in Self.texts {
            do {
                try library.register("{{% CONTENT_TYPE: \(EscapedText.name)}}\(text)", named: name)
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
        Name.signIn.rawValue: SignInTemplates.signIn, Name.register.rawValue: SignInTemplates.register,
        Name.registration.rawValue: SignInTemplates.registration,
        Name.registrations.rawValue: SignInTemplates.registrations, Name.form.rawValue: FormTemplate.text,
        Name.upload.rawValue: UploadTemplate.text, Name.buyerHome.rawValue: BuyerTemplates.home,
        Name.products.rawValue: BuyerTemplates.products, Name.others.rawValue: BuyerTemplates.others,
        Name.explanation.rawValue: BuyerTemplates.explanation,
        Name.supplierHome.rawValue: SupplierTemplates.home,
        Name.opportunities.rawValue: SupplierTemplates.opportunities,
        Name.opportunity.rawValue: SupplierTemplates.opportunity,
        Name.capability.rawValue: SupplierTemplates.capability, Name.dashboard.rawValue: OfficialTemplates.dashboard,
        Name.verify.rawValue: OfficialTemplates.verify, Name.suppliers.rawValue: OfficialTemplates.suppliers,
        "explanationRows": BuyerTemplates.explanationRows,
        Name.layout.rawValue: LayoutTemplate.text, Name.input.rawValue: FormTemplate.input,
        Name.codeLists.rawValue: FormTemplate.codeLists,
        "firstSteps": FirstStepsTemplate.text, "threeNumbers": ThreeNumbersTemplate.text,
        "matchSet": MatchSetTemplate.text,
    ]

    /// Fills a template.
    func content(_ name: Name, _ view: some Sendable) -> Markup {
        guard let html = library.render(Snapshot.of(view), withTemplate: name.rawValue) else {
            preconditionFailure("there is no template \(name)")
        }
        return Markup(html: html)
    }

    /// Fills a template, and puts around it what every page has.
    func page(_ name: Name, _ view: some PageView) -> RenderedPage { page(view.frame, content(name, view)) }

    /// Puts around a content what every page has.
    func page(_ frame: Frame, _ content: Markup) -> RenderedPage {
        struct Layout: Sendable {
            let frame: Frame
            let t: Catalogue
            let content: Markup
        }
        return RenderedPage(
            html: self.content(.layout, Layout(frame: frame, t: frame.catalogue, content: content)).html)
    }
}

/// What a page shows, and what is around it.
protocol PageView: Sendable {
    var frame: Frame { get }
}

/// HTML that came from a template: the only text that another template takes as it is.
struct Markup: Sendable, MustacheCustomRenderable {
    let html: String

    fileprivate init(html: String) { self.html = html }

    /// Several, one after the other.
    init(joining parts: [Markup]) { html = parts.map(\.html).joined() }

    var renderText: String { html }
    var isNull: Bool { false }
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
