import LinkageTesting
import Localization
import Testing

@Suite struct MillionthsTests {
    @Test(arguments: [
        ("12.50", 12_500_000, "12.5"), ("-3", -3_000_000, "-3"), ("0", 0, "0"), ("-0", 0, "0"),
        ("0.000001", 1, "0.000001"),
        ("-0.000001", -1, "-0.000001"), ("1.100000", 1_100_000, "1.1"), ("007.010", 7_010_000, "7.01"),
        ("9223372036854.775807", Int64.max, "9223372036854.775807"),
        ("-9223372036854.775808", Int64.min, "-9223372036854.775808"),
    ])
    func readsAndWrites(text: String, count: Int64, canonical: String) throws {
        let number = try Millionths(text)
        #expect(number.count == count)
        #expect(number.description == canonical)
    }

    @Test(arguments: [
        "", "-", ".", ".5", "-.5", "5.", "-5.", "+1", "1e3", "1E3", "1,5", "1 000", " 1", "1 ", "1\n", "--1", "1-",
        "1.2.3",
        "0x10", "NaN", "inf", "١٢", "１", "1.5\u{0}", "1.1234567x", "99999999999999999999x", "1_000",
    ])
    func refusesWhatIsNotADecimal(text: String) {
        #expect(throws: Millionths.TextRefusal.malformed) { try Millionths(text) }
    }

    @Test(arguments: ["1.1234567", "0.0000000", "-1.5000000", "99999999999999999999.1234567"])
    func refusesASeventhDecimal(text: String) {
        #expect(throws: Millionths.TextRefusal.tooManyDecimals) { try Millionths(text) }
    }

    @Test(arguments: [
        "9223372036854.775808", "-9223372036854.775809", "9223372036855", "9223372036854775808",
        "340282366920938463463374607431768211456", String(repeating: "9", count: 10_000),
        "-99999999999999999999.999999",
    ])
    func refusesWhatDoesNotFit(text: String) {
        #expect(throws: Millionths.TextRefusal.outOfRange) { try Millionths(text) }
    }

    @Test func readingTheDescriptionGivesTheNumberBack() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<5_000 {
            let count = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0...63, using: &random)
            let number = Millionths(count: count)
            #expect(try Millionths(number.description) == number)
        }
    }

    @Test func ordersByValue() throws {
        #expect(try decimal("-2") < decimal("-1.999999"))
        #expect(try decimal("10") > decimal("9.999999"))
    }

    @Test func sumsThatDoNotFitAreNil() throws {
        let one = Millionths(count: 1)
        #expect(try decimal("1.5").adding(decimal("-2")) == decimal("-0.5"))
        #expect(try decimal("1.5").subtracting(decimal("2")) == decimal("-0.5"))
        #expect(largest.adding(one) == nil)
        #expect(smallest.subtracting(one) == nil)
        #expect(Millionths.zero.subtracting(smallest) == nil)
    }
}
