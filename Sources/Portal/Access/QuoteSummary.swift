internal import Contracts
internal import History

/// What may be told of a requirement's quotes without showing a single one.
struct QuoteSummary: Sendable {
    private(set) var quotes = 0
    private(set) var suppliers = 0
    /// The last day on which the quotes are sealed; nil where they are not, or no longer.
    let sealedUntil: CalendarDay?
    /// The unit that prices are for: the base unit of the requirement's family.
    let unitCode: String
    /// What is asked in each currency, in the order of their codes; none while the quotes are sealed.
    private(set) var prices: [Prices] = []

    /// Prices in one currency.
    struct Prices: Sendable {
        let currencyCode: String
        let suppliers: Int
        /// Millionths of a major unit for one unit; nil where they are kept back, so as not to tell one supplier's.
        let range: (lowest: Int64, median: Int64, highest: Int64)?
    }

    /// Nil where the requirement is not known.
    /// - parameter suppliersMin: From how many suppliers on prices are told.
    init?(_ reader: HistoryReader, of requirement: String, suppliersMin: Int) throws {
        guard let accepted = try reader.requirement(requirement) else { return nil }
        unitCode = accepted.unitCode
        sealedUntil = try reader.sealedUntil(quotesFor: requirement)
        var byCurrency: [String: (suppliers: Set<String>, prices: [Int64])] = [:]
        var suppliers: Set<String> = []
        try reader.forEach(.quotes, referringTo: requirement) { entry in
            let price = try entry.decoded(as: WireQuoteAccepted.self).unitPrice
            let supplier = enterprise(of: entry.key)
            suppliers.insert(supplier)
            quotes += 1
            byCurrency[price.currencyCode, default: ([], [])].suppliers.insert(supplier)
            byCurrency[price.currencyCode]?.prices.append(price.millionths)
        }
        self.suppliers = suppliers.count
        guard sealedUntil == nil else { return }
        prices = byCurrency.sorted { $0.key < $1.key }.map { code, asked in
            Prices(
                currencyCode: code, suppliers: asked.suppliers.count,
                range: asked.suppliers.count < suppliersMin ? nil : Self.range(asked.prices.sorted()))
        }
    }

    /// Of an even number the lower one in the middle is the median, so that it is a price somebody asks.
    private static func range(_ prices: [Int64]) -> (lowest: Int64, median: Int64, highest: Int64)? {
        guard let lowest = prices.first, let highest = prices.last else { return nil }
        return (lowest, prices[(prices.count - 1) / 2], highest)
    }
}

extension HistoryReader {
    /// The last day on which a requirement's quotes are sealed: its closing day. Nil where they are not, or where the
    /// market's time has passed it.
    func sealedUntil(quotesFor requirement: String) throws -> CalendarDay? {
        guard let entry = try subject(.requirements, requirement) else { return nil }
        let accepted = try entry.decoded(as: WireRequirementAccepted.self)
        guard accepted.published.quotesSealed else { return nil }
        let today = CalendarDay(ofMilliseconds: try marketTime(partition: entry.marketPartition).acceptedAt)
        return today.number <= accepted.closingDay ? CalendarDay(number: accepted.closingDay) : nil
    }
}
