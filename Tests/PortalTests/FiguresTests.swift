import Localization
import Testing

@testable import Portal

@Suite struct FiguresTests {
    private let vietnamese = Figures(language: .vietnamese)
    private let english = Figures(language: .english)

    @Test(arguments: [
        (0, "0", "0"), (999, "999", "999"), (1_000, "1.000", "1,000"), (-1_234_567, "-1.234.567", "-1,234,567"),
    ])
    func `Counts have their thousands apart`(count: Int, vietnamese: String, english: String) {
        #expect(self.vietnamese.count(count) == vietnamese)
        #expect(self.english.count(count) == english)
    }

    @Test(arguments: [
        (Int64(0), "0", "0"), (1_234_500_000, "1.234,5", "1,234.5"), (1, "0,000001", "0.000001"),
        (-2_500_000, "-2,5", "-2.5"), (.min, "-9.223.372.036.854,775808", "-9,223,372,036,854.775808"),
    ])
    func `Decimals have the language's point`(millionths: Int64, vietnamese: String, english: String) {
        #expect(self.vietnamese.decimal(millionths) == vietnamese)
        #expect(self.english.decimal(millionths) == english)
    }

    @Test(arguments: [
        (Int64(366_666), "36,6%"), (999_999, "99,9%"), (1_000_000, "100,0%"), (0, "0,0%"), (500, "0,0%"),
    ])
    func `Shares are rounded down to one decimal`(share: Int64, text: String) {
        #expect(vietnamese.percent(share) == text)
        #expect(vietnamese.percent(nil) == "–")
    }

    @Test func `Sums of any size are in the currency's major unit`() throws {
        let dong = try Currency(code: "VND")
        let dollar = try Currency(code: "USD")
        #expect(vietnamese.amount(Int128(Int64.max) * 1_000, dong) == "9.223.372.036.854.775.807.000 VND")
        #expect(vietnamese.amount(Int128(1_234_505), dollar) == "12.345,05 USD")
        #expect(english.amount(Int128(-5), dollar) == "-0.05 USD")
    }

    @Test func `Degrees are rounded to ten metres and may be any number`() {
        #expect(vietnamese.degrees(21.26284) == "21,2628°")
        #expect(english.degrees(-0.00004) == "0°")
        #expect(english.degrees(.nan) == "–" && english.degrees(.infinity) == "–")
    }

    @Test func `Times are those of Viet Nam`() {
        #expect(vietnamese.instant(1_767_225_600_000) == "01/01/2026 07:00:00")
        #expect(english.instant(1_767_225_600_000) == "2026-01-01 07:00:00")
        #expect(vietnamese.day("2026-02-30") == "2026-02-30")
    }
}
