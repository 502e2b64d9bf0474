import LinkageTesting
import Localization
import Testing

@Suite struct LocalizationSharesTests {
    @Test func threeNumbersAreKeptApart() throws {
        var shares = LocalizationShares()
        try shares.add(amount: 400, isInCountry: true, domesticOwnershipBasisPoints: 10_000, lvcMillionths: 650_000)
        try shares.add(amount: 300, isInCountry: true, domesticOwnershipBasisPoints: 0, lvcMillionths: 200_000)
        try shares.add(amount: 200, isInCountry: false, domesticOwnershipBasisPoints: 0, lvcMillionths: 0)
        try shares.addUncovered(amount: 100)
        #expect(shares.totalAmount == 1_000)
        #expect(shares.inCountry == Ratio(7, over: 10))
        #expect(shares.domesticallyOwned == Ratio(4, over: 10))
        #expect(shares.valueAdded == Ratio(32, over: 100))
    }

    @Test(arguments: [(5_099, 0), (5_100, 100), (10_000, 100), (0, 0)])
    func countsADomesticFirmInFullFromFiftyOnePerCent(ownership: Int, counted: Int) throws {
        var shares = LocalizationShares()
        try shares.add(amount: 100, isInCountry: true, domesticOwnershipBasisPoints: ownership, lvcMillionths: 0)
        #expect(shares.domesticallyOwnedAmount == Int128(counted))
    }

    @Test func aDomesticFirmAbroadIsNotBoughtInTheCountry() throws {
        var shares = LocalizationShares()
        try shares.add(amount: 100, isInCountry: false, domesticOwnershipBasisPoints: 10_000, lvcMillionths: 0)
        #expect(shares.inCountry == .zero)
        #expect(shares.domesticallyOwned == .zero)
    }

    @Test func noPurchasesHaveNoShares() {
        let shares = LocalizationShares()
        #expect(shares.inCountry == nil)
        #expect(shares.domesticallyOwned == nil)
        #expect(shares.valueAdded == nil)
    }

    @Test func refusesWithTheReasonAndStaysAsItWas() throws {
        var shares = LocalizationShares()
        try shares.addUncovered(amount: 1)
        let before = shares
        for ownership in [-1, 10_001, Int.min, .max] {
            #expect(throws: LocalizationShares.Refusal.shareOutOfRange) {
                try shares.add(
                    amount: 1, isInCountry: true, domesticOwnershipBasisPoints: ownership, lvcMillionths: 0)
            }
        }
        for lvc in [-1, 1_000_001, Int64.min, .max] {
            #expect(throws: LocalizationShares.Refusal.shareOutOfRange) {
                try shares.add(amount: 1, isInCountry: true, domesticOwnershipBasisPoints: 0, lvcMillionths: lvc)
            }
        }
        for amount in [-1, Int64.min] {
            #expect(throws: LocalizationShares.Refusal.negativeAmount) { try shares.addUncovered(amount: amount) }
        }
        #expect(shares == before)
    }

    @Test func orderAndGroupingChangeNothing() throws {
        var random = SplitMix64(seed: 6)
        var (whole, first, second) = (LocalizationShares(), LocalizationShares(), LocalizationShares())
        for _ in 0..<500 {
            let amount = Int64.random(in: 0...Int64.max, using: &random)
            let isInCountry = Bool.random(using: &random)
            let ownership = Int.random(in: 0...10_000, using: &random)
            let lvc = Int64.random(in: 0...1_000_000, using: &random)
            func count(in shares: inout LocalizationShares) throws {
                try shares.add(
                    amount: amount, isInCountry: isInCountry, domesticOwnershipBasisPoints: ownership,
                    lvcMillionths: lvc)
            }
            try count(in: &whole)
            if Bool.random(using: &random) { try count(in: &first) } else { try count(in: &second) }
        }
        try second.add(first)
        #expect(second == whole)
    }

    @Test func sumsAreRefusedBeforeTheyAreTooLargeForRatios() throws {
        var shares = LocalizationShares()
        try shares.add(amount: .max, isInCountry: true, domesticOwnershipBasisPoints: 10_000, lvcMillionths: 999_999)
        for _ in 0..<24 { try shares.add(shares) }
        #expect(shares.valueAdded == Ratio(999_999, over: 1_000_000))
        #expect(shares.inCountry == .one)
        let before = shares
        #expect(throws: LocalizationShares.Refusal.outOfRange) { try shares.add(shares) }
        #expect(shares == before)

        try shares.addUncovered(amount: 1)
        #expect(try #require(shares.valueAdded) < #require(before.valueAdded))
        #expect(shares.valueAdded?.millionths == 999_998)
    }
}
