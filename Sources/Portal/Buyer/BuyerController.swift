internal import Contracts
internal import History
internal import Hummingbird
internal import Matching
internal import Pipeline

/// Pages of buyers: why candidates were left out, and products.
struct BuyerController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("requirements/:owner/:id/others", use: others)
        routes.get("products", use: products)
    }

    /// Every candidate that was left out, with every reason.
    @Sendable private func others(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (key, member) = try (context.pathKey.description, context.member)
        guard member.seesMatches(of: key) else { throw ProblemDetails.unknown(key) }
        let t = Catalogue(language: Language(request))
        let figures = Figures(language: t.language)
        let explained = try await portal.explainer.explainAll(
            requirement: key, limit: .max
        ).filter { $0.terms == nil }.compactMap { explanation in
            member.sight(of: explanation, isNamed: false).map { (explanation: explanation, sight: $0) }
        }
        let frame = Frame(request, context, title: t[.leftOutTitle])
        let views = try await portal.cache.read { reader in
            let asked = try reader.requirement(key) ?? WireRequirementAccepted()
            return try explained.prefix(PortalLimits.leftOutCandidates).map { explanation, sight in
                let name = try reader.name(ofEnterprise: enterprise(of: explanation.capability.text))
                return ExplanationView(explanation, sight, of: asked, supplier: name, t, figures)
            }
        }
        return pages.page(.others, ExplanationPageView(frame, heading: key, views, of: explained.count)).response()
    }

    @Sendable private func products(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let member = try context.member
        guard [.fdi, .official].contains(member.role) else { throw ProblemDetails.notForRole(member.role) }
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.products])
        let owner = member.role == .fdi ? member.organisation : nil
        return pages.page(.products, try await portal.cache.read { try ProductsView($0, frame, owner: owner) })
            .response()
    }
}

/// Explanations of a requirement's candidates.
struct ExplanationPageView: PageView {
    let frame: Frame
    let t: Catalogue
    let heading: String
    let explanations: [ExplanationView]
    let hasExplanations: Bool
    /// `200 / 431` where not all are shown; nil where they are.
    let shown: String?

    /// - parameter count: How many there are.
    init(_ frame: Frame, heading: String, _ explanations: [ExplanationView], of count: Int) {
        self.frame = frame
        t = frame.catalogue
        self.heading = heading
        self.explanations = explanations
        hasExplanations = !explanations.isEmpty
        let figures = Figures(language: t.language)
        shown = count > explanations.count ? "\(figures.count(explanations.count)) / \(figures.count(count))" : nil
    }
}
