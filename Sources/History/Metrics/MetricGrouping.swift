/// How the three numbers are grouped.
public enum MetricGrouping: String, Sendable, CaseIterable {
    /// By the first four digits of the HS code.
    case heading
    /// By the first two digits of the HS code.
    case chapter
    /// By the buyer's enterprise code.
    case firm
    /// By the supplier's enterprise code; what no supplier is known for has a group of its own.
    case supplier
    /// By the VSIC code in the buyer's profile.
    case industry
    /// By the ward of delivery, else that in the buyer's profile.
    case ward
    /// By the industrial park of delivery, else that in the buyer's profile.
    case park
    /// By the month in which delivery begins.
    case month

    /// What stands for a group without a name.
    static let nameless = "–"
}

/// A grouping whose sums are kept. Firms and suppliers are too many: the sums of each would change with nearly every
/// requirement. They are added up when they are asked for.
enum KeptGrouping: Int, CaseIterable {
    case whole, heading, ward, park, month

    init?(for grouping: MetricGrouping?) {
        switch grouping {
        case nil: self = .whole
        case .heading, .chapter: self = .heading
        case .ward: self = .ward
        case .park: self = .park
        case .month: self = .month
        case .firm, .industry, .supplier: return nil
        }
    }
}
