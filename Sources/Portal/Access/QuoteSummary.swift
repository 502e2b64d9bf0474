internal import Contracts
internal import History
internal import Localization

/// What may be told of a requirement's quotes without showing a single one.
struct QuoteSummary: Sendable {
    private(set) var quotes = 0
    private(set) var suppliers = 0
    /// The last day on which the quotes are sealed; nil where they are not, or no longer.
    let sealedUntil: CalendarDay?
    /// The unit that prices are for: the base unit of the requirement's family.
    let unitCode: String
    /// What is asked in each currency, in the order of their codes; none before it may be told.
    private(set) var prices: [Prices] = []

    /// Prices in one currency.
    struct Prices: Sendable {
        let currencyCode: String
        let suppliers: Int
        /// What they ask on average, each with its lowest price, in millionths of a major unit for one unit, rounded half-even.
        /// Nil where it would tell one supplier's.
        let mean: Int64?
    }

    /// To whom it is told.
    enum Reader {
        /// The buyer sees the quotes, too, once they are not sealed.
        case buyer
        /// An official sees no quote. Prices are told once, when no more quotes come: by how much a mean changes would tell
        /// what the last supplier asks.
        case official

        /// From how many suppliers on a mean is told.
        fileprivate var suppliersMin: Int { self == .buyer ? 1 : PublishedMetrics.firmsMin }
    }

    /// Nil where the requirement is not known.
    init?(_ reader: HistoryReader, of requirement: String, for who: Reader) throws {
        guard let quoting = try reader.quoting(for: requirement) else { return nil }
        unitCode = quoting.unitCode
        sealedUntil = quoting.sealedUntil
        var lowest: [String: [String: Int64]] = [:]
        var suppliers: Set<String> = []
        try reader.forEach(.quotes, referringTo: requirement) { entry in
            let quote = try entry.decoded(as: WireQuoteAccepted.self)
            let price = quote.unitPrice
            let supplier = enterprise(of: entry.key)
            suppliers.insert(supplier)
            quotes += 1
            // A price for what was a piece says nothing of a kilogram.
            guard quote.isInFamily(of: quoting.unitCode) else { return }
            let before = lowest[price.currencyCode]?[supplier] ?? .max
            lowest[price.currencyCode, default: [:]][supplier] = min(before, price.millionths)
        }
        self.suppliers = suppliers.count
        guard quoting.isOver || (who == .buyer && sealedUntil == nil) else { return }
        prices = lowest.sorted { $0.key < $1.key }.map { code, asked in
            Prices(
                currencyCode: code, suppliers: asked.count,
                mean: asked.count < who.suppliersMin ? nil : Self.mean(Array(asked.values)))
        }
    }

    private static func mean(_ prices: [Int64]) -> Int64? {
        prices.reduce(Int128(0)) { $0 + Int128($1) }.divided(by: Int128(prices.count), rounding: .halfEven)
            .flatMap { Int64(exactly: $0) }
    }
}

extension HistoryReader {
    /// Until when suppliers quote for a requirement; nil where it is not known.
    /// - returns: The base unit of the requirement's family, whether the closing day is over by the market's time, and the day
    ///   until whose end the quotes are sealed; nil where they are not, or no longer.
    func quoting(for requirement: String) throws -> (unitCode: String, isOver: Bool, sealedUntil: CalendarDay?)? {
        guard let entry = try subject(.requirements, requirement) else { return nil }
        let accepted = try entry.decoded(as: WireRequirementAccepted.self)
        let today = CalendarDay(ofMilliseconds: try marketTime(partition: entry.marketPartition).acceptedAt)
        let isOver = accepted.closingDay < today.number
        let isSealed = accepted.published.quotesSealed && !isOver
        return (accepted.unitCode, isOver, isSealed ? CalendarDay(number: accepted.closingDay) : nil)
    }
}
