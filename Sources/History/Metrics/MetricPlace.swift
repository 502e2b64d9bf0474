internal import Contracts
internal import GRDB

/// Where a requirement stands in every grouping, as it was last published.
struct MetricPlace: Equatable {
    var heading = ""
    /// Empty where the requirement names none.
    var ward = ""
    var park = ""
    var month = ""
    /// The days of delivery.
    var firstDay: Int32 = 0
    var lastDay: Int32 = -1

    static let columns = "heading, ward, park, month, first_day, last_day"

    /// A requirement of which only a match set is known yet.
    init() {}

    init(_ requirement: WireRequirementAccepted) {
        heading = String(requirement.published.hsCode.prefix(4))
        ward = requirement.published.place.wardCode
        park = requirement.published.place.industrialPark
        month = String(requirement.published.delivery.firstDay.prefix(7))
        firstDay = requirement.delivery.first
        lastDay = requirement.delivery.last
    }

    /// A row that has the columns from an index on.
    init(_ row: Row, from index: Int = 0) {
        heading = row[index] ?? ""
        ward = row[index + 1] ?? ""
        park = row[index + 2] ?? ""
        month = row[index + 3] ?? ""
        firstDay = row[index + 4] ?? 0
        lastDay = row[index + 5] ?? -1
    }

    /// The group of an entry; what has no ward or park of its own stands under its firm, whose profile tells it when
    /// it is read.
    func name(in grouping: KeptGrouping, of entry: MetricEntry) -> String {
        switch grouping {
        case .whole: ""
        case .heading: heading
        case .firm: owner(of: entry.requirement)
        case .supplier: owner(of: entry.capability)
        case .ward: ward.isEmpty ? Self.firmMark + owner(of: entry.requirement) : ward
        case .park: park.isEmpty ? Self.firmMark + owner(of: entry.requirement) : park
        case .month: month
        }
    }

    /// Marks a name that is a firm's code.
    static let firmMark = "@"
}

extension MetricEntry {
    /// A question for entries and the places of their requirements: the columns of the one, then of the other.
    static func placed(_ condition: String) -> String {
        """
        SELECT \(selection) FROM metric_entry e LEFT JOIN metric_requirement r ON r.requirement = e.requirement
        WHERE \(condition) ORDER BY e.requirement, e.stage, e.part
        """
    }

    /// How many columns an entry has.
    static let columnCount = names(MetricEntry.columns, of: "e").count

    private static let selection = (names(MetricEntry.columns, of: "e") + names(MetricPlace.columns, of: "r"))
        .joined(separator: ", ")

    private static func names(_ columns: String, of table: String) -> [String] {
        columns.split { $0 == "," || $0.isWhitespace }.map { "\(table).\($0)" }
    }
}
