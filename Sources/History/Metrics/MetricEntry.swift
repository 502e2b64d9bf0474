internal import GRDB

/// One thing that is counted: a requirement, a part of a plan, an award; from one day to another.
struct MetricEntry: Equatable {
    /// `owner/id`.
    var requirement: String
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

    /// An entry that still counts.
    static let noEnd = Int32.max

    /// Why an entry has no amount.
    enum Fault: Int {
        case none, noPrice, outOfRange, noRate
    }

    static let columns = """
        requirement, stage, part, position, from_day, until_day, valued_day, capability, capability_version, currency,
        amount, quantity, first_day, last_day, fault, frozen_rate, is_in_country, ownership, lvc, is_stated
        """

    init(requirement: String, stage: MetricStage, position: Int64, day: Int32) {
        self.requirement = requirement
        self.stage = stage
        self.position = position
        fromDay = day
        valuedDay = day
    }

    /// A row with the columns in their order.
    init(_ row: Row) {
        requirement = row[0]
        stage = MetricStage(rawValue: row[1]) ?? .demand
        part = row[2]
        position = row[3]
        fromDay = row[4]
        untilDay = row[5]
        valuedDay = row[6]
        capability = row[7]
        capabilityVersion = row[8]
        currency = row[9]
        amount = row[10]
        quantity = row[11]
        firstDay = row[12]
        lastDay = row[13]
        fault = Fault(rawValue: row[14]) ?? .none
        frozenRate = row[15]
        isInCountry = row[16]
        ownership = row[17]
        lvc = row[18]
        isStated = row[19]
    }

    /// Whether it says the same as an earlier entry of its part, whenever either was made.
    func repeats(_ earlier: MetricEntry) -> Bool {
        var copy = self
        copy.position = earlier.position
        copy.fromDay = earlier.fromDay
        copy.untilDay = earlier.untilDay
        copy.valuedDay = earlier.valuedDay
        return copy == earlier
    }
}
