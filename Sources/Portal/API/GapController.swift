internal import Contracts
internal import History
internal import Hummingbird
internal import Localization

/// Shows what keeps the demand of each heading from being met, and what one change would unlock.
struct GapController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) { routes.get("gaps", use: show) }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "heading", "published")
        let heading = query.text("heading") ?? ""
        guard heading.utf8.count <= 4, heading.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw ProblemDetails.badParameter(
                "invalidHSCode", "heading", "it is the first digits of a heading: 8534, or 85")
        }
        let isPublished = try query.flag("published") || (try context.member.role) != .official
        let reports = try await cache.read { reader in
            let reports = try reader.gaps(ofHeadings: heading)
            return isPublished ? reports.map(\.published) : reports
        }
        return JSON.object([("headings", .list(reports.map(\.json)))]).response()
    }
}

extension WireGapReport {
    /// A part that is suppressed is null.
    fileprivate var json: JSON {
        .object([
            ("heading", .text(heading)), ("asOf", .text(CalendarDay.timestamp(milliseconds: asOf))),
            ("currencyCode", .text(currencyCode)), ("demand", json(of: hasDemand ? demand : nil)),
            ("unmet", json(of: hasUnmet ? unmet : nil)),
            ("unlocks", .list(unlocks.map(json(of:)))),
        ])
    }

    private func json(of unlock: WireUnlock) -> JSON {
        .object([
            ("reason", .text(unlock.reason)), ("subjects", .list(unlock.subjects.map { .text($0) })),
            ("suppliers", unlock.hasPart ? .number(Int64(unlock.suppliers)) : .nothing),
            ("most", unlock.hasPart ? .number(unlock.most) : .nothing),
            ("unlocked", json(of: unlock.hasPart ? unlock.part : nil)),
        ])
    }

    private func json(of part: WireDemandPart?) -> JSON {
        guard let part else { return .nothing }
        let amount = (try? Currency(code: currencyCode)).map { MajorUnits(Int128(part.amount), of: $0).description }
        return .object([
            ("requirements", .number(Int64(part.requirements))), ("firms", .number(Int64(part.firms))),
            ("amount", .text(amount)), ("unvalued", .number(Int64(part.unvalued))),
        ])
    }
}
