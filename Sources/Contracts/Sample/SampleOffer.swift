/// What a capability of a sample market is about, before it is written out.
struct SampleOffer {
    let item: SampleItem
    /// The unit in which it is published, and how many base units one is.
    let unit: String
    let factor: Int64
    /// VND or USD.
    let currency: String
    /// The price of one base unit, in millionths.
    let price: Int64
    /// Base units that can be made in 30 days.
    let capacity: Int64
}

/// What a requirement of a sample market is about, before it is written out.
struct SampleDemand {
    let itemIndex: Int
    let item: SampleItem
    let unit: String
    let factor: Int64
    let firm: Int
    /// Base units that are wanted.
    let quantity: Int64
    let firstDay: CalendarDay
    let lastDay: CalendarDay
    let closingDay: CalendarDay
}

extension SampleMarket {
    func offer(_ capability: Int) -> SampleOffer {
        var random = random(.offer, capability)
        let item = SampleItem.all[SampleItem.draw(&random, among: items)]
        let isLarge = random.chance(30)
        let unit = isLarge ? item.largeUnit ?? item.unit : item.unit
        let factor: Int64 = unit == item.unit ? 1 : 1000
        let dong = random.spread(item.price * SampleAmount.one)
        let (currency, price) = Self.quoted(dong, inDollars: random.chance(30))
        let turnover = random.spread(400_000_000)
        let capacity = SampleAmount.rounded(turnover / max(1, dong / SampleAmount.one) / factor) * factor
        return SampleOffer(
            item: item, unit: unit, factor: factor, currency: currency, price: price, capacity: capacity)
    }

    func demand(_ requirement: Int) -> SampleDemand {
        var random = random(.demand, requirement)
        let index = SampleItem.draw(&random, among: items)
        let item = SampleItem.all[index]
        let unit = random.chance(30) ? item.largeUnit ?? item.unit : item.unit
        let factor: Int64 = unit == item.unit ? 1 : 1000
        let turnover = random.spread(Int64(random.pick([300, 1200, 5000])) * 1_000_000)
        let firstDay = day.advanced(by: random.within(30...150))
        return SampleDemand(
            itemIndex: index, item: item, unit: unit, factor: factor, firm: random.below(firms),
            quantity: SampleAmount.rounded(turnover / item.price / factor) * factor, firstDay: firstDay,
            lastDay: firstDay.advanced(by: random.within(29...179)),
            closingDay: day.advanced(by: random.within(10...29)))
    }

    /// The candidate that a decision about a requirement is for; nil where no supplier offers the item.
    func candidate(_ demand: SampleDemand, _ random: inout SampleRandom) -> Int? {
        let candidates = capabilitiesOfItem[demand.itemIndex]
        return candidates.isEmpty ? nil : random.pick(candidates)
    }

    /// A price in dong as it is published: whole dong, or hundredths of those below 1,000, or ten-thousandths of a dollar.
    static func quoted(_ dong: Int64, inDollars: Bool) -> (currency: String, price: Int64) {
        let cents = dong / 26_105 / 100 * 100
        if inDollars, cents >= 10_000 { return ("USD", cents) }
        let step = step(of: dong, in: "VND")
        return ("VND", max(step, dong / step * step))
    }

    /// What prices are multiples of, in millionths.
    static func step(of price: Int64, in currency: String) -> Int64 {
        if currency == "USD" { return SampleAmount.one / 10_000 }
        return price < 1000 * SampleAmount.one ? SampleAmount.one / 100 : SampleAmount.one
    }
}
