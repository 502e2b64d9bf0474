import Localization
import Testing

@Suite struct CurrencyTests {
    static let digitsOtherThanTwo: [(digits: Int, codes: String)] = [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    ]

    @Test func knowsDigitsOtherThanTwo() throws {
        for (digits, codes) in Self.digitsOtherThanTwo {
            for code in codes.split(separator: " ") {
                #expect(try Currency(code: String(code)).minorDigits == digits, "\(code)")
            }
        }
    }

    @Test(arguments: ["USD", "EUR", "CNY", "TWD", "THB", "SGD", "HKD", "GBP", "AED", "ZWG", "XCG", "ZMW"])
    func knowsTwoDigits(code: String) throws {
        #expect(try Currency(code: code).minorDigits == 2)
    }

    @Test(arguments: [("VND", 1), ("USD", 100), ("KWD", 1_000), ("CLF", 10_000)])
    func minorUnits(code: String, perMajor: Int64) throws {
        #expect(try Currency(code: code).minorUnitsPerMajor == perMajor)
    }

    @Test(arguments: ["", "usd", "US", "USDX", "US1", " USD", "USD\n", "ÚS", "U\u{301}SD", "₫"])
    func refusesWhatIsNotACode(code: String) {
        #expect(throws: Currency.Refusal.malformed) { try Currency(code: code) }
    }

    @Test(arguments: ["AAA", "XAU", "XTS", "XXX", "XDR", "HRK", "DEM", "ANG", "BGN", "ZWL"])
    func refusesUnpricedAndWithdrawnCodes(code: String) {
        #expect(throws: Currency.Refusal.unknown) { try Currency(code: code) }
    }
}
