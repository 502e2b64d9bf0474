internal import Contracts
internal import History
internal import Hummingbird
internal import SwiftProtobuf

/// Shows who could supply what.
struct MatchController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("matches", use: list)
        routes.get("requirements/:owner/:id/matches", use: show)
    }

    /// The current match set of each requirement, in the order of their keys.
    @Sendable private func list(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let query = try Query(request, "owner", "supplier", "limit", "cursor")
        let (asked, supplier) = (try query.enterprise("owner"), try query.enterprise("supplier"))
        let (limit, after) = (try query.limit(), try query.cursor())
        let member = try context.member
        guard member.role == .official || asked ?? member.organisation == member.organisation else {
            return Page.empty.json.response()
        }
        let (isSealed, owner) = member.role == .official ? (true, asked) : (false, member.organisation)
        let rows = try await cache.read { [owner] reader in
            try reader.currentMatchSets(.key(after: after), owner: owner, supplier: supplier, limit: limit + 1)
                .map { (set: $0, ratio: isSealed ? try reader.sealedRatio(of: $0) : $0.ratio) }
        }
        return Page(rows, limit: limit, key: \.set.requirement) { row in
            row.set.json(ratio: row.ratio, isSealed: isSealed)
        }.json.response()
    }

    /// The current match set of a requirement in full, and those before it, newest first.
    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let limit = try Query(request, "limit").limit()
        let key = try context.pathKey.description
        let member = try context.member
        let (isKnown, sets, standings) = try await cache.read { reader in
            let requirement = try reader.subject(.requirements, key)
            let sets = try reader.matchSets(of: key, limit: limit + 1)
                .compactMap { try member.sight(of: $0, of: requirement) }
            return (requirement != nil, sets, try reader.standings(of: Array(sets.prefix(1))).json)
        }
        guard member.seesMatches(of: key), isKnown || !sets.isEmpty else { throw ProblemDetails.unknown(key) }
        let written = try sets.map { JSON.written(try $0.jsonString()) }
        return JSON.object([
            ("requirement", .text(key)), ("current", written.first ?? .nothing), ("standings", standings),
            ("history", .list(Array(written.dropFirst()))),
        ]).response()
    }
}

extension MatchStandings {
    /// In the order of the keys.
    fileprivate var json: JSON {
        func object(_ standings: [String: VerificationStanding]) -> JSON {
            .object(standings.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value.rawValue)) })
        }
        return .object([("statements", object(statements)), ("profiles", object(profiles))])
    }
}

extension CurrentMatchSet {
    /// The set as a listing shows it. Names and units are those of the message `MatchSet`.
    /// - parameter isSealed: Without the best score, from which a maximum price follows.
    fileprivate func json(ratio: Int?, isSealed: Bool) -> JSON {
        .object([
            ("requirement", .text(requirement)), ("status", .text("\(status)".uppercased())),
            ("asOf", .text(CalendarDay.timestamp(milliseconds: asOf))),
            ("qualifyingSuppliers", .number(qualifyingSuppliers)), ("candidates", .number(candidates)),
            ("ratio", .number(ratio.map(Int64.init))),
            ("absentReason", .text(absentReason.isEmpty ? nil : absentReason)),
            (
                "best",
                best.map {
                    .object([
                        ("capability", .text($0.capability)), ("score", .number(isSealed ? nil : Int64($0.score))),
                    ])
                }
                    ?? .nothing
            ),
        ])
    }
}
