internal import Contracts
internal import History
internal import Hummingbird
internal import Localization
internal import SwiftProtobuf

/// Shows what of a product originates, and what would bring it across each agreement's limit.
struct ProductController {
    let cache: HistoryCache

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("products/:owner/:id/localization", use: show)
    }

    @Sendable private func show(_ request: Request, context: PortalRequestContext) async throws -> Response {
        _ = try Query(request)
        let key = try context.pathKey.description
        let member = try context.member
        let isOwn = enterprise(of: key) == member.organisation
        guard member.role == .official || isOwn else { throw ProblemDetails.unknown(key) }
        let found = try await cache.read { reader in
            try reader.product(key).map { (report: $0, isSealed: try !isOwn && reader.tellsMaximum($0)) }
        }
        guard let (report, isSealed) = found else { throw ProblemDetails.unknown(key) }
        return report.json(isSealed: isSealed).response()
    }
}

extension ProductReport {
    /// Values are decimal strings for one unit of the product, shares in millionths rounded down.
    /// - parameter isSealed: Without any value, where a line is valued at a maximum price that the reader may not see.
    fileprivate func json(isSealed: Bool) -> JSON {
        let sealed = JSON.object([
            ("absentReason", .text("sealed")), ("detail", .text("a line is valued at its buyer's maximum price")),
        ])
        func value(_ outcome: Outcome) -> JSON { isSealed ? sealed : Self.json(outcome) }
        return .object([
            ("product", .text(key)), ("name", .text(product.name)), ("hsCode", .text(product.hsCode)),
            ("currencyCode", .text(currency.code)), ("today", value(today)), ("realised", value(realised)),
            ("potential", value(potential)), ("agreements", .list(isSealed ? [] : agreements.map(\.json))),
            ("lines", .list(isSealed ? [] : lines.map(\.json))),
        ])
    }

    private static func json(_ outcome: Outcome) -> JSON {
        switch outcome {
        case .failure(let refusal): .object([("absentReason", .text(refusal.code)), ("detail", .text("\(refusal)"))])
        case .success(let value):
            .object([
                ("fob", decimal(Int128(value.fob.count))), ("originating", decimal(value.originating)),
                ("purchases", decimal(value.purchases)), ("nonOriginating", decimal(value.nonOriginating)),
                ("unexplained", decimal(value.unexplained)), ("exceedsFOB", .flag(value.exceedsFOB)),
                ("ratio", .number((try? value.ratio(of: .lvcDirect))?.millionths)),
            ])
        }
    }

    fileprivate static func decimal(_ millionths: Int128) -> JSON {
        .text(Int64(exactly: millionths).map { Millionths(count: $0).description })
    }
}

extension ProductReport.Line {
    fileprivate var json: JSON {
        .object([
            ("requirement", .text(requirement)), ("quantityPerUnit", .text(quantityPerUnit.description)),
            ("today", Self.json(today)), ("realised", Self.json(realised)), ("potential", Self.json(potential)),
            ("leftOut", .text(leftOut?.rawValue)),
        ])
    }

    private static func json(_ purchase: ProductValue.Purchase) -> JSON {
        .object([
            ("value", ProductReport.decimal(Int128(purchase.value))),
            ("originating", ProductReport.decimal(Int128(purchase.originating))),
        ])
    }
}

extension ProductReport.Agreement {
    fileprivate var json: JSON {
        .object([
            ("agreement", .text(threshold.agreement)), ("method", .text(threshold.method.rawValue)),
            ("percent", .text(threshold.percent.description)), ("isMaximum", .flag(threshold.isMaximum)),
            ("today", json(today)), ("realised", json(realised)), ("potential", json(potential)),
            (
                "firstAwards",
                firstAwards.map { first in
                    .list(
                        first.awards.map {
                            .object([
                                ("requirement", .text($0.requirement)), ("capability", .text($0.capability)),
                                ("gain", ProductReport.decimal(Int128($0.gain))),
                            ])
                        })
                } ?? .nothing
            ),
        ])
    }

    private func json(_ standing: ProductReport.Standing) -> JSON {
        switch standing {
        case .success(let (ratio, passes)):
            .object([
                ("ratio", .number(ratio.millionths)),
                ("declaredPercent", .number(ratio.declaredPercent(rounding: threshold.isMaximum ? .up : .down))),
                ("passes", .flag(passes)),
            ])
        case .failure(let refusal): .object([("absentReason", .text(refusal.code))])
        }
    }
}
