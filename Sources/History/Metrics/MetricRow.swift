internal import GRDB
internal import Localization

/// What is counted of a requirement, and where it stands in every grouping.
struct MetricRow: Equatable {
    /// `owner/id`.
    let requirement: String
    var place = MetricPlace()
    /// In the order of their identities.
    var entries: [MetricEntry] = []

    static let columns = "requirement, heading, ward, park, month, first_day, last_day, entries"

    /// A requirement of which nothing is known yet.
    init(of requirement: String) { self.requirement = requirement }

    /// A row as it is stored.
    init(_ row: MetricRowReader) {
        requirement = row.requirement
        place.heading = row.heading
        place.ward = row.ward
        place.park = row.park
        place.month = row.month
        place.firstDay = row.firstDay
        place.lastDay = row.lastDay
        row.withEntries { entries = $0.all() }
    }

    /// Marks a group's name that is a firm's code.
    static let firmMark = "@"

    /// Whether there is nothing to keep.
    var isEmpty: Bool { place == MetricPlace() && entries.isEmpty }

    /// The first and the last day at whose rates something is valued; nil where nothing is.
    var valuedDays: (first: Int32, last: Int32)? {
        let days = entries.lazy.filter(\.isValuedByDay).map(\.valuedDay)
        guard let first = days.min(), let last = days.max() else { return nil }
        return (first, last)
    }
}

extension MetricRow: PlacedRequirement {
    var owner: String { History.owner(of: requirement) }
    var heading: String { place.heading }
    var ward: String { place.ward }
    var park: String { place.park }
    var month: String { place.month }
    var firstDay: Int32 { place.firstDay }
    var lastDay: Int32 { place.lastDay }
}

/// What is counted of a requirement, as it is stored; each part is read when it is asked for. It stands while the row does.
struct MetricRowReader: PlacedRequirement {
    private let row: RawRow

    /// A question for rows.
    static let selection = "SELECT \(MetricRow.columns) FROM metric_requirement"

    /// A row of `selection`.
    init(_ row: RawRow) { self.row = row }

    var requirement: String { row.text(0) }
    var owner: String { row.text(0, before: UInt8(ascii: "/")) }
    var heading: String { row.text(1) }
    var ward: String { row.text(2) }
    var park: String { row.text(3) }
    var month: String { row.text(4) }
    var firstDay: Int32 { Int32(clamping: row.integer(5)) }
    var lastDay: Int32 { Int32(clamping: row.integer(6)) }

    func withEntries(_ body: (inout MetricEntryReader) throws -> Void) rethrows {
        try row.withBytes(7) { bytes in
            var entries = MetricEntryReader(bytes)
            try body(&entries)
        }
    }
}

extension Database {
    /// Calls a function with what is counted of a requirement, if anything is.
    func readMetricRow(of requirement: String, _ body: (MetricRowReader) throws -> Void) throws {
        try read("\(MetricRowReader.selection) WHERE requirement = ?", requirement) { try body(MetricRowReader($0)) }
    }
}

/// A requirement and where it stands in every grouping.
protocol PlacedRequirement {
    /// `owner/id`.
    var requirement: String { get }
    /// The enterprise code of its owner.
    var owner: String { get }
    var heading: String { get }
    /// Empty where the requirement names none.
    var ward: String { get }
    var park: String { get }
    var month: String { get }
    /// The days of delivery.
    var firstDay: Int32 { get }
    var lastDay: Int32 { get }
}

extension PlacedRequirement {
    /// The name of the group in which all its entries are; what has no ward or park of its own stands under its firm, whose
    /// profile tells it when it is read. Suppliers are groups of single entries.
    func name(in grouping: KeptGrouping) -> String {
        switch grouping {
        case .whole: return ""
        case .heading: return heading
        case .ward: return named(ward)
        case .park: return named(park)
        case .month: return month
        }
    }

    private func named(_ place: String) -> String { place.isEmpty ? MetricRow.firmMark + owner : place }
}

extension MetricEntry {
    /// Whether its amount in dong depends on the rate of a day.
    fileprivate var isValuedByDay: Bool { currency != MetricsWriter.currency.code && amount != 0 && frozenRate == 0 }
}
