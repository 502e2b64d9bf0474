internal import Contracts
internal import Foundation
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import Localization
internal import NIOCore

/// The three numbers by month, heading, firm and so on: as bought today, as planned, as awarded.
struct DashboardView: PageView {
    let frame: Frame
    let t: Catalogue
    let groupings: [Grouping]
    let groups: [Group]
    let hasGroups: Bool
    let asOf: String
    /// The grouping, and the group whose requirements are shown.
    let by: String
    let groupCode: String?
    let csvHref: String
    /// The group whose requirements are shown, in words; nil for the groups themselves.
    let within: String?
    /// The numbers for the chart, as JSON; shares in per cent. Nil where none is drawn.
    let chart: String?
    /// The wards' places and numbers for the map, as JSON; nil where there is nothing to put on one.
    let map: String?
    /// Whether small cells are left out.
    let isPublished: Bool
    /// The same as a table for programs.
    let csv: CSVPage

    /// A way of grouping.
    struct Grouping: Sendable {
        let name, href: String
        let isChosen: Bool
    }

    /// One group.
    struct Group: Sendable {
        let code, words, requirements: String
        /// Where the group opens into what makes it up; nil where the reader may not look.
        let href: String?
        let demand, potential, jointlyFeasible, realised: Stage
    }

    /// The three numbers of a stage.
    struct Stage: Sendable {
        let money, inCountry, domesticallyOwned, valueAdded, verified: String
    }

    /// - parameter group: Only what contributes to this group, by requirement; nil for the groups themselves.
    init(
        _ reader: HistoryReader, _ frame: Frame, _ reference: ReferenceLists, by grouping: MetricGrouping,
        asOf day: CalendarDay?, isPublished: Bool, within group: String? = nil
    ) throws {
        guard let dong = try? Currency(code: "VND") else { preconditionFailure("the dong is a currency") }
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        let metrics: [PublishedMetrics] =
            if let group {
                try reader.contributions(to: group, by: grouping, in: dong, asOf: day).map {
                    PublishedMetrics(showing: $0)
                }
            } else if isPublished {
                try reader.publishedMetrics(by: grouping, in: dong, asOf: day)
            } else {
                try reader.metrics(by: grouping, in: dong, asOf: day).map { PublishedMetrics(showing: $0) }
            }
        self.frame = frame
        self.t = t
        self.isPublished = isPublished
        asOf = day?.description ?? ""
        by = grouping.rawValue
        groupCode = group
        let dayQuery = day.map { "&asOf=\($0)" } ?? ""
        groupings = MetricGrouping.allCases.map {
            Grouping(
                name: t.wording("by", $0.rawValue), href: "/localization?by=\($0.rawValue)\(dayQuery)",
                isChosen: $0 == grouping)
        }
        let place = "/localization?by=\(grouping.rawValue)\(dayQuery)"
        csvHref = "\(place)\(group.map { "&group=\($0.queryEncoded)" } ?? "")&format=csv"
        let groupWords = try group.map { try Self.words($0, grouping, reader, reference, t) } ?? ""
        within = group.map { "\(t.wording("by", grouping.rawValue)) \($0) \(groupWords)" }
        let sealed =
            group == nil
            ? [] : Set(try metrics.map(\.metrics.group).filter { try Self.isSealed($0, reader, asOf: day) })
        groups = try metrics.map { metrics in
            let name = metrics.metrics.group
            let isSealed = sealed.contains(name)
            func stage(_ stage: LocalizationStage) -> Stage {
                Stage(
                    isSealed ? nil : metrics.shares(of: stage), dong, t[isSealed ? .sealed : .suppressed], figures)
            }
            return Group(
                code: name,
                words: try group == nil
                    ? Self.words(name, grouping, reader, reference, t)
                    : reader.requirement(name)?.published.description_p ?? "",
                requirements: metrics.requirements.map(figures.count) ?? t[.suppressed],
                href: isPublished
                    ? nil : group == nil ? "\(place)&group=\(name.queryEncoded)" : "/requirements/\(name)",
                demand: stage(.demand), potential: stage(.potential), jointlyFeasible: stage(.jointlyFeasible),
                realised: stage(.realised))
        }
        hasGroups = !groups.isEmpty
        chart = group == nil ? Self.chart(metrics, t).encoded : nil
        map = grouping == .ward && group == nil ? Self.map(metrics, reference, t)?.encoded : nil
        csv = CSVPage(
            header: ["group", "requirements"]
                + LocalizationStage.allCases.flatMap { stage in
                    ["amount", "inCountry", "domesticallyOwned", "valueAdded"].map { "\(stage.rawValue).\($0)" }
                },
            rows: metrics.map { group in
                [group.metrics.group, group.requirements.map(String.init) ?? ""]
                    + LocalizationStage.allCases.flatMap { stage -> [String] in
                        guard let shares = group.shares(of: stage), !sealed.contains(group.metrics.group) else {
                            return ["", "", "", ""]
                        }
                        return [
                            shares.totalAmount, shares.inCountryAmount, shares.domesticallyOwnedAmount,
                            shares.valueAddedMillionths / Int128(Millionths.perOne),
                        ].map { MajorUnits($0, of: dong).description }
                    }
            })
    }

    /// Whether what a requirement was valued at may be its maximum: it is now, or the day is before it last changed.
    private static func isSealed(_ requirement: String, _ reader: HistoryReader, asOf day: CalendarDay?) throws -> Bool
    {
        guard let entry = try reader.subject(.requirements, requirement) else { return true }
        if let day, CalendarDay(ofMilliseconds: entry.acceptedAt) > day { return true }
        return try entry.decoded(as: WireRequirementAccepted.self).published.ratioTellsMaximum
    }

    private static func words(
        _ group: String, _ grouping: MetricGrouping, _ reader: HistoryReader, _ reference: ReferenceLists,
        _ t: Catalogue
    ) throws -> String {
        switch grouping {
        case .firm, .supplier: return try reader.name(ofEnterprise: group)
        case .heading, .chapter:
            guard case .known(let commodity) = reference.commodity(group) else { return "" }
            return t.language == .vietnamese ? commodity.vietnamese : commodity.english
        case .ward:
            guard case .known(let ward) = reference.ward(group) else { return "" }
            return t.language == .vietnamese ? ward.vietnamese : ward.english
        default: return ""
        }
    }

    /// Each ward with its place, the amount of its demand in millions of dong, and its value added in per cent.
    private static func map(_ metrics: [PublishedMetrics], _ reference: ReferenceLists, _ t: Catalogue) -> JSON? {
        let wards = metrics.compactMap { group -> JSON? in
            guard case .known(let ward) = reference.ward(group.metrics.group) else { return nil }
            let amount = group.shares(of: .demand).map { Int64(clamping: $0.totalAmount / 1_000_000) }
            return .object([
                ("name", .text(t.language == .vietnamese ? ward.vietnamese : ward.english)),
                ("latitude", .written("\(ward.latitude)")), ("longitude", .written("\(ward.longitude)")),
                ("millions", .number(amount)), ("demand", percent(group.shares(of: .demand))),
                ("potential", percent(group.shares(of: .potential))),
                ("realised", percent(group.shares(of: .realised))),
            ])
        }
        return wards.isEmpty ? nil : .list(wards)
    }

    /// Value added in per cent, with two decimals.
    private static func percent(_ shares: LocalizationShares?) -> JSON {
        guard let millionths = shares?.valueAdded?.millionths else { return .nothing }
        return .written("\(millionths / 10_000).\(String(millionths / 100 % 100 + 100).suffix(2))")
    }

    /// Value added in per cent with two decimals, by group: bought today, planned, awarded.
    private static func chart(_ metrics: [PublishedMetrics], _ t: Catalogue) -> JSON {
        func line(_ stage: LocalizationStage) -> JSON {
            .object([
                ("label", .text(t.wording("stage", stage.rawValue))),
                (
                    "data",
                    .list(metrics.map { percent($0.shares(of: stage)) })
                ),
            ])
        }
        return .object([
            ("title", .text(t[.valueAddedRatio])), ("labels", .list(metrics.map { .text($0.metrics.group) })),
            ("series", .list([line(.demand), line(.potential), line(.realised)])),
        ])
    }
}

extension DashboardView.Stage {
    /// - parameter hidden: What stands for shares that are not shown.
    fileprivate init(_ shares: LocalizationShares?, _ currency: Currency, _ hidden: String, _ figures: Figures) {
        guard let shares else {
            (money, inCountry, domesticallyOwned, valueAdded, verified) = (hidden, hidden, hidden, hidden, hidden)
            return
        }
        money = figures.amount(shares.totalAmount, currency)
        inCountry = figures.percent(shares.inCountry?.millionths)
        domesticallyOwned = figures.percent(shares.domesticallyOwned?.millionths)
        valueAdded = figures.percent(shares.valueAdded?.millionths)
        verified = figures.percent(shares.coverage?.millionths)
    }
}

/// A table that a page hands out as CSV (RFC 4180).
struct CSVPage: Sendable {
    let header: [String]
    let rows: [[String]]

    func response(named name: String) -> Response {
        let text = ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func cell(_ text: String) -> String {
        // A spreadsheet would take it for a formula.
        let text = text.first.map { "=+-@\t".contains($0) } == true && Int(text) == nil ? "'" + text : text
        let isPlain = text.utf8.allSatisfy { ![0x22, 0x2C, 0x0D, 0x0A].contains($0) }
        return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
