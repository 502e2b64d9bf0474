import Localization
import Testing

@Suite struct AmountTests {
    @Test(arguments: [
        ("1000", "0.1255", "USD", 12_550), ("3", "333333.5", "VND", 1_000_000), ("2.5", "1", "VND", 2),
        ("1", "0.005", "USD", 0), ("1", "0.015", "USD", 2), ("1", "0.025", "USD", 2), ("-1", "0.005", "USD", 0),
        ("-1", "0.015", "USD", -2), ("-1", "0.025", "USD", -2), ("1", "0.025001", "USD", 3),
        ("1", "1.2345", "KWD", 1_234),
        ("1", "1.2355", "KWD", 1_236), ("1", "0.00015", "CLF", 2), ("0.000001", "0.000001", "USD", 0),
        ("0.000001", "1000000", "VND", 1),
    ])
    func roundsTheExactProductOnce(quantity: String, price: String, code: String, expected: Int64) throws {
        let amount = try Amount(quantity: decimal(quantity), unitPrice: decimal(price), currency: currencyNamed(code))
        #expect(amount.minorUnits == expected)
    }

    /// Rounding to millionths first would give 0.005 and then 0.00.
    @Test func doesNotRoundTwice() throws {
        let amount = try Amount(
            quantity: decimal("0.500001"), unitPrice: decimal("0.010000"), currency: currencyNamed("USD"))
        #expect(amount.minorUnits == 1)
    }

    @Test func refusesWhatDoesNotFit() throws {
        let (dong, dollar) = (try currencyNamed("VND"), try currencyNamed("USD"))
        for (first, second) in [(largest, largest), (smallest, smallest), (largest, smallest)] {
            #expect(throws: Amount.Refusal.outOfRange) {
                try Amount(quantity: first, unitPrice: second, currency: dong)
            }
        }
        let one = try decimal("1")
        #expect(try Amount(quantity: largest, unitPrice: one, currency: dong).minorUnits == 9_223_372_036_855)
        #expect(try Amount(quantity: largest, unitPrice: decimal("1000000"), currency: dong).minorUnits == .max)
        #expect(throws: Amount.Refusal.outOfRange) {
            try Amount(quantity: largest, unitPrice: decimal("1000000"), currency: dollar)
        }
    }

    @Test func sumsInOneCurrency() throws {
        let (dong, dollar) = (try currencyNamed("VND"), try currencyNamed("USD"))
        let (ten, most) = (Amount(minorUnits: 10, currency: dong), Amount(minorUnits: .max, currency: dong))
        #expect(try ten.adding(ten).minorUnits == 20)
        #expect(throws: Amount.Refusal.outOfRange) { try most.adding(ten) }
        #expect(throws: Amount.Refusal.differentCurrencies) {
            try ten.adding(Amount(minorUnits: 10, currency: dollar))
        }

        #expect(try [Amount]().sum(in: dong) == Amount(minorUnits: 0, currency: dong))
        #expect(try [most, ten, Amount(minorUnits: -10, currency: dong)].sum(in: dong) == most)
        #expect(throws: Amount.Refusal.outOfRange) { try [most, ten].sum(in: dong) }
        #expect(throws: Amount.Refusal.differentCurrencies) { try [ten].sum(in: dollar) }
    }

    @Test(arguments: [
        (1_250, "USD", "12.50"), (1_250, "VND", "1250"), (-5, "USD", "-0.05"), (5, "KWD", "0.005"), (0, "USD", "0.00"),
        (Int64.min, "USD", "-92233720368547758.08"),
    ])
    func writesTheMajorUnit(minorUnits: Int64, code: String, text: String) throws {
        #expect(Amount(minorUnits: minorUnits, currency: try currencyNamed(code)).majorText == text)
    }
}
