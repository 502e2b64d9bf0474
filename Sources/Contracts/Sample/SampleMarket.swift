/// A made-up market: buyers, suppliers and what they publish, the same for the same options on every machine.
///
/// All names and enterprise codes are fictional: the codes begin with 99, which no province has. Commodities and units are
/// real. Any record can be made alone, so that a market of any size takes little memory.
///
/// ```swift
/// let market = try SampleMarket(.init(suppliers: 400, asOf: "2026-03-02"))
/// for capability in market.capabilities { … }
/// ```
public struct SampleMarket: Sendable {
    /// What a market is made from.
    public struct Options: Hashable, Sendable {
        /// How many domestic suppliers there are, up to 1,000,000.
        public var suppliers: Int
        /// How many requirements there are, up to 1,000,000.
        public var requirements: Int
        /// What tells markets of equal size apart.
        public var seed: UInt64
        /// The day on which they all publish, "YYYY-MM-DD".
        public var asOf: String

        /// A small market, unless told otherwise.
        public init(suppliers: Int = 400, requirements: Int = 120, seed: UInt64 = 1, asOf: String) {
            self.suppliers = suppliers
            self.requirements = requirements
            self.seed = seed
            self.asOf = asOf
        }
    }

    /// Streams of numbers, one for each thing that is drawn.
    enum Stream: UInt64 {
        case supplier = 1, firm, offer, capability, demand, requirement, product, award, quote, subscription,
            verification
        case rate
    }

    let options: Options
    let day: CalendarDay
    let firms: Int
    /// How many of the items are traded: fewer in a small market, so that buyers and suppliers meet.
    let items: Int
    /// The supplier of each capability.
    let supplierOfCapability: [Int]
    /// The capabilities that offer each item.
    let capabilitiesOfItem: [[Int]]

    /// Draws who makes what.
    ///
    /// - Throws: `Refusal` of an option.
    public init(_ options: Options) throws(Refusal) {
        guard let day = CalendarDay(options.asOf), (2000...2190).contains(day.year) else {
            throw Refusal(
                .malformedDay, field: "asOf", "\"\(options.asOf.prefix(40))\" is not a day such as 2026-03-02")
        }
        for (name, count) in [("suppliers", options.suppliers), ("requirements", options.requirements)] {
            guard (1...1_000_000).contains(count) else {
                throw Refusal(.outOfRange, field: name, "\(count) is not within 1 and 1,000,000")
            }
        }
        self.options = options
        self.day = day
        firms = max(3, options.requirements / 15)
        let items = min(max(12, options.suppliers / 8), SampleItem.all.count)
        self.items = items
        supplierOfCapability = (0..<options.suppliers).flatMap { supplier in
            var random = SampleRandom(seed: options.seed, stream: Stream.supplier.rawValue, index: supplier)
            return [Int](repeating: supplier, count: random.within(1...3))
        }
        var capabilitiesOfItem = [[Int]](repeating: [], count: SampleItem.all.count)
        for capability in supplierOfCapability.indices {
            var random = SampleRandom(seed: options.seed, stream: Stream.offer.rawValue, index: capability)
            capabilitiesOfItem[SampleItem.draw(&random, among: items)].append(capability)
        }
        self.capabilitiesOfItem = capabilitiesOfItem
    }

    /// Profiles of an office, the firms and the suppliers.
    public var profiles: some Sequence<WireEnterpriseProfile> {
        (0..<1 + firms + options.suppliers).lazy.map { profile($0) }
    }

    /// What one unit of five currencies costs in dong.
    public var rates: some Sequence<WireExchangeRate> { Self.currencies.indices.lazy.map { rate($0) } }

    /// What the suppliers can make: one to three each.
    public var capabilities: some Sequence<WireCapability> { supplierOfCapability.indices.lazy.map { capability($0) } }

    /// What the firms buy.
    public var requirements: some Sequence<WireRequirement> { (0..<options.requirements).lazy.map { requirement($0) } }

    /// One product of each firm.
    public var products: some Sequence<WireProduct> { (0..<firms).lazy.map { product($0) } }

    /// What most of the suppliers want to hear of.
    public var subscriptions: some Sequence<WireSubscription> {
        (0..<options.suppliers).lazy.compactMap { subscription($0) }
    }

    /// Awards of about every tenth requirement to a candidate.
    public var awards: some Sequence<WireAward> { (0..<options.requirements).lazy.compactMap { award($0) } }

    /// Offers for about every eighth requirement by a candidate.
    public var quotes: some Sequence<WireQuote> { (0..<options.requirements).lazy.compactMap { quote($0) } }

    /// What the office found of some certificates and cost statements.
    public var verifications: some Sequence<WireVerification> {
        supplierOfCapability.indices.lazy.compactMap { verification($0) }
    }

    func random(_ stream: Stream, _ index: Int) -> SampleRandom {
        SampleRandom(seed: options.seed, stream: stream.rawValue, index: index)
    }

    static let officeCode = "9990000001"
    static func supplierCode(_ supplier: Int) -> String { "990" + SampleAmount.padded(supplier + 1, 7) }
    static func firmCode(_ firm: Int) -> String { "991" + SampleAmount.padded(firm + 1, 7) }
}
