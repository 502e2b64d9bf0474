import Localization
import Matching
import Testing

@Suite struct PriceTests {
    private static let tiers = [
        PriceTier(from: 10, unitPrice: 9), PriceTier(from: 50, unitPrice: 8), PriceTier(from: 100, unitPrice: 7),
    ]

    @Test(arguments: [
        (Int64(0), Int64(9)), (1, 9), (9, 9), (10, 9), (49, 9), (50, 8), (99, 8), (100, 7), (101, 7), (.max, 7),
    ])
    func priceIsThatOfTheTierReached(quantity: Int64, expected: Int64) {
        let offer = capability("A") { $0.tiers = Self.tiers }
        #expect(offer.unitPrice(at: quantity) == Price(expected, dong))
        #expect(capability("A") { $0.tiers = [] }.unitPrice(at: quantity) == nil)
    }

    /// min(open, available) decides the tier, in both directions.
    @Test(arguments: [
        (Int64(100), Int64(200), Int64(7)), (100, 99, 8), (99, 200, 8), (49, 200, 9), (200, 49, 9), (200, 100, 7),
    ])
    func tierIsThatOfWhatCouldBeSupplied(open: Int64, capacity: Int64, expected: Int64) throws {
        let trial = try Trial(
            capability("A") {
                $0.capacityPerMonth = capacity
                $0.tiers = Self.tiers
            }
        ) { $0.quantity = open }
        #expect(try trial.outcome().matches.first?.unitPrice == expected)
    }

    @Test func openQuantityDecidesTheTierAsAwardsReduceIt() throws {
        var trial = try Trial(
            capability("A") {
                $0.capacityPerMonth = 1_000
                $0.tiers = Self.tiers
            }
        ) { $0.quantity = 100 }
        #expect(try trial.outcome().matches.first?.unitPrice == 7)
        try trial.tell(.awardPublished(award(of: 1, to: capability("B"))))
        #expect(try trial.outcome().matches.first?.unitPrice == 8)
    }

    /// One dollar at 26 000.000001 dong, in a maximum of dong, and back.
    @Test func conversionRoundsUp() throws {
        var rates = ExchangeRates()
        let changes = [26_000_000_001, 26_000_000_001].map { rates.set(dollar, dongPerUnit: $0) }
        #expect(changes == [true, false])
        #expect(rates.convert(Price(1, dollar), to: dong) == Price(26_001, dong))
        #expect(rates.convert(Price(one, dollar), to: dong) == Price(26_000_000_001, dong))
        #expect(rates.convert(Price(1, dong), to: dollar) == Price(1, dollar))
        #expect(rates.convert(Price(26_000_000_001, dong), to: dollar) == Price(one, dollar))
        #expect(rates.convert(Price(26_000_000_002, dong), to: dollar) == Price(one + 1, dollar))
        #expect(rates.convert(Price(7, dollar), to: dollar) == Price(7, dollar))
        #expect(rates.convert(Price(.max, dollar), to: dong) == nil)
        #expect(rates.all.map(\.currency) == [dollar])
        let removals = [dollar, dollar].map { rates.remove($0) }
        #expect(removals == [true, false])
        #expect(rates.convert(Price(1, dollar), to: dong) == nil)
    }

    @Test func dongAlwaysCostsOne() {
        var rates = ExchangeRates()
        let isChanged = rates.set(dong, dongPerUnit: 2)
        #expect(!isChanged)
        #expect(rates.dongPerUnit(of: dong) == 1_000_000 && rates.all.isEmpty)
    }

    @Test(arguments: [(26_000_000_000, []), (26_000_000_001, [.price])] as [(Int64, [Reason])])
    func convertedPriceIsComparedWithTheMaximum(rate: Int64, expected: [Reason]) throws {
        var trial = try Trial(
            capability("A") {
                $0.currency = dollar
                $0.tiers = [PriceTier(from: 0, unitPrice: 1)]
            }
        ) { $0.maximumUnitPrice = Price(26_000, dong) }
        try trial.tell(.ratePublished(dollar, dongPerUnit: rate))
        #expect(try trial.reasons() == expected)
    }

    @Test func withoutARatePriceFails() throws {
        var trial = try Trial(capability("A") { $0.currency = dollar }) { $0.maximumUnitPrice = Price(one, dong) }
        #expect(try trial.reasons() == [.price])
        #expect(try trial.explanation().findings[2].offered == .noRate("USD"))
        #expect(try trial.nearMiss()?.change == .rate(of: "USD"))
        #expect(try trial.nearMiss()?.score == 3_000, "an unknown price earns nothing")
        try trial.tell(.ratePublished(dollar, dongPerUnit: one))
        #expect(try trial.explanation().findings[2].offered == .price(10 * one))
        #expect(try trial.nearMiss()?.change == .lowerPrice(9 * one))
        try trial.tell(.rateWithdrawn(dollar))
        #expect(try trial.nearMiss()?.change == .rate(of: "USD"))
    }

    /// It named the supplier's currency once, though dong needs no rate.
    @Test func theMissingRateMayBeThatOfTheMaximum() throws {
        let trial = try Trial(capability()) { $0.maximumUnitPrice = Price(one, dollar) }
        #expect(try trial.explanation().findings[2].offered == .noRate("USD"))
        #expect(try trial.nearMiss()?.change == .rate(of: "USD"))
    }

    @Test func twoMissingRatesAreNotOneChange() throws {
        let trial = try Trial(capability("A") { $0.currency = currency("KRW") }) {
            $0.maximumUnitPrice = Price(one, dollar)
        }
        #expect(try trial.reasons() == [.price])
        #expect(try trial.nearMiss() == nil)
        let nearMisses = try #require(try trial.matchSet().nearMisses)
        #expect(nearMisses.counts.map(\.reason) == [.price] && nearMisses.best.isEmpty)
    }

    @Test func priceThatDoesNotFitFails() throws {
        var trial = try Trial(
            capability("A") {
                $0.currency = dollar
                $0.tiers = [PriceTier(from: 0, unitPrice: .max)]
            })
        try trial.tell(.ratePublished(dollar, dongPerUnit: .max))
        #expect(try trial.reasons() == [.price])
        #expect(try trial.explanation().findings[2].offered == nil)
        #expect(try trial.nearMiss() == nil)
    }

    @Test func maximumDecidesTheCurrencyThenTheCurrentPriceThenThePolicy() throws {
        let (won, yen) = (currency("KRW"), currency("JPY"))
        var trial = try Trial(capability()) {
            $0.maximumUnitPrice = Price(one, dollar)
            $0.currentUnitPrice = Price(one, won)
        }
        #expect(try trial.outcome().currency == dollar)
        try trial.tell(.requirementPublished(requirement { $0.currentUnitPrice = Price(one, won) }))
        #expect(try trial.outcome().currency == won)
        try trial.tell(.requirementPublished(requirement()))
        #expect(try trial.outcome().currency == dong)
        try trial.tell(
            .policySet(
                Policy(
                    priceWeight: 1, coverageWeight: 1, localizationWeight: 1, matchLimit: 1, reportingCurrency: yen)))
        #expect(try trial.outcome().currency == yen)
        #expect(try trial.reasons() == [.price])
    }
}
