internal import Contracts
internal import Foundation
internal import History
internal import Hummingbird
internal import Pipeline
internal import SwiftProtobuf

/// Pages of suppliers: opportunities as they arrive, why a capability fits or does not, what they offer.
struct SupplierController {
    let portal: Portal
    let pages: PageLibrary

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        let suppliers = routes.group("opportunities").add(middleware: MembersMiddleware(roles: [.supplier]))
        suppliers.get(use: opportunities)
        suppliers.get("one", use: opportunity)
        routes.get("capabilities/:owner/:id", use: capability)
    }

    @Sendable private func opportunities(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "cursor", "from", "lang", "sent")
        let member = try context.member
        let (after, skipped) = (try query.place(), try query.count("from", upTo: PortalLimits.skippedMax))
        let frame = Frame(request, context, title: Catalogue(language: Language(request))[.opportunities])
        let view = try await portal.cache.read {
            try OpportunitiesView($0, frame, member, after: after, skipping: skipped)
        }
        return pages.page(.opportunities, view).response()
    }

    /// What a buyer asks, as this supplier may see it, and how each of its capabilities stands to it.
    @Sendable private func opportunity(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "requirement", "lang", "sent")
        let member = try context.member
        let named = query.text("requirement") ?? ""
        let t = Catalogue(language: Language(request))
        guard let (told, key) = try await find(named, for: member) else { throw ProblemDetails.unknown(named) }
        let explained = try await portal.explainer.explainAll(
            requirement: key, ofSupplier: member.organisation, limit: PortalLimits.leftOutCandidates)
        let frame = Frame(request, context, title: t[.opportunity])
        let view = try await portal.cache.read {
            try OpportunityView($0, frame, member, named: named, key: key, told, explained)
        }
        guard let view else { throw ProblemDetails.unknown(named) }
        return pages.page(.opportunity, view).response()
    }

    /// A requirement by its key or public id, with what the supplier was told of it; nil where it may not see it. What its open
    /// page has just been told may be ahead of the cache, and is waited for.
    private func find(_ named: String, for member: Principal) async throws -> (told: OpportunityEntry?, key: String)? {
        let found = try await portal.cache.read { try Self.find(named, for: member, $0) }
        guard found == nil, portal.cache.news.watcherCount(of: member.organisation) > 0 else { return found }
        _ = try await portal.patience.upTo(PortalLimits.newsPatience).sees {
            try await portal.cache.read { try Self.find(named, for: member, $0) } != nil
        }
        return try await portal.cache.read { try Self.find(named, for: member, $0) }
    }

    private static func find(
        _ named: String, for member: Principal, _ reader: HistoryReader
    ) throws -> (told: OpportunityEntry?, key: String)? {
        let told = try reader.opportunity(of: member.organisation, requirement: named)
        if BusinessKey(named) == nil {
            return try reader.requirement(ofPublicId: named, alikeThoseOf: member.organisation).map { (told, $0) }
        }
        guard let entry = try reader.subject(.requirements, named),
            try told != nil || member.sight(of: entry, reader) != nil
        else { return nil }
        return (told, named)
    }

    @Sendable private func capability(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let (key, member) = try (context.pathKey.description, context.member)
        let frame = Frame(request, context, title: key)
        let view = try await portal.cache.read { reader -> CapabilityView? in
            guard let entry = try reader.subject(.capabilities, key), !entry.isWithdrawn,
                try member.sight(of: entry, reader) != nil
            else { return nil }
            return try CapabilityView(entry, reader, frame, isOwn: enterprise(of: key) == member.organisation)
        }
        guard let view else { throw ProblemDetails.unknown(key) }
        return pages.page(.capability, view).response()
    }
}
