/// One thing that is counted of a requirement: what is wanted, a part of a plan, an award; from one day to another.
struct MetricEntry: Equatable {
    var stage: MetricStage
    /// The capability of an allocation, the key of an award; empty for a requirement and for what a plan leaves
    /// uncovered.
    var part = ""
    /// The requirement's or award's version, the market offset of a match set.
    var position: Int64
    /// The first day on which it counts, since 1970-01-01.
    var fromDay: Int32
    /// The first day on which it no longer counts.
    var untilDay = MetricEntry.noEnd
    /// The day at whose rates it is valued: that of the event.
    var valuedDay: Int32
    /// `owner/id`; empty where none is known.
    var capability = ""
    /// The capability's version, by which ownership is known; 0 where `ownership` says it.
    var capabilityVersion: Int64 = 0
    var currency = ""
    /// In the currency's minor unit.
    var amount: Int64 = 0
    /// Millionths of the unit.
    var quantity: Int64 = 0
    /// The days over which an award reserves.
    var firstDay: Int32 = 0
    var lastDay: Int32 = 0
    var fault = Fault.none
    /// Millionths of a dong for one major unit, frozen with the entry; 0 for the rate of the day.
    var frozenRate: Int64 = 0
    var isInCountry = false
    /// Basis points.
    var ownership: Int64 = 0
    /// Millionths.
    var lvc: Int64 = 0
    var isStated = false
    /// Of an allocation that counts now: the quantity that its supplier can't make beside those of requirements with
    /// lower keys. It is taken off the potential to give what is jointly feasible.
    var cut: Int64 = 0
    /// What it counts for in dong.
    var worth = MetricWorth()

    /// An entry that still counts.
    static let noEnd = Int32.max

    /// Why an entry has no amount.
    enum Fault: Int64 {
        case none, noPrice, outOfRange, noRate
    }

    init(stage: MetricStage, position: Int64, day: Int32) {
        self.stage = stage
        self.position = position
        fromDay = day
        valuedDay = day
    }

    /// Whether it counts now.
    var isCurrent: Bool { untilDay == Self.noEnd }

    /// Whether it counts at the end of a day; of now if there is none.
    func counts(on day: Int32?) -> Bool {
        guard let day else { return isCurrent }
        return fromDay <= day && day < untilDay
    }

    /// Whether it is what a plan takes of a capability at the end of a day.
    func isPlanned(of capability: String, on day: Int32? = nil) -> Bool {
        stage == .potential && self.capability == capability && counts(on: day)
    }

    /// Whether it says the same as an earlier entry of its part, whenever either was made.
    func repeats(_ earlier: MetricEntry) -> Bool {
        var copy = self
        copy.position = earlier.position
        copy.fromDay = earlier.fromDay
        copy.untilDay = earlier.untilDay
        copy.valuedDay = earlier.valuedDay
        copy.cut = earlier.cut
        copy.worth = earlier.worth
        return copy == earlier
    }

    /// What tells the entries of a requirement apart, and gives the order in which they are kept, whatever was recorded first.
    var identity: (stage: Int, part: String, position: Int64) { (stage.rawValue, part, position) }
}

/// What an entry counts for in a currency, under what is known of rates, owners and statements.
struct MetricWorth: Equatable {
    /// In the currency's minor unit.
    var amount: Int64 = 0
    /// What of it is cut.
    var cutAmount: Int64 = 0
    /// Why there is no amount.
    var fault = MetricEntry.Fault.none
    var isDomesticallyOwned = false
    /// Whether an official accepted the statement of the local content it counts with.
    var isVerified = false
}
