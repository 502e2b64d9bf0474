internal import Contracts
internal import History
internal import Hummingbird
internal import Localization
internal import Matching
internal import Pipeline

/// Explains why a capability fits a requirement or does not.
struct ExplanationController {
    let explainer: Explainer
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("explain", use: show)
    }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "requirement", "capability")
        let (requirement, capability) = (try query.key("requirement"), try query.key("capability"))
        let member = try context.member
        let explanation = try await explainer.explain(
            requirement: requirement.description, capability: capability.description)
        let asked = try await cache.read { try $0.requirement(requirement.description) }
        guard let explanation, let asked,
            let sight = member.sight(of: explanation, isNamed: asked.published.anonymous)
        else {
            throw ProblemDetails(.notFound, "\(requirement) or \(capability) is unknown or withdrawn")
        }
        return explanation.json(sight, asked: asked.quantity).response()
    }
}

extension Explanation {
    /// What is sealed is null.
    fileprivate func json(_ sight: Sight, asked: Int64) -> JSON {
        let isWhole = sight == .whole
        let miss = isWhole || nearMiss?.reason != .price ? nearMiss : nil
        return .object([
            ("requirement", .text(requirement.text)), ("capability", .text(capability.text)),
            ("currencyCode", .text(currency)), ("qualifies", .flag(terms != nil)),
            ("exclusions", .list(exclusions.map { .text($0.rawValue) })),
            (
                "findings",
                .list(
                    findings.map {
                        $0.json(in: currency, isSealed: !isWhole && $0.reason == .price, asked: isWhole ? asked : nil)
                    })
            ),
            ("terms", isWhole ? terms?.json ?? .nothing : .nothing),
            ("rank", .number(isWhole ? rank.map(Int64.init) : nil)),
            ("nearMiss", miss?.json(in: currency, isSealed: !isWhole) ?? .nothing),
        ])
    }
}

extension Explanation.Finding {
    fileprivate func json(in currency: String, isSealed: Bool, asked quantity: Int64?) -> JSON {
        func json(_ value: Explanation.Value?) -> JSON { isSealed ? .nothing : value?.json(in: currency) ?? .nothing }
        return .object([
            ("reason", .text(reason.rawValue)), ("holds", .flag(holds)), ("asked", json(asked)),
            ("offered", json(offered(upTo: quantity))),
        ])
    }
}

extension Explanation.Value {
    /// An object of one member, which says the unit.
    fileprivate func json(in currency: String) -> JSON {
        switch self {
        case .quantity(let quantity): .object([("quantity", .decimal(quantity))])
        case .price(let price): .object([("price", .money(price, currency))])
        case .noRate(let currency): .object([("noRate", .text(currency))])
        case .days(let days): .object([("days", .number(days))])
        case .share(let share): .object([("shareMillionths", .number(share))])
        case .metres(let metres): .object([("metres", .number(metres))])
        case .names(let names): .object([("names", .list(names.map { .text($0) }))])
        case .validity(let from, let to): .object([("from", .text(from.map(\.text))), ("to", .text(to.map(\.text)))])
        }
    }
}

extension ScoreTerms {
    /// Basis points.
    fileprivate var json: JSON {
        .object([
            ("score", .number(Int64(score))), ("price", .number(Int64(price))),
            ("coverage", .number(Int64(coverage))), ("localization", .number(Int64(localization))),
        ])
    }
}

extension NearMiss {
    fileprivate func json(in currency: String, isSealed: Bool) -> JSON {
        .object([
            ("reason", .text(reason.rawValue)), ("change", change.json(in: currency)),
            ("score", .number(isSealed ? nil : Int64(score))),
        ])
    }
}

extension NearMiss.Change {
    fileprivate func json(in currency: String) -> JSON {
        switch self {
        case .moreCapacity(let quantity), .lowerMinimumOrder(let quantity): .object([("quantity", .decimal(quantity))])
        case .lowerPrice(let price): .object([("price", .money(price, currency))])
        case .rate(let currency): .object([("rateOf", .text(currency))])
        case .shorterLeadTime(let days): .object([("days", .number(days))])
        case .certificates(let names), .attributes(let names): .object([("names", .list(names.map { .text($0) }))])
        case .moreLocalContent(let share): .object([("shareMillionths", .number(share))])
        case .moreOwnership(let share): .object([("ownershipBasisPoints", .number(share))])
        case .nearer(let metres): .object([("metres", .number(metres))])
        case .validity(let from, let to): .object([("from", .text(from.text)), ("to", .text(to.text))])
        }
    }
}

extension JSON {
    /// Millionths as a decimal string.
    fileprivate static func decimal(_ millionths: Int64) -> JSON { .text(Millionths(count: millionths).description) }

    /// A unit price as `Money` has it.
    fileprivate static func money(_ millionths: Int64, _ currency: String) -> JSON {
        .object([("currencyCode", .text(currency)), ("value", .decimal(millionths))])
    }
}

extension Day {
    /// `YYYY-MM-DD`.
    fileprivate var text: String { CalendarDay(number: number).description }
}
